-- The register of persons tells that somebody else has gezag than the desk wrote down: the desk's look at the evidence comes
-- forward. The resident face hears it, and may move that day; who speaks stays for the desk to write.
GRANT UPDATE (recheck_on) ON consent.representation TO ve_resident;

-- Whose is the representation that somebody named? See V2.
CREATE INDEX representation_by_id ON consent.representation (representation_id);
CREATE POLICY named ON consent.representation FOR SELECT TO ve_owner
    USING (representation_id = nullif(current_setting('app.named', true), '')::uuid);
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
              UNION ALL SELECT resident_id FROM consent.consult WHERE consult_id = named
              UNION ALL SELECT resident_id FROM consent.handover WHERE handover_id = named
              UNION ALL SELECT resident_id FROM consent.representation WHERE representation_id = named
              LIMIT 1);
    PERFORM set_config('app.named', '', true);
    RETURN owner;
END $$;
