-- The transparency log: src/docs/proof-format.md. Two more roles, that an operator makes before this (src/deploy/roles.sql):
--   ve_sealer   puts lines into trees; sees ids of residents and hashes, no body of a line
--   ve_auditor  looks at every row of the log and holds no key; writes what it found

GRANT USAGE ON SCHEMA consent TO ve_sealer, ve_auditor;

-- Pending lines get what their log needs: 0 to 255 to choose it by, the print of the stored row, and since when they wait, by
-- the database's clock.
ALTER TABLE consent.audit_pending
    ADD COLUMN slot     smallint,
    ADD COLUMN stored   bytea CHECK (octet_length(stored) = 32),
    ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE consent.audit_pending NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.ledger_entry NO FORCE ROW LEVEL SECURITY;
UPDATE consent.audit_pending p
SET slot = get_byte(sha256(uuid_send(p.resident_id)), 0),
    stored = sha256('voorelkaar/stored/v1\012'::bytea || uuid_send(e.resident_id) || int8send(e.seq) || uuid_send(e.event_id)
                    || int8send((extract(epoch FROM e.at) * 1000000)::bigint) || e.commitment || e.body)
FROM consent.ledger_entry e
WHERE e.resident_id = p.resident_id AND e.seq = p.seq;
ALTER TABLE consent.audit_pending FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.ledger_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE consent.audit_pending
    ALTER COLUMN slot SET NOT NULL,
    ALTER COLUMN stored SET NOT NULL,
    -- Rows live for a fraction of a second, and dead ones are all that a look at them meets.
    SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
GRANT SELECT, DELETE ON consent.audit_pending TO ve_sealer;
GRANT SELECT ON consent.audit_pending TO ve_auditor;
CREATE POLICY seals ON consent.audit_pending FOR ALL TO ve_sealer USING (true) WITH CHECK (false);
CREATE POLICY audits ON consent.audit_pending FOR SELECT TO ve_auditor USING (true);

-- One row a log. Who seals has the lease, by the database's clock.
CREATE TABLE consent.log (
    log_id      smallint    NOT NULL PRIMARY KEY,
    origin      text        NOT NULL UNIQUE,
    prefix      text        NOT NULL,
    ed25519     text        NOT NULL,
    ml_dsa_44   text        NOT NULL,
    holder      uuid,
    lease_until timestamptz NOT NULL DEFAULT '-infinity',
    size        bigint      NOT NULL DEFAULT 0 CHECK (size >= 0),
    -- The newest checkpoint, signed; absent while the log is empty.
    note        text,
    behind_since timestamptz
);
-- Tiles of 256 hashes; level -1 holds the entries. The last of a level grows, and never changes what it holds.
CREATE TABLE consent.log_tile (
    log_id smallint NOT NULL,
    level  smallint NOT NULL CHECK (level BETWEEN -1 AND 7),
    number bigint   NOT NULL CHECK (number >= 0),
    hashes bytea    NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
    PRIMARY KEY (log_id, level, number)
);
ALTER TABLE consent.log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
-- Checkpoints that were shown to others.
CREATE TABLE consent.log_checkpoint (
    log_id  smallint    NOT NULL,
    size    bigint      NOT NULL CHECK (size > 0),
    note    text        NOT NULL,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (log_id, size)
);
CREATE TABLE consent.log_cosignature (
    log_id  smallint    NOT NULL,
    size    bigint      NOT NULL,
    witness text        NOT NULL,
    line    text        NOT NULL,
    PRIMARY KEY (log_id, size, witness)
);
CREATE TABLE consent.log_witness (
    name text NOT NULL PRIMARY KEY,
    key  text NOT NULL
);
CREATE TABLE consent.log_stamp (
    log_id     smallint    NOT NULL,
    size       bigint      NOT NULL,
    token      bytea       NOT NULL,
    stamped_at timestamptz NOT NULL,
    PRIMARY KEY (log_id, size)
);
-- Where each line is. Stays when a line's body is erased.
CREATE TABLE consent.sealed_line (
    resident_id uuid     NOT NULL,
    seq         bigint   NOT NULL CHECK (seq > 0),
    log_id      smallint NOT NULL,
    leaf_index  bigint   NOT NULL CHECK (leaf_index >= 0),
    commitment  bytea    NOT NULL CHECK (octet_length(commitment) = 32),
    stored      bytea    NOT NULL CHECK (octet_length(stored) = 32),
    link        bytea    NOT NULL CHECK (octet_length(link) = 32),
    PRIMARY KEY (resident_id, seq)
);
CREATE INDEX sealed_line_by_leaf ON consent.sealed_line (log_id, leaf_index);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['log', 'log_tile', 'log_checkpoint', 'log_cosignature', 'log_witness', 'log_stamp', 'sealed_line'] LOOP
        EXECUTE format('ALTER TABLE consent.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE consent.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('GRANT SELECT, INSERT ON consent.%I TO ve_sealer', t);
        EXECUTE format('CREATE POLICY seals ON consent.%I FOR ALL TO ve_sealer USING (true) WITH CHECK (true)', t);
        EXECUTE format('GRANT SELECT ON consent.%I TO ve_resident, ve_auditor', t);
        EXECUTE format('CREATE POLICY audits ON consent.%I FOR SELECT TO ve_auditor USING (true)', t);
        IF t <> 'sealed_line' THEN
            -- Published: about nobody.
            EXECUTE format('CREATE POLICY everybody_reads ON consent.%I FOR SELECT TO ve_resident USING (true)', t);
        END IF;
    END LOOP;
END $$;
CREATE POLICY own_lines ON consent.sealed_line FOR SELECT TO ve_resident USING (resident_id = consent.scope_resident());
GRANT UPDATE (holder, lease_until, size, note, behind_since) ON consent.log TO ve_sealer;
GRANT UPDATE (hashes) ON consent.log_tile TO ve_sealer;
GRANT UPDATE (key) ON consent.log_witness TO ve_sealer;

-- Whoever may write tiles may make them longer, and nothing else.
CREATE FUNCTION consent.tiles_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF substring(NEW.hashes FOR octet_length(OLD.hashes)) <> OLD.hashes THEN
        RAISE EXCEPTION 'a tile only grows';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE ON consent.log_tile FOR EACH ROW EXECUTE FUNCTION consent.tiles_only_grow();

GRANT SELECT ON consent.ledger_entry, consent.ledger_head TO ve_auditor;
CREATE POLICY audits ON consent.ledger_entry FOR SELECT TO ve_auditor USING (true);
CREATE POLICY audits ON consent.ledger_head FOR SELECT TO ve_auditor USING (true);
