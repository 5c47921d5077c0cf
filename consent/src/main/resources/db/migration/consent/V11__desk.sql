-- What residents did on paper, by phone or at the desk. Clear: ids, kinds, times, states. Sealed: what it says, the scan, codes.
-- The workspace writes it down and cannot read it back; the code is in no column that it may see.
CREATE TABLE consent.desk_act (
    resident_id  uuid        NOT NULL,
    act_id       uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('GRANT', 'REFUSE', 'STOP_GRANT', 'MANDATE', 'STOP_MANDATE',
        'SIGN_PLAN', 'WITHDRAW_PLAN', 'LOG_LETTER')),
    channel      text        NOT NULL CHECK (channel IN ('BALIE', 'TELEFOON', 'BRIEF')),
    party_id     uuid        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPGESCHREVEN', 'WACHT_OP_GEMACHTIGDE', 'WACHT_OP_CODE', 'BEVESTIGD',
        'UITGEVOERD', 'NIET_MOGELIJK', 'VERVALLEN', 'INGETROKKEN')),
    state_since  timestamptz NOT NULL,
    -- Sealed for the resident face: either face seals, only that one opens.
    body         bytea       NOT NULL,
    scan         bytea,
    -- Sealed for the resident face by itself, bound to who gets what.
    code         bytea,
    code_index   bytea CHECK (octet_length(code_index) = 32),
    code_until   timestamptz,
    tries        integer     NOT NULL DEFAULT 0,
    -- The code as it was given, sealed for the resident face, which looks again.
    typed        bytea,
    confirmed_by uuid,
    -- Of a mandate or a grant that came of it.
    subject_id   uuid,
    letter       text CHECK (letter IN ('INVITATION', 'CODE', 'RECEIPT', 'LOG')),
    letter_at    timestamptz,
    letter_tries integer     NOT NULL DEFAULT 0,
    posted_at    timestamptz,
    PRIMARY KEY (resident_id, act_id),
    CHECK (state <> 'WACHT_OP_CODE' OR (code IS NOT NULL AND code_index IS NOT NULL AND code_until IS NOT NULL)),
    CHECK (state <> 'BEVESTIGD' OR typed IS NOT NULL)
);
CREATE UNIQUE INDEX desk_act_by_code ON consent.desk_act (code_index);
CREATE INDEX desk_act_to_do ON consent.desk_act (state_since)
    WHERE state IN ('OPGESCHREVEN', 'BEVESTIGD', 'WACHT_OP_CODE', 'WACHT_OP_GEMACHTIGDE');
CREATE INDEX desk_act_to_post ON consent.desk_act (letter_at) WHERE letter IS NOT NULL;

ALTER TABLE consent.desk_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.desk_act FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ON consent.desk_act TO ve_resident;
GRANT SELECT (resident_id, act_id, kind, channel, party_id, recorded_at, state, state_since, code_index, code_until, tries,
              posted_at, letter),
      INSERT (resident_id, act_id, kind, channel, party_id, recorded_at, state, state_since, body, scan),
      UPDATE (state, state_since, tries, typed, confirmed_by, letter, letter_at) ON consent.desk_act TO ve_workspace;
CREATE POLICY of_this_resident ON consent.desk_act FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY code_in_hand ON consent.desk_act FOR SELECT TO ve_resident
    USING (code_index = decode(nullif(current_setting('app.index', true), ''), 'hex'));
CREATE POLICY office_finds_its_work ON consent.desk_act FOR SELECT TO ve_resident USING (consent.scope_job() = 'desk');
CREATE POLICY at_the_desk ON consent.desk_act FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_job() = 'desk');
CREATE POLICY desk_writes ON consent.desk_act FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND party_id = consent.scope_party() AND state = 'OPGESCHREVEN');
-- It can be given a code, or be called off; nothing else becomes of it here.
CREATE POLICY desk_confirms ON consent.desk_act FOR UPDATE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_job() = 'desk')
    WITH CHECK (resident_id = consent.scope_resident()
                AND state IN ('OPGESCHREVEN', 'WACHT_OP_GEMACHTIGDE', 'WACHT_OP_CODE', 'BEVESTIGD', 'VERVALLEN', 'INGETROKKEN'));

-- Whom the resident may be asked about at the desk: who asks and who has access. Never what is in a dossier.
CREATE POLICY at_the_desk ON consent.access_request FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_job() = 'desk');
CREATE POLICY at_the_desk ON consent.access_grant FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_job() = 'desk');
GRANT SELECT (resident_id, mandate_id, state, carer, valid_until, last_day, keys_id, scopes, version) ON consent.mandate TO ve_workspace;
CREATE POLICY at_the_desk ON consent.mandate FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_job() = 'desk');
