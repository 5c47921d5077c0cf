-- Who speaks for a resident by law (DOMAIN §3.4), as the desk found it. Clear: ids, kinds, times. Sealed: birthdays, names.

-- The day of birth of minors only: what they may do themselves follows from it. Gone when they are eighteen.
CREATE TABLE consent.birthday (
    resident_id uuid  NOT NULL PRIMARY KEY,
    born        bytea NOT NULL
);
ALTER TABLE consent.birthday ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.birthday FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON consent.birthday TO ve_resident;
GRANT SELECT (resident_id), INSERT ON consent.birthday TO ve_workspace;
CREATE POLICY of_this_resident ON consent.birthday FOR ALL TO ve_resident, ve_workspace
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());

CREATE TABLE consent.representation (
    resident_id       uuid        NOT NULL,
    representation_id uuid        NOT NULL,
    person_id         uuid        NOT NULL CHECK (person_id <> resident_id),
    kind              text        NOT NULL
        CHECK (kind IN ('CURATOR', 'MENTOR', 'BEWINDVOERDER', 'GEVOLMACHTIGDE', 'OUDER', 'VOOGD')),
    evidence          text        NOT NULL CHECK (evidence IN ('REGISTER', 'COURT_DECISION', 'BRP', 'WRITTEN_POWER')),
    first_day         date        NOT NULL,
    last_day          date,
    recheck_on        date        NOT NULL,
    valid_from        timestamptz NOT NULL,
    valid_until       timestamptz CHECK (valid_until > valid_from),
    ended_at          timestamptz,
    -- The name of who speaks, and of the resident.
    name              bytea       NOT NULL,
    resident_name     bytea       NOT NULL,
    registered_by     uuid        NOT NULL,
    registered_at     timestamptz NOT NULL,
    PRIMARY KEY (resident_id, representation_id)
);
CREATE INDEX representation_by_person ON consent.representation (person_id) WHERE ended_at IS NULL;
-- One person speaks for a resident once in each kind: the second line behind the desk's look.
CREATE UNIQUE INDEX representation_once ON consent.representation (resident_id, person_id, kind) WHERE ended_at IS NULL;
ALTER TABLE consent.representation ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.representation FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (ended_at) ON consent.representation TO ve_resident;
GRANT SELECT, INSERT, UPDATE (ended_at, recheck_on, evidence) ON consent.representation TO ve_workspace;
CREATE POLICY of_this_resident ON consent.representation FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY of_this_person ON consent.representation FOR SELECT TO ve_resident
    USING (person_id = consent.scope_party());
CREATE POLICY at_the_desk ON consent.representation FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_party() IS NOT NULL);
CREATE POLICY desk_registers ON consent.representation FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND registered_by = consent.scope_party());
CREATE POLICY desk_changes ON consent.representation FOR UPDATE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_party() IS NOT NULL)
    WITH CHECK (resident_id = consent.scope_resident());

CREATE POLICY workspace_plans_representation ON consent.due FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident()
                AND kind IN ('AGE_REACHED', 'AGE_SOON', 'REPRESENTATION_RECHECK'));
