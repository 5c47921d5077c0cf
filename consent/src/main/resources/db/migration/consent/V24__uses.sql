-- How much professionals looked, to see what stands out. The log of who looked where is sealed for each resident; this is a count
-- and says nothing about anybody: instead of a resident a keyed hash, another one for every professional and every day, whose key
-- only the custody has. Written in the transaction of the line in the log.
CREATE TABLE consent.use_count (
    party_id uuid    NOT NULL,
    day      date    NOT NULL,
    whose    bytea   NOT NULL CHECK (octet_length(whose) = 32),
    -- At night or in a weekend.
    odd      boolean NOT NULL,
    looked   integer NOT NULL CHECK (looked >= 0),
    refused  integer NOT NULL CHECK (refused >= 0),
    PRIMARY KEY (party_id, day, whose, odd)
);
CREATE INDEX use_count_by_day ON consent.use_count (day);
ALTER TABLE consent.use_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.use_count FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (looked, refused) ON consent.use_count TO ve_resident, ve_workspace;
CREATE POLICY own ON consent.use_count FOR ALL TO ve_resident, ve_workspace
    USING (party_id = consent.scope_party()) WITH CHECK (party_id = consent.scope_party());
CREATE POLICY officer_watches ON consent.use_count FOR SELECT TO ve_workspace USING (consent.scope_job() = 'review');
-- Kept for 90 days, by the product's clock.
GRANT DELETE ON consent.use_count TO ve_resident;
CREATE POLICY job_forgets ON consent.use_count FOR ALL TO ve_resident
    USING (consent.scope_job() = 'due') WITH CHECK (false);

-- Breaches that somebody found otherwise than in the review of an emergency access (AVG 33). Sealed: the words.
CREATE TABLE consent.found_breach (
    breach_id     uuid        NOT NULL PRIMARY KEY,
    found_by      uuid        NOT NULL,
    known_at      timestamptz NOT NULL,
    report_before timestamptz NOT NULL CHECK (report_before = known_at + interval '72 hours'),
    words         bytea       NOT NULL,
    reported      boolean,
    closed_at     timestamptz,
    closed_by     uuid,
    closed_words  bytea,
    CHECK ((reported IS NULL) = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)
           AND (closed_at IS NULL) = (closed_words IS NULL))
);
CREATE INDEX found_breach_by_end ON consent.found_breach (report_before);
ALTER TABLE consent.found_breach ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.found_breach FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (reported, closed_at, closed_by, closed_words) ON consent.found_breach TO ve_workspace;
CREATE POLICY officer ON consent.found_breach FOR ALL TO ve_workspace
    USING (consent.scope_job() = 'review') WITH CHECK (consent.scope_job() = 'review');
