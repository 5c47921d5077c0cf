-- Help with one thing, questions to experts, and cases that go from one colleague to another. Clear: ids, states, times.

-- A mandate can be bound to one thing: no scopes then, and it ends with the thing.
ALTER TABLE consent.mandate
    ADD COLUMN thing_id      uuid,
    ADD COLUMN thing_section integer,
    ADD COLUMN helper        text CHECK (helper IN ('CLIENTONDERSTEUNER', 'TOLK', 'BEKENDE')),
    ADD CHECK ((thing_id IS NULL) = (thing_section IS NULL) AND (thing_id IS NULL) = (helper IS NULL)),
    ADD CHECK (thing_id IS NULL OR cardinality(scopes) = 0);
DO $$
DECLARE
    name text;
BEGIN
    SELECT conname INTO STRICT name FROM pg_constraint
     WHERE conrelid = 'consent.mandate'::regclass AND contype = 'c'
       AND pg_get_constraintdef(oid) LIKE '%cardinality(scopes) > 0%';
    EXECUTE format('ALTER TABLE consent.mandate DROP CONSTRAINT %I', name);
END
$$;
ALTER TABLE consent.mandate ADD CHECK (version = 0 OR (person_id IS NOT NULL AND last_day IS NOT NULL
    AND (cardinality(scopes) > 0 OR thing_id IS NOT NULL)));
-- One carer holds one mandate of a resident, and besides that one for each thing.
DROP INDEX consent.mandate_one_per_carer;
CREATE UNIQUE INDEX mandate_one_per_carer ON consent.mandate (resident_id, person_id)
    WHERE state IN ('GEACCEPTEERD', 'ACTIEF') AND thing_id IS NULL;
CREATE UNIQUE INDEX mandate_one_per_helper ON consent.mandate (resident_id, person_id, thing_id)
    WHERE state IN ('GEACCEPTEERD', 'ACTIEF') AND thing_id IS NOT NULL;

-- The thing can end where the municipality works: help with it ends in the same transaction.
GRANT SELECT (resident_id, mandate_id, state, keys_id, person_id, thing_id, thing_section, valid_until, last_day, version),
    UPDATE (state, state_since, code) ON consent.mandate TO ve_workspace;
CREATE POLICY with_a_thing ON consent.mandate FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND thing_id IS NOT NULL);
CREATE POLICY ends_with_the_thing ON consent.mandate FOR UPDATE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND thing_id IS NOT NULL)
    WITH CHECK (resident_id = consent.scope_resident() AND state = 'VERLOPEN');
GRANT INSERT ON consent.mandate_record TO ve_workspace;
CREATE POLICY ended_with_the_thing ON consent.mandate_record FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND state = 'VERLOPEN');

-- A question to an expert. Its words are in the dossier, sealed under a key of their own.
CREATE TABLE consent.consult (
    resident_id uuid        NOT NULL,
    consult_id  uuid        NOT NULL,
    asked_by    uuid        NOT NULL,
    expert      uuid        NOT NULL CHECK (expert <> asked_by),
    section     integer     NOT NULL,
    state       text        NOT NULL
        CHECK (state IN ('GEVRAAGD', 'OPEN', 'GEWEIGERD', 'BEANTWOORD', 'INGETROKKEN', 'GESTOPT', 'VERLOPEN')),
    state_since timestamptz NOT NULL,
    asked_at    timestamptz NOT NULL,
    -- When the resident agreed.
    valid_from  timestamptz,
    valid_until timestamptz NOT NULL,
    last_day    date        NOT NULL,
    -- The words that the resident said yes to.
    language    text,
    shown       bytea,
    PRIMARY KEY (resident_id, consult_id),
    CHECK (state NOT IN ('OPEN', 'BEANTWOORD') OR valid_from IS NOT NULL)
);
CREATE INDEX consult_by_asker ON consent.consult (asked_by, consult_id);
CREATE INDEX consult_by_expert ON consent.consult (expert, consult_id);
CREATE INDEX consult_by_id ON consent.consult (consult_id);
-- One open question to one expert about one resident.
CREATE UNIQUE INDEX consult_one_open ON consent.consult (resident_id, expert, asked_by) WHERE state IN ('GEVRAAGD', 'OPEN');
ALTER TABLE consent.consult ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.consult FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (state, state_since, valid_from, valid_until, language, shown) ON consent.consult TO ve_resident;
GRANT SELECT, INSERT, UPDATE (state, state_since, asked_by) ON consent.consult TO ve_workspace;
CREATE POLICY of_this_resident ON consent.consult FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY asked_by_this_party ON consent.consult FOR SELECT TO ve_workspace USING (asked_by = consent.scope_party());
-- Nothing is put to an expert before the resident agreed.
CREATE POLICY put_to_this_party ON consent.consult FOR SELECT TO ve_workspace
    USING (expert = consent.scope_party() AND valid_from IS NOT NULL);
CREATE POLICY asks ON consent.consult FOR INSERT TO ve_workspace
    WITH CHECK (asked_by = consent.scope_party() AND resident_id = consent.scope_resident() AND state = 'GEVRAAGD'
                AND valid_from IS NULL);
CREATE POLICY taken_back ON consent.consult FOR UPDATE TO ve_workspace
    USING (asked_by = consent.scope_party() AND state IN ('GEVRAAGD', 'OPEN'))
    WITH CHECK (asked_by = consent.scope_party() AND state = 'INGETROKKEN');
CREATE POLICY answered ON consent.consult FOR UPDATE TO ve_workspace
    USING (expert = consent.scope_party() AND state = 'OPEN')
    WITH CHECK (expert = consent.scope_party() AND state IN ('OPEN', 'BEANTWOORD'));
CREATE POLICY workspace_plans_consults ON consent.due FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident() AND kind = 'CONSULT_ENDS');

-- A case goes from one colleague to another (warme overdracht). The bridging note is in the dossier.
CREATE TABLE consent.handover (
    resident_id uuid        NOT NULL,
    handover_id uuid        NOT NULL,
    from_party  uuid        NOT NULL,
    to_party    uuid        NOT NULL CHECK (to_party <> from_party),
    state       text        NOT NULL
        CHECK (state IN ('AANGEBODEN', 'AANVAARD', 'AFGEWEZEN', 'INGETROKKEN', 'GEWEIGERD', 'VERLOPEN')),
    state_since timestamptz NOT NULL,
    offered_at  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    statutes    text[]      NOT NULL CHECK (cardinality(statutes) > 0),
    -- The cases as the successor got them.
    taken       uuid[]      NOT NULL DEFAULT '{}',
    PRIMARY KEY (resident_id, handover_id)
);
CREATE INDEX handover_by_giver ON consent.handover (from_party, handover_id);
CREATE INDEX handover_by_taker ON consent.handover (to_party, handover_id);
CREATE INDEX handover_by_id ON consent.handover (handover_id);
CREATE UNIQUE INDEX handover_one_open ON consent.handover (resident_id, from_party) WHERE state = 'AANGEBODEN';
ALTER TABLE consent.handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.handover FORCE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE (state, state_since) ON consent.handover TO ve_resident;
GRANT SELECT, INSERT, UPDATE (state, state_since, taken) ON consent.handover TO ve_workspace;
CREATE POLICY of_this_resident ON consent.handover FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY between_these ON consent.handover FOR SELECT TO ve_workspace
    USING (consent.scope_party() IN (from_party, to_party));
CREATE POLICY offers ON consent.handover FOR INSERT TO ve_workspace
    WITH CHECK (from_party = consent.scope_party() AND resident_id = consent.scope_resident() AND state = 'AANGEBODEN');
CREATE POLICY answers ON consent.handover FOR UPDATE TO ve_workspace
    USING (consent.scope_party() IN (from_party, to_party) AND state = 'AANGEBODEN')
    WITH CHECK (from_party = consent.scope_party() AND state = 'INGETROKKEN'
                OR to_party = consent.scope_party() AND state IN ('AANVAARD', 'AFGEWEZEN'));

-- While a handover is offered, who takes over sees and moves what the other holds of that resident, and nothing else.
CREATE FUNCTION consent.takes_over(giver uuid) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT 1 FROM consent.handover h
                    WHERE h.resident_id = consent.scope_resident() AND h.from_party = giver
                      AND h.to_party = consent.scope_party() AND h.state = 'AANGEBODEN');
CREATE POLICY taken_over_seen ON consent.case_assignment FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(party_id));
CREATE POLICY taken_over ON consent.case_assignment FOR UPDATE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(party_id))
    WITH CHECK (ended_at IS NOT NULL);
CREATE POLICY takes_over ON consent.case_assignment FOR INSERT TO ve_workspace
    WITH CHECK (party_id = consent.scope_party() AND party_id <> assigned_by AND resident_id = consent.scope_resident()
                AND EXISTS (SELECT 1 FROM consent.handover h
                             WHERE h.resident_id = consent.scope_resident() AND h.to_party = consent.scope_party()
                               AND h.state = 'AANGEBODEN' AND statute = ANY (h.statutes)));
GRANT UPDATE (state, state_since) ON consent.access_grant TO ve_workspace;
CREATE POLICY taken_over_seen ON consent.access_grant FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(party_id));
CREATE POLICY taken_over ON consent.access_grant FOR UPDATE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(party_id))
    WITH CHECK (resident_id = consent.scope_resident() AND state = 'BEEINDIGD');
CREATE POLICY taken_over_seen ON consent.access_request FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(party_id));
CREATE POLICY taken_over ON consent.access_request FOR UPDATE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(party_id))
    WITH CHECK (resident_id = consent.scope_resident() AND state = 'INGETROKKEN_DOOR_VRAGER');
CREATE POLICY taken_over_seen ON consent.consult FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(asked_by));
CREATE POLICY taken_over ON consent.consult FOR UPDATE TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.takes_over(asked_by))
    WITH CHECK (resident_id = consent.scope_resident() AND asked_by = consent.scope_party());

-- Whom a resident refused by name, and for which task: that person is not given it again.
CREATE TABLE consent.refused_person (
    resident_id uuid        NOT NULL,
    party_id    uuid        NOT NULL,
    statute     text        NOT NULL,
    refused_at  timestamptz NOT NULL,
    PRIMARY KEY (resident_id, party_id, statute)
);
ALTER TABLE consent.refused_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.refused_person FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.refused_person TO ve_resident;
GRANT SELECT ON consent.refused_person TO ve_workspace;
CREATE POLICY of_this_resident ON consent.refused_person FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY who_gives_a_case ON consent.refused_person FOR SELECT TO ve_workspace
    USING (resident_id = consent.scope_resident() AND consent.scope_party() IS NOT NULL);

-- Whose is the question or the handover that somebody named? See V2.
CREATE POLICY named ON consent.consult FOR SELECT TO ve_owner
    USING (consult_id = nullif(current_setting('app.named', true), '')::uuid);
CREATE POLICY named ON consent.handover FOR SELECT TO ve_owner
    USING (handover_id = nullif(current_setting('app.named', true), '')::uuid);
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
              LIMIT 1);
    PERFORM set_config('app.named', '', true);
    RETURN owner;
END $$;
