-- Schema consent. Clear: ids, times, section numbers, states. Sealed (bytea): names, texts, records, ledger bodies.
--
-- Row-level security is the second line behind the access decision. It reads settings that live for one transaction:
--   app.resident  whose dossier    app.party  which professional    app.team  which team    app.job  which background job
-- An unset setting matches nothing. FORCE makes the owner subject to it too.

GRANT USAGE ON SCHEMA consent TO ve_resident, ve_workspace;

CREATE FUNCTION consent.scope_resident() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.resident', true), '')::uuid;
CREATE FUNCTION consent.scope_party() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.party', true), '')::uuid;
CREATE FUNCTION consent.scope_team() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.team', true), '');
CREATE FUNCTION consent.scope_job() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.job', true), '');

-- Professionals who ever signed in. The card (name, role, organisation, team) is sealed.
CREATE TABLE consent.party (
    party_id    uuid        NOT NULL PRIMARY KEY,
    -- The code of the employer, to find colleagues by.
    organisation text       NOT NULL,
    card        bytea       NOT NULL,
    updated_at  timestamptz NOT NULL,
    row_version integer     NOT NULL
);
CREATE INDEX party_by_organisation ON consent.party (organisation);
ALTER TABLE consent.party ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.party FORCE ROW LEVEL SECURITY;
GRANT SELECT ON consent.party TO ve_resident;
GRANT SELECT, INSERT, UPDATE ON consent.party TO ve_workspace;
-- Not about a resident: every screen of either face shows names of staff, found by id.
CREATE POLICY everybody_reads ON consent.party FOR SELECT TO ve_resident, ve_workspace USING (true);
CREATE POLICY own_card_insert ON consent.party FOR INSERT TO ve_workspace WITH CHECK (party_id = consent.scope_party());
CREATE POLICY own_card_update ON consent.party FOR UPDATE TO ve_workspace
    USING (party_id = consent.scope_party()) WITH CHECK (party_id = consent.scope_party());

-- Whose dossiers a professional may never open.
CREATE TABLE consent.relation (
    resident_id uuid    NOT NULL,
    party_id    uuid    NOT NULL,
    kind        text    NOT NULL CHECK (kind IN ('OWN', 'HOUSEHOLD')),
    row_version integer NOT NULL,
    PRIMARY KEY (resident_id, party_id)
);
CREATE INDEX relation_by_party ON consent.relation (party_id);
ALTER TABLE consent.relation ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.relation FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON consent.relation TO ve_workspace;
CREATE POLICY own_relations ON consent.relation FOR ALL TO ve_workspace
    USING (party_id = consent.scope_party()) WITH CHECK (party_id = consent.scope_party());

-- One row per professional and resident: asking takes its lock, so that two tabs cannot ask the same thing twice.
CREATE TABLE consent.asking (
    resident_id   uuid        NOT NULL,
    party_id      uuid        NOT NULL,
    last_asked_at timestamptz NOT NULL,
    PRIMARY KEY (resident_id, party_id)
);
ALTER TABLE consent.asking ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.asking FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON consent.asking TO ve_workspace;
CREATE POLICY own_asking ON consent.asking FOR ALL TO ve_workspace
    USING (party_id = consent.scope_party())
    WITH CHECK (party_id = consent.scope_party() AND resident_id = consent.scope_resident());

CREATE TABLE consent.access_request (
    resident_id uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    party_id    uuid        NOT NULL,
    sections    integer[]   NOT NULL CHECK (cardinality(sections) > 0),
    may_add     boolean     NOT NULL,
    team_shared boolean     NOT NULL,
    last_day    date        NOT NULL,
    purpose     bytea       NOT NULL,
    what_if_no  bytea       NOT NULL,
    new_reason  bytea,
    asked_at    timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL CHECK (expires_at > asked_at),
    state       text        NOT NULL
        CHECK (state IN ('AANGEVRAAGD', 'GEGEVEN', 'GEWEIGERD', 'INGETROKKEN_DOOR_VRAGER', 'VERVALLEN')),
    state_since timestamptz NOT NULL,
    row_version integer     NOT NULL,
    PRIMARY KEY (resident_id, request_id)
);
CREATE INDEX access_request_by_party ON consent.access_request (party_id, asked_at DESC);
CREATE INDEX access_request_by_party_id ON consent.access_request (party_id, request_id);
CREATE INDEX access_request_open ON consent.access_request (resident_id, asked_at) WHERE state = 'AANGEVRAAGD';
ALTER TABLE consent.access_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.access_request FORCE ROW LEVEL SECURITY;
GRANT SELECT ON consent.access_request TO ve_resident, ve_workspace;
GRANT UPDATE (state, state_since, row_version) ON consent.access_request TO ve_resident, ve_workspace;
GRANT INSERT ON consent.access_request TO ve_workspace;
CREATE POLICY to_this_resident ON consent.access_request FOR SELECT TO ve_resident
    USING (resident_id = consent.scope_resident());
CREATE POLICY resident_answers ON consent.access_request FOR UPDATE TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY by_this_party ON consent.access_request FOR SELECT TO ve_workspace
    USING (party_id = consent.scope_party());
CREATE POLICY party_asks ON consent.access_request FOR INSERT TO ve_workspace
    WITH CHECK (party_id = consent.scope_party() AND resident_id = consent.scope_resident() AND state = 'AANGEVRAAGD');
CREATE POLICY party_withdraws ON consent.access_request FOR UPDATE TO ve_workspace
    USING (party_id = consent.scope_party())
    WITH CHECK (party_id = consent.scope_party() AND state IN ('AANGEVRAAGD', 'INGETROKKEN_DOOR_VRAGER'));

CREATE TABLE consent.access_grant (
    resident_id uuid        NOT NULL,
    grant_id    uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    party_id    uuid        NOT NULL,
    team        text,
    sections    integer[]   NOT NULL CHECK (cardinality(sections) > 0),
    may_add     boolean     NOT NULL,
    team_shared boolean     NOT NULL,
    last_day    date        NOT NULL,
    purpose     bytea       NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL CHECK (valid_until > valid_from),
    state       text        NOT NULL
        CHECK (state IN ('ACTIEF', 'GEPAUZEERD', 'INGETROKKEN', 'VERLOPEN', 'VERVANGEN', 'BEEINDIGD')),
    state_since timestamptz NOT NULL,
    previous_id uuid,
    replaced_by uuid,
    row_version integer     NOT NULL,
    PRIMARY KEY (resident_id, grant_id)
);
-- A request is answered with yes once: the second line behind the lock on the request.
CREATE UNIQUE INDEX access_grant_one_per_request ON consent.access_grant (resident_id, request_id) WHERE previous_id IS NULL;
-- A version is replaced once.
CREATE UNIQUE INDEX access_grant_one_successor ON consent.access_grant (resident_id, previous_id) WHERE previous_id IS NOT NULL;
CREATE INDEX access_grant_by_party ON consent.access_grant (party_id, valid_until) WHERE state IN ('ACTIEF', 'GEPAUZEERD');
CREATE INDEX access_grant_by_team ON consent.access_grant (team, valid_until)
    WHERE team_shared AND state IN ('ACTIEF', 'GEPAUZEERD');
CREATE INDEX access_grant_to_party ON consent.access_grant (resident_id, party_id);
ALTER TABLE consent.access_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.access_grant FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.access_grant TO ve_resident;
GRANT UPDATE (state, state_since, replaced_by, row_version) ON consent.access_grant TO ve_resident;
GRANT SELECT ON consent.access_grant TO ve_workspace;
-- SELECT … FOR SHARE asks for the right to update; the policy below lets no update through.
GRANT UPDATE (row_version) ON consent.access_grant TO ve_workspace;
CREATE POLICY of_this_resident ON consent.access_grant FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY to_this_party ON consent.access_grant FOR SELECT TO ve_workspace
    USING (party_id = consent.scope_party() OR (team_shared AND team = consent.scope_team()));
CREATE POLICY lock_only ON consent.access_grant FOR UPDATE TO ve_workspace
    USING (party_id = consent.scope_party() OR (team_shared AND team = consent.scope_team())) WITH CHECK (false);

-- The evidence of consent given, refused, narrowed and withdrawn. Append-only for everybody.
CREATE TABLE consent.consent_record (
    resident_id uuid        NOT NULL,
    record_id   uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    grant_id    uuid,
    previous_id uuid,
    recorded_at timestamptz NOT NULL,
    language    text        NOT NULL,
    record      bytea       NOT NULL,
    shown       bytea       NOT NULL,
    row_version integer     NOT NULL,
    PRIMARY KEY (resident_id, record_id)
);
CREATE INDEX consent_record_of_grant ON consent.consent_record (resident_id, grant_id, recorded_at DESC);
ALTER TABLE consent.consent_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.consent_record FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.consent_record TO ve_resident;
CREATE POLICY of_this_resident ON consent.consent_record FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());

-- Statutory tasks.
CREATE TABLE consent.case_assignment (
    resident_id   uuid        NOT NULL,
    assignment_id uuid        NOT NULL,
    party_id      uuid        NOT NULL,
    assigned_by   uuid        NOT NULL,
    statute       text        NOT NULL,
    sections      integer[]   NOT NULL CHECK (cardinality(sections) > 0),
    valid_from    timestamptz NOT NULL,
    valid_until   timestamptz NOT NULL CHECK (valid_until > valid_from),
    last_day      date        NOT NULL,
    ended_at      timestamptz,
    row_version   integer     NOT NULL,
    PRIMARY KEY (resident_id, assignment_id)
);
CREATE INDEX case_assignment_by_party ON consent.case_assignment (party_id, valid_until) WHERE ended_at IS NULL;
CREATE INDEX case_assignment_by_assigner ON consent.case_assignment (assigned_by, assignment_id);
ALTER TABLE consent.case_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.case_assignment FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (ended_at, row_version) ON consent.case_assignment TO ve_resident;
GRANT SELECT, INSERT, UPDATE (ended_at, row_version) ON consent.case_assignment TO ve_workspace;
CREATE POLICY of_this_resident ON consent.case_assignment FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY held_or_assigned ON consent.case_assignment FOR SELECT TO ve_workspace
    USING (party_id = consent.scope_party() OR assigned_by = consent.scope_party());
CREATE POLICY assigns ON consent.case_assignment FOR INSERT TO ve_workspace
    WITH CHECK (assigned_by = consent.scope_party() AND party_id <> assigned_by
                AND resident_id = consent.scope_resident());
CREATE POLICY ends ON consent.case_assignment FOR UPDATE TO ve_workspace
    USING (party_id = consent.scope_party() OR assigned_by = consent.scope_party())
    WITH CHECK (ended_at IS NOT NULL);

-- What the clock will do: a list of ids and times only, so that a background job finds its work without seeing anything
-- of a dossier. Each item is then done in a scope of its own resident.
CREATE TABLE consent.due (
    resident_id uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('REQUEST_LAPSES', 'GRANT_ENDS', 'GRANT_ENDS_SOON', 'CASE_ENDS')),
    subject_id  uuid        NOT NULL,
    due_at      timestamptz NOT NULL,
    PRIMARY KEY (resident_id, kind, subject_id)
);
CREATE INDEX due_by_time ON consent.due (kind, due_at);
ALTER TABLE consent.due ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.due FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON consent.due TO ve_resident;
GRANT INSERT ON consent.due TO ve_workspace;
CREATE POLICY of_this_resident ON consent.due FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY job_finds_its_work ON consent.due FOR SELECT TO ve_resident USING (consent.scope_job() = 'due');
CREATE POLICY workspace_plans ON consent.due FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND kind IN ('REQUEST_LAPSES', 'CASE_ENDS'));

-- The ledger. The head gives each resident's lines their gapless numbers; no lock is shared between residents.
CREATE TABLE consent.ledger_head (
    resident_id  uuid   NOT NULL PRIMARY KEY,
    last_seq     bigint NOT NULL CHECK (last_seq > 0),
    -- The sign-in for which reading the log was last written down.
    log_read_for timestamptz
);
ALTER TABLE consent.ledger_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.ledger_head FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON consent.ledger_head TO ve_resident;
GRANT SELECT (resident_id, last_seq), INSERT (resident_id, last_seq), UPDATE (last_seq) ON consent.ledger_head TO ve_workspace;
CREATE POLICY of_this_resident ON consent.ledger_head FOR ALL TO ve_resident, ve_workspace
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());

CREATE TABLE consent.ledger_entry (
    resident_id uuid        NOT NULL,
    seq         bigint      NOT NULL CHECK (seq > 0),
    event_id    uuid        NOT NULL,
    at          timestamptz NOT NULL,
    -- SHA-256(salt || canonical event)
    commitment  bytea       NOT NULL CHECK (octet_length(commitment) = 32),
    -- Sealed under the resident's audit key: salt || canonical event.
    body        bytea       NOT NULL,
    PRIMARY KEY (resident_id, seq)
);
CREATE INDEX ledger_entry_by_time ON consent.ledger_entry (resident_id, at);
ALTER TABLE consent.ledger_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.ledger_entry FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.ledger_entry TO ve_resident;
GRANT INSERT ON consent.ledger_entry TO ve_workspace;
CREATE POLICY own_lines ON consent.ledger_entry FOR SELECT TO ve_resident USING (resident_id = consent.scope_resident());
CREATE POLICY append ON consent.ledger_entry FOR INSERT TO ve_resident, ve_workspace
    WITH CHECK (resident_id = consent.scope_resident());

-- Lines that the sequencer has yet to put into a tree. The faces add, and can neither look nor take away.
CREATE TABLE consent.audit_pending (
    resident_id uuid   NOT NULL,
    event_id    uuid   NOT NULL,
    seq         bigint NOT NULL,
    commitment  bytea  NOT NULL CHECK (octet_length(commitment) = 32),
    PRIMARY KEY (resident_id, event_id)
);
ALTER TABLE consent.audit_pending ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.audit_pending FORCE ROW LEVEL SECURITY;
GRANT INSERT ON consent.audit_pending TO ve_resident, ve_workspace;
CREATE POLICY append ON consent.audit_pending FOR INSERT TO ve_resident, ve_workspace
    WITH CHECK (resident_id = consent.scope_resident());
