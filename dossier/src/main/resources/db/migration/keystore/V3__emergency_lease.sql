-- A professional's emergency access to one dossier: ends to the moment.
CREATE TABLE keystore.emergency_lease (
    resident_id  uuid        NOT NULL,
    emergency_id uuid        NOT NULL,
    party_id     uuid        NOT NULL,
    sections     smallint[]  NOT NULL,
    ends_at      timestamptz NOT NULL,
    PRIMARY KEY (resident_id, emergency_id)
);
CREATE INDEX emergency_lease_ends ON keystore.emergency_lease (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON keystore.emergency_lease TO ve_broker;
