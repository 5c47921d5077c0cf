-- Whose is the thing that somebody named? Row-level security hides it from whoever has no business with it, and so hides
-- from the product whose ledger the attempt belongs in. This function of the owner answers that one question. The owner
-- sees, through the policies below, the one row whose id is in hand, and that only inside the function.
CREATE INDEX access_request_by_id ON consent.access_request (request_id);
CREATE INDEX access_grant_by_id ON consent.access_grant (grant_id);
CREATE INDEX case_assignment_by_id ON consent.case_assignment (assignment_id);

CREATE POLICY named ON consent.access_request FOR SELECT TO ve_owner
    USING (request_id = nullif(current_setting('app.named', true), '')::uuid);
CREATE POLICY named ON consent.access_grant FOR SELECT TO ve_owner
    USING (grant_id = nullif(current_setting('app.named', true), '')::uuid);
CREATE POLICY named ON consent.case_assignment FOR SELECT TO ve_owner
    USING (assignment_id = nullif(current_setting('app.named', true), '')::uuid);

CREATE FUNCTION consent.owner_of(named uuid) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    owner uuid;
BEGIN
    PERFORM set_config('app.named', named::text, true);
    owner := (SELECT resident_id FROM consent.access_request WHERE request_id = named
              UNION ALL SELECT resident_id FROM consent.access_grant WHERE grant_id = named
              UNION ALL SELECT resident_id FROM consent.case_assignment WHERE assignment_id = named
              LIMIT 1);
    PERFORM set_config('app.named', '', true);
    RETURN owner;
END $$;
REVOKE ALL ON FUNCTION consent.owner_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent.owner_of(uuid) TO ve_resident, ve_workspace;
