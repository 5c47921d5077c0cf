-- Whose emergency is it that somebody named? See V2.
CREATE POLICY named ON consent.emergency FOR SELECT TO ve_owner
    USING (emergency_id = nullif(current_setting('app.named', true), '')::uuid);
CREATE OR REPLACE FUNCTION consent.owner_of(named uuid) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    owner uuid;
BEGIN
    PERFORM set_config('app.named', named::text, true);
    owner := (SELECT resident_id FROM consent.access_request WHERE request_id = named
              UNION ALL SELECT resident_id FROM consent.access_grant WHERE grant_id = named
              UNION ALL SELECT resident_id FROM consent.case_assignment WHERE assignment_id = named
              UNION ALL SELECT resident_id FROM consent.mandate WHERE mandate_id = named
              UNION ALL SELECT resident_id FROM consent.emergency WHERE emergency_id = named
              LIMIT 1);
    PERFORM set_config('app.named', '', true);
    RETURN owner;
END $$;
