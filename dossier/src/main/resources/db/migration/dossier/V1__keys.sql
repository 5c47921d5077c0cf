-- Wrapped keys. Row security: a face sees the keys of the one resident it is dealing with (app.resident), and the workspace
-- face sees no key of the resident's own part at all. Zone 1 is Mijn deel, 2 the municipal file.
GRANT USAGE ON SCHEMA dossier TO ve_resident, ve_workspace;

CREATE TABLE dossier.root_key (
    resident_id    uuid        NOT NULL,
    zone           smallint    NOT NULL CHECK (zone IN (1, 2)),
    version        integer     NOT NULL CHECK (version > 0),
    branch_version integer     NOT NULL CHECK (branch_version > 0),
    suite          smallint    NOT NULL,
    wrapped        bytea       NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (resident_id, zone, version)
);

CREATE TABLE dossier.section_key (
    resident_id  uuid        NOT NULL,
    section      smallint    NOT NULL,
    epoch        integer     NOT NULL CHECK (epoch > 0),
    zone         smallint    NOT NULL CHECK (zone IN (1, 2)),
    root_version integer     NOT NULL,
    suite        smallint    NOT NULL,
    wrapped      bytea       NOT NULL,
    opened_at    timestamptz NOT NULL,
    PRIMARY KEY (resident_id, section, epoch)
);

CREATE TABLE dossier.name_label (
    resident_id  uuid     NOT NULL,
    zone         smallint NOT NULL CHECK (zone IN (1, 2)),
    root_version integer  NOT NULL,
    suite        smallint NOT NULL,
    sealed       bytea    NOT NULL,
    PRIMARY KEY (resident_id, zone)
);

-- The resident's audit key: anybody here may seal to the public half, which the custody authenticates; the private half is
-- sealed to the custody of the resident face.
CREATE TABLE dossier.audit_key (
    resident_id     uuid        NOT NULL,
    version         integer     NOT NULL CHECK (version > 0),
    custody_version integer     NOT NULL,
    suite           smallint    NOT NULL,
    public_key      bytea       NOT NULL,
    mac             bytea       NOT NULL,
    sealed_private  bytea       NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (resident_id, version)
);

-- A key for the ledger lines that one process writes in a few minutes, sealed to the resident's audit key.
CREATE TABLE dossier.audit_window (
    resident_id uuid        NOT NULL,
    window_id   uuid        NOT NULL,
    key_version integer     NOT NULL,
    suite       smallint    NOT NULL,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (resident_id, window_id)
);

-- A grant's key, in its two locks, once for each key that may open it.
CREATE TABLE dossier.grant_box (
    resident_id uuid       NOT NULL,
    grant_id    uuid       NOT NULL,
    key_id      bytea      NOT NULL,
    sections    smallint[] NOT NULL,
    last_day    date       NOT NULL,
    suite       smallint   NOT NULL,
    sealed      bytea      NOT NULL,
    PRIMARY KEY (resident_id, grant_id, key_id)
);

-- The same grant's key for the resident, who wraps new epochs with it; and the name that goes along, under that key.
CREATE TABLE dossier.grant_secret (
    resident_id  uuid     NOT NULL,
    grant_id     uuid     NOT NULL,
    root_version integer  NOT NULL,
    suite        smallint NOT NULL,
    wrapped      bytea    NOT NULL,
    label        bytea,
    PRIMARY KEY (resident_id, grant_id)
);

CREATE TABLE dossier.grant_section_key (
    resident_id uuid     NOT NULL,
    grant_id    uuid     NOT NULL,
    section     smallint NOT NULL,
    epoch       integer  NOT NULL,
    suite       smallint NOT NULL,
    wrapped     bytea    NOT NULL,
    PRIMARY KEY (resident_id, grant_id, section, epoch)
);

-- Public halves of the keys of professionals and teams, signed by their organisation. Not about a resident.
CREATE TABLE dossier.grantee_key (
    key_id       bytea       PRIMARY KEY,
    holder       text        NOT NULL UNIQUE,
    suite        smallint    NOT NULL,
    public_key   bytea       NOT NULL,
    signature    bytea       NOT NULL,
    published_at timestamptz NOT NULL
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['root_key', 'section_key', 'name_label', 'audit_key', 'audit_window', 'grant_box',
        'grant_secret', 'grant_section_key']
    LOOP
        EXECUTE format('ALTER TABLE dossier.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE dossier.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_this_resident ON dossier.%I TO ve_resident, ve_workspace '
            'USING (resident_id = nullif(current_setting(''app.resident'', true), '''')::uuid)', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY ['root_key', 'section_key', 'name_label']
    LOOP
        EXECUTE format('CREATE POLICY municipal_only ON dossier.%I AS RESTRICTIVE TO ve_workspace USING (zone = 2)', name);
    END LOOP;
END
$$;

ALTER TABLE dossier.grantee_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE dossier.grantee_key FORCE ROW LEVEL SECURITY;
CREATE POLICY published ON dossier.grantee_key TO ve_resident, ve_workspace USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON dossier.root_key, dossier.section_key, dossier.name_label, dossier.audit_key,
    dossier.audit_window, dossier.grant_box, dossier.grant_secret, dossier.grant_section_key TO ve_resident;
GRANT SELECT ON dossier.grantee_key TO ve_resident;

GRANT SELECT, INSERT, UPDATE ON dossier.root_key TO ve_workspace;
GRANT SELECT, INSERT ON dossier.section_key, dossier.audit_key, dossier.audit_window, dossier.grantee_key TO ve_workspace;
GRANT SELECT ON dossier.name_label TO ve_workspace;
GRANT SELECT, DELETE ON dossier.grant_box, dossier.grant_secret, dossier.grant_section_key TO ve_workspace;
