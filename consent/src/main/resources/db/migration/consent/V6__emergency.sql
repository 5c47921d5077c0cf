-- Emergency access (noodtoegang, DOMAIN §2.7). Clear: ids, times, reason code, section numbers, state. Sealed: words.
CREATE TABLE consent.emergency (
    resident_id   uuid        NOT NULL,
    emergency_id  uuid        NOT NULL,
    party_id      uuid        NOT NULL,
    team          text,
    reason        text        NOT NULL
        CHECK (reason IN ('LEVENSGEVAAR', 'VEILIGHEID_KIND', 'CRISIS_24U', 'ANDERS')),
    sections      integer[]   NOT NULL CHECK (cardinality(sections) > 0),
    why           bytea       NOT NULL,
    asked_at      timestamptz NOT NULL,
    state         text        NOT NULL
        CHECK (state IN ('AANGEVRAAGD', 'ACTIEF', 'AFGELOPEN', 'IN_REVIEW', 'GERECHTVAARDIGD', 'ONTERECHT')),
    valid_from    timestamptz,
    valid_until   timestamptz,
    ended_at      timestamptz,
    delay_days    integer     NOT NULL DEFAULT 0 CHECK (delay_days BETWEEN 0 AND 7),
    delayed_by    uuid,
    delay_why     bytea,
    review_before timestamptz,
    overdue_at    timestamptz,
    reviewer      uuid        CHECK (reviewer <> party_id),
    judged_at     timestamptz,
    judged_words  bytea,
    PRIMARY KEY (resident_id, emergency_id),
    CHECK ((state = 'AANGEVRAAGD') = (valid_from IS NULL)),
    CHECK ((valid_from IS NULL) = (valid_until IS NULL)),
    -- Twenty-four hours at most, whatever the application says.
    CHECK (valid_until > valid_from AND valid_until <= valid_from + interval '24 hours'),
    CHECK (delay_days = 0 OR delayed_by IS NOT NULL AND delay_why IS NOT NULL),
    CHECK (state NOT IN ('GERECHTVAARDIGD', 'ONTERECHT')
           OR reviewer IS NOT NULL AND judged_at IS NOT NULL AND judged_words IS NOT NULL)
);
CREATE INDEX emergency_by_party ON consent.emergency (party_id, asked_at DESC);
CREATE INDEX emergency_by_id ON consent.emergency (emergency_id);
CREATE INDEX emergency_to_review ON consent.emergency (review_before) WHERE judged_at IS NULL;
ALTER TABLE consent.emergency ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.emergency FORCE ROW LEVEL SECURITY;
GRANT SELECT ON consent.emergency TO ve_resident, ve_workspace;
GRANT INSERT ON consent.emergency TO ve_workspace;
-- The clock ends it and calls the review late, from the resident face; the rest is done at work.
GRANT UPDATE (state, ended_at, review_before, overdue_at) ON consent.emergency TO ve_resident;
GRANT UPDATE (state, valid_from, valid_until, ended_at, delay_days, delayed_by, delay_why, review_before, reviewer,
              judged_at, judged_words) ON consent.emergency TO ve_workspace;
CREATE POLICY of_this_resident ON consent.emergency FOR SELECT TO ve_resident
    USING (resident_id = consent.scope_resident());
CREATE POLICY clock_ends ON consent.emergency FOR UPDATE TO ve_resident
    USING (resident_id = consent.scope_resident())
    WITH CHECK (resident_id = consent.scope_resident() AND state IN ('AFGELOPEN', 'IN_REVIEW'));
CREATE POLICY by_this_party ON consent.emergency FOR SELECT TO ve_workspace
    USING (party_id = consent.scope_party() OR consent.scope_job() = 'review');
CREATE POLICY party_asks ON consent.emergency FOR INSERT TO ve_workspace
    WITH CHECK (party_id = consent.scope_party() AND resident_id = consent.scope_resident() AND state = 'AANGEVRAAGD');
CREATE POLICY party_opens_and_ends ON consent.emergency FOR UPDATE TO ve_workspace
    USING (party_id = consent.scope_party() AND state IN ('AANGEVRAAGD', 'ACTIEF'))
    WITH CHECK (party_id = consent.scope_party() AND state IN ('AANGEVRAAGD', 'ACTIEF', 'AFGELOPEN'));
CREATE POLICY officer_reviews ON consent.emergency FOR UPDATE TO ve_workspace
    USING (consent.scope_job() = 'review' AND party_id <> consent.scope_party())
    WITH CHECK (consent.scope_job() = 'review' AND party_id <> consent.scope_party());

-- What was not justified (AVG 33). The privacy officer's desk only.
CREATE TABLE consent.breach (
    resident_id   uuid        NOT NULL,
    emergency_id  uuid        NOT NULL,
    known_at      timestamptz NOT NULL,
    report_before timestamptz NOT NULL CHECK (report_before = known_at + interval '72 hours'),
    reported      boolean,
    closed_at     timestamptz,
    closed_by     uuid,
    closed_words  bytea,
    PRIMARY KEY (resident_id, emergency_id),
    CHECK ((reported IS NULL) = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)
           AND (closed_at IS NULL) = (closed_words IS NULL))
);
CREATE INDEX breach_by_end ON consent.breach (report_before) WHERE closed_at IS NULL;
ALTER TABLE consent.breach ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.breach FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.breach TO ve_workspace;
GRANT UPDATE (reported, closed_at, closed_by, closed_words) ON consent.breach TO ve_workspace;
CREATE POLICY officer ON consent.breach FOR ALL TO ve_workspace
    USING (consent.scope_job() = 'review') WITH CHECK (consent.scope_job() = 'review');

-- The kinds are those of the program; a list here would have to be repeated by every part of it.
ALTER TABLE consent.due DROP CONSTRAINT due_kind_check;
ALTER TABLE consent.due ADD CONSTRAINT due_kind_check CHECK (kind ~ '^[A-Z_]{3,40}$');
CREATE POLICY workspace_plans_emergencies ON consent.due FOR INSERT TO ve_workspace
    WITH CHECK (resident_id = consent.scope_resident()
                AND kind IN ('EMERGENCY_ENDS', 'EMERGENCY_TOLD', 'EMERGENCY_REVIEW'));
