-- One entry as it lies here, in one question of its own: the newest version among the sections that its reader may read, and what
-- the grant on which that is has to open it with. All of it sealed. The scope is set, used and put back inside. Not of the owner's
-- might: row security holds here as it does for whoever calls it.
-- readable, grants: which sections may be read, and by which grant each, if by one. A resident gives none, and reads the own dossier.
CREATE FUNCTION dossier.sealed_entry(
    owner uuid, wanted uuid, reads_as uuid, reader text, reader_team text, readable integer[], grants uuid[])
    RETURNS TABLE (kind text, entry_id uuid, version integer, section smallint, written_by uuid, created_at timestamptz,
                   written_at timestamptz, removed_at timestamptz, epoch integer, suite smallint, day bytea, body bytea,
                   document_id uuid, apart boolean, key_id bytea, sections smallint[], last_day date, sealed bytea)
    LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    resident_before text := coalesce(current_setting('app.resident', true), '');
    party_before text := coalesce(current_setting('app.party', true), '');
    team_before text := coalesce(current_setting('app.team', true), '');
    sections_before text := coalesce(current_setting('app.sections', true), '');
BEGIN
    PERFORM set_config('app.resident', reads_as::text, true), set_config('app.party', reader, true),
            set_config('app.team', reader_team, true), set_config('app.sections', array_to_string(readable, ','), true);
    RETURN QUERY
        WITH found AS MATERIALIZED (
            SELECT e.entry_id, e.version, e.section, e.written_by, e.created_at, v.written_at, e.removed_at, v.epoch, v.suite,
                   v.day, v.body, v.document_id, v.apart, grants[array_position(readable, e.section::integer)] AS by_grant
            FROM dossier.entry e
            JOIN dossier.entry_version v
              ON v.resident_id = e.resident_id AND v.entry_id = e.entry_id AND v.version = e.version
            WHERE e.resident_id = owner AND e.entry_id = wanted)
        SELECT 'entry', f.entry_id, f.version, f.section, f.written_by, f.created_at, f.written_at, f.removed_at, f.epoch,
               f.suite, f.day, f.body, f.document_id, f.apart, NULL::bytea, NULL::smallint[], NULL::date, NULL::bytea
        FROM found f
        UNION ALL
        SELECT 'box', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, b.key_id, b.sections,
               b.last_day, b.sealed
        FROM found f JOIN dossier.grant_box b ON b.resident_id = owner AND b.grant_id = f.by_grant
        UNION ALL
        SELECT 'key', NULL, NULL, k.section, NULL, NULL, NULL, NULL, k.epoch, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
               k.wrapped
        FROM found f
        JOIN dossier.grant_section_key k ON k.resident_id = owner AND k.grant_id = f.by_grant AND k.section = f.section
        UNION ALL
        SELECT 'label', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.label
        FROM found f JOIN dossier.grant_secret s ON s.resident_id = owner AND s.grant_id = f.by_grant
        WHERE s.label IS NOT NULL;
    PERFORM set_config('app.resident', resident_before, true), set_config('app.party', party_before, true),
            set_config('app.team', team_before, true), set_config('app.sections', sections_before, true);
END $$;
REVOKE ALL ON FUNCTION dossier.sealed_entry(uuid, uuid, uuid, text, text, integer[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossier.sealed_entry(uuid, uuid, uuid, text, text, integer[], uuid[]) TO ve_resident, ve_workspace;
