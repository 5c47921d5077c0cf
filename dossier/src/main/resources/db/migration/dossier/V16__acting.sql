-- Somebody who acts for a resident sees rows of the sections in scope and no other: the settings say so, as they do for a
-- professional. For the resident in person app.sections is empty. The second line behind the access decision and the keys.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['entry', 'entry_version', 'procedure', 'procedure_step', 'procedure_paper']
    LOOP
        EXECUTE format('CREATE POLICY in_scope ON dossier.%I AS RESTRICTIVE TO ve_resident USING ('
            'nullif(current_setting(''app.sections'', true), '''') IS NULL '
            'OR section = any (string_to_array(current_setting(''app.sections'', true), '','')::smallint[]))', name);
    END LOOP;
END
$$;
