-- Each year the desk looks at the evidence of a representation anew (DOMAIN §2.6). It sees the list of all residents whose turn
-- it is; who is not looked at in time, no longer speaks.
CREATE POLICY desk_rechecks ON consent.representation FOR SELECT TO ve_workspace
    USING (consent.scope_job() = 'recheck' AND ended_at IS NULL);
CREATE INDEX representation_by_recheck ON consent.representation (recheck_on) WHERE ended_at IS NULL;

CREATE POLICY workspace_plans_rechecks ON consent.due FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND kind IN ('REPRESENTATION_LAPSES', 'MEASURE_CHANGED'));
