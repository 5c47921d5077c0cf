-- Parts of a dossier that are kept and not used for the time being (AVG 18), by the request that was granted. The gate asks.
CREATE TABLE consent.restriction (
    resident_id uuid        NOT NULL,
    section     integer     NOT NULL,
    request_id  uuid        NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (resident_id, section, request_id)
);
ALTER TABLE consent.restriction ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.restriction FORCE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON consent.restriction TO ve_resident;
GRANT SELECT, INSERT, DELETE ON consent.restriction TO ve_workspace;
CREATE POLICY of_this_resident ON consent.restriction FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (false);
CREATE POLICY everybody_heeds ON consent.restriction FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident());
-- Whoever took up a request about data of this resident, and nobody else at work.
CREATE POLICY officer_begins ON consent.restriction FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident()
                AND EXISTS (SELECT FROM consent.case_assignment c
                            WHERE c.resident_id = restriction.resident_id AND c.party_id = consent.scope_party()
                              AND c.statute = 'AVG 12' AND c.ended_at IS NULL));
CREATE POLICY officer_ends ON consent.restriction FOR DELETE TO ve_workspace
    USING (resident_id = consent.scope_resident()
           AND EXISTS (SELECT FROM consent.case_assignment c
                       WHERE c.resident_id = restriction.resident_id AND c.party_id = consent.scope_party()
                         AND c.statute = 'AVG 12' AND c.ended_at IS NULL));
