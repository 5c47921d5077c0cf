-- What the auditor does and finds. Only the auditor's role comes here.
CREATE TABLE consent.audit_run (
    run_id      uuid             NOT NULL PRIMARY KEY,
    share       double precision NOT NULL CHECK (share > 0 AND share <= 1),
    -- Which tiles a share takes, so that a run that was interrupted takes the same.
    seed        bigint           NOT NULL,
    started_at  timestamptz      NOT NULL DEFAULT now(),
    finished_at timestamptz
);
-- How far a run is: a row for each log, and one with log -1 for the residents.
CREATE TABLE consent.audit_part (
    run_id         uuid     NOT NULL,
    log_id         smallint NOT NULL,
    size           bigint   NOT NULL,
    next_tile      bigint   NOT NULL DEFAULT 0,
    after_resident uuid,
    checked        bigint   NOT NULL DEFAULT 0,
    finished       boolean  NOT NULL DEFAULT false,
    PRIMARY KEY (run_id, log_id)
);
CREATE TABLE consent.audit_finding (
    run_id      uuid        NOT NULL,
    finding_id  uuid        NOT NULL,
    kind        text        NOT NULL,
    log_id      smallint,
    position    bigint,
    resident_id uuid,
    found_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_id, finding_id)
);
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['audit_run', 'audit_part', 'audit_finding'] LOOP
        EXECUTE format('ALTER TABLE consent.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE consent.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('GRANT SELECT, INSERT ON consent.%I TO ve_auditor', t);
        EXECUTE format('CREATE POLICY audits ON consent.%I FOR ALL TO ve_auditor USING (true) WITH CHECK (true)', t);
    END LOOP;
END $$;
GRANT UPDATE (finished_at) ON consent.audit_run TO ve_auditor;
GRANT UPDATE (next_tile, after_resident, checked, finished) ON consent.audit_part TO ve_auditor;
