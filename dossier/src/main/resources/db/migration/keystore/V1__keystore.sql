-- The broker's own database: without it, the main database does not open, whoever's keys one has. Its backups are kept
-- for a short time, so that what is deleted here is gone. Everything wrapped here is wrapped under a key of the custody.
GRANT USAGE ON SCHEMA keystore TO ve_broker;

-- kek: 1 own, 2 municipal, 3 directory, 4 grantees
CREATE TABLE keystore.branch_key (
    kek         smallint    NOT NULL CHECK (kek BETWEEN 1 AND 4),
    shard       smallint    NOT NULL CHECK (shard BETWEEN 0 AND 4095),
    version     integer     NOT NULL CHECK (version > 0),
    suite       smallint    NOT NULL,
    kek_version integer     NOT NULL CHECK (kek_version > 0),
    wrapped     bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (kek, shard, version)
);

-- Under which branch key a root key of the main database is wrapped: the list that rotation walks along.
CREATE TABLE keystore.rooted (
    kek            smallint NOT NULL CHECK (kek BETWEEN 1 AND 2),
    shard          smallint NOT NULL,
    resident_id    uuid     NOT NULL,
    branch_version integer  NOT NULL,
    PRIMARY KEY (kek, shard, resident_id)
);

-- The half of a grant's outer lock that goes when the resident stops. On hold it is wrapped for the resident face only.
CREATE TABLE keystore.grant_lease (
    resident_id    uuid     NOT NULL,
    grant_id       uuid     NOT NULL,
    kek            smallint NOT NULL CHECK (kek BETWEEN 1 AND 2),
    branch_version integer  NOT NULL,
    suite          smallint NOT NULL,
    wrapped        bytea    NOT NULL,
    last_day       date     NOT NULL,
    PRIMARY KEY (resident_id, grant_id)
);
CREATE INDEX grant_lease_last_day ON keystore.grant_lease (last_day);

-- A professional's statutory task in one dossier: without it the broker does not touch the municipal root key for them.
CREATE TABLE keystore.statutory_lease (
    resident_id   uuid       NOT NULL,
    assignment_id uuid       NOT NULL,
    party_id      uuid       NOT NULL,
    sections      smallint[] NOT NULL,
    last_day      date       NOT NULL,
    PRIMARY KEY (resident_id, assignment_id)
);
CREATE INDEX statutory_lease_last_day ON keystore.statutory_lease (last_day);

-- The private half of a grantee's key pair.
CREATE TABLE keystore.grantee_seed (
    key_id         bytea    PRIMARY KEY,
    branch_version integer  NOT NULL,
    suite          smallint NOT NULL,
    wrapped        bytea    NOT NULL
);

CREATE TABLE keystore.rotation (
    kek         smallint    NOT NULL,
    level       text        NOT NULL CHECK (level IN ('KEK', 'BRANCH')),
    to_version  integer     NOT NULL,
    total       bigint      NOT NULL,
    done        bigint      NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (kek, level, to_version)
);

GRANT SELECT, INSERT, UPDATE ON keystore.branch_key, keystore.rooted, keystore.rotation TO ve_broker;
GRANT SELECT, INSERT, UPDATE, DELETE ON keystore.grant_lease, keystore.statutory_lease, keystore.grantee_seed TO ve_broker;
