-- Programs that were given something are told that it began, changed or ended. Who else holds something is hidden from
-- whoever writes, and must be, so a function of the owner looks: ids, sections and whether it holds, of the programs that
-- are named and of no one else. The owner sees them through the policy below, and only inside the function.
CREATE POLICY told ON consent.access_grant FOR SELECT TO ve_owner
    USING (resident_id = nullif(current_setting('app.told', true), '')::uuid);

CREATE FUNCTION consent.held_by(whose uuid, among uuid[], moment timestamptz)
    RETURNS TABLE (grant_id uuid, party_id uuid, request_id uuid, sections integer[], holds boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('app.told', whose::text, true);
    RETURN QUERY
        SELECT g.grant_id, g.party_id, g.request_id, g.sections, g.state = 'ACTIEF' AND g.valid_until > moment
          FROM consent.access_grant g WHERE g.resident_id = whose AND g.party_id = ANY (among);
    PERFORM set_config('app.told', '', true);
END $$;
REVOKE ALL ON FUNCTION consent.held_by(uuid, uuid[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent.held_by(uuid, uuid[], timestamptz) TO ve_resident, ve_workspace;
