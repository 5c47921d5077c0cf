-- That a resident died (DOMAIN §3.4): what was given or mandated ends, and nobody speaks for them any more. Clear: days, times, ids.
CREATE TABLE consent.death (
    resident_id   uuid        NOT NULL PRIMARY KEY,
    died_on       date        NOT NULL,
    evidence      text        NOT NULL CHECK (evidence IN ('CERTIFICATE', 'BRP')),
    -- Empty when the register of persons told it by itself.
    registered_by uuid,
    registered_at timestamptz NOT NULL
);
ALTER TABLE consent.death ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.death FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.death TO ve_resident;
GRANT SELECT, INSERT, DELETE ON consent.death TO ve_workspace;
CREATE POLICY of_this_resident ON consent.death FOR SELECT TO ve_resident, ve_workspace
    USING (resident_id = consent.scope_resident());
CREATE POLICY the_register_tells ON consent.death FOR INSERT TO ve_resident
    WITH CHECK (resident_id = consent.scope_resident() AND registered_by IS NULL AND evidence = 'BRP');
CREATE POLICY desk_registers ON consent.death FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND registered_by = consent.scope_party());
CREATE POLICY desk_takes_back ON consent.death FOR DELETE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_party() IS NOT NULL);

CREATE POLICY workspace_plans_what_follows ON consent.due FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND kind = 'DIED');
