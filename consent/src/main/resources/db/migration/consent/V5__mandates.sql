-- Mandates of informal carers (DOMAIN §2.6). Clear: ids, states, scopes, times. Sealed: names, codes, texts.
-- On the resident face app.party is the person who acts for somebody, and app.index the keyed hash of a code in hand.

CREATE TABLE consent.mandate (
    resident_id   uuid        NOT NULL,
    mandate_id    uuid        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('UITGENODIGD', 'GEACCEPTEERD', 'ACTIEF', 'AFGEWEZEN',
        'INGETROKKEN', 'OPGEZEGD', 'VERLOPEN', 'BEEINDIGD')),
    state_since   timestamptz NOT NULL,
    code_index    bytea       NOT NULL CHECK (octet_length(code_index) = 32),
    -- Sealed for the resident, to show once more; gone once it was used.
    code          bytea,
    code_until    timestamptz NOT NULL,
    person_id     uuid,
    -- The name of the carer, and of the resident as the carer may see it.
    carer         bytea,
    resident_name bytea,
    version       integer     NOT NULL CHECK (version >= 0),
    keys_id       uuid,
    scopes        text[]      NOT NULL,
    last_day      date,
    valid_from    timestamptz NOT NULL,
    valid_until   timestamptz NOT NULL CHECK (valid_until > valid_from),
    digest        text        NOT NULL CHECK (digest IN ('EACH_ACT', 'DAILY', 'WEEKLY')),
    PRIMARY KEY (resident_id, mandate_id),
    CHECK ((version > 0) = (keys_id IS NOT NULL)),
    CHECK (version = 0 OR (person_id IS NOT NULL AND cardinality(scopes) > 0 AND last_day IS NOT NULL)),
    CHECK (person_id IS DISTINCT FROM resident_id)
);
CREATE UNIQUE INDEX mandate_by_code ON consent.mandate (code_index);
CREATE INDEX mandate_by_person ON consent.mandate (person_id, valid_until) WHERE state IN ('GEACCEPTEERD', 'ACTIEF');
-- One carer holds one mandate of a resident: the second line behind the lock on the resident's mandates.
CREATE UNIQUE INDEX mandate_one_per_carer ON consent.mandate (resident_id, person_id)
    WHERE state IN ('GEACCEPTEERD', 'ACTIEF');

ALTER TABLE consent.mandate ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.mandate FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON consent.mandate TO ve_resident;
CREATE POLICY of_this_resident ON consent.mandate FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY to_this_person ON consent.mandate FOR SELECT TO ve_resident USING (person_id = consent.scope_party());
CREATE POLICY code_in_hand ON consent.mandate FOR SELECT TO ve_resident
    USING (code_index = decode(nullif(current_setting('app.index', true), ''), 'hex'));

-- What was confirmed, narrowed and ended, and the words that were on the screen. Append-only for everybody.
CREATE TABLE consent.mandate_record (
    resident_id uuid        NOT NULL,
    mandate_id  uuid        NOT NULL,
    record_id   uuid        NOT NULL,
    version     integer     NOT NULL,
    state       text        NOT NULL,
    scopes      text[]      NOT NULL,
    last_day    date,
    recorded_at timestamptz NOT NULL,
    language    text,
    shown       bytea,
    PRIMARY KEY (resident_id, mandate_id, record_id)
);
ALTER TABLE consent.mandate_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.mandate_record FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.mandate_record TO ve_resident;
CREATE POLICY of_this_resident ON consent.mandate_record FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());

ALTER TABLE consent.due DROP CONSTRAINT due_kind_check;
ALTER TABLE consent.due ADD CONSTRAINT due_kind_check CHECK (kind IN ('REQUEST_LAPSES', 'GRANT_ENDS',
    'GRANT_ENDS_SOON', 'CASE_ENDS', 'MANDATE_LAPSES', 'MANDATE_ENDS', 'MANDATE_ENDS_SOON'));

-- Whose mandate is it that somebody named? See V2.
CREATE INDEX mandate_by_id ON consent.mandate (mandate_id);
CREATE POLICY named ON consent.mandate FOR SELECT TO ve_owner
    USING (mandate_id = nullif(current_setting('app.named', true), '')::uuid);
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
              LIMIT 1);
    PERFORM set_config('app.named', '', true);
    RETURN owner;
END $$;
