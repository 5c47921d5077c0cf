-- What happened to entries, for programs that follow a dossier: which entry, in which section, how and when. No content. Goes
-- with its entry.
CREATE TABLE dossier.entry_change (
    resident_id uuid        NOT NULL,
    change_id   uuid        NOT NULL, -- version 7: sorts by time
    entry_id    uuid        NOT NULL,
    section     smallint    NOT NULL,
    version     int         NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('ADDED', 'EDITED', 'REMOVED', 'RESTORED', 'MOVED')),
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (resident_id, change_id),
    FOREIGN KEY (resident_id, entry_id) REFERENCES dossier.entry ON DELETE CASCADE
);
CREATE INDEX entry_change_of ON dossier.entry_change (resident_id, entry_id);

ALTER TABLE dossier.entry_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE dossier.entry_change FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON dossier.entry_change TO ve_resident
    USING (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    WITH CHECK (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
CREATE POLICY at_hand ON dossier.entry_change TO ve_workspace
    USING (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        AND section = ANY (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    WITH CHECK (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        AND section = ANY (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));

GRANT SELECT, INSERT, DELETE ON dossier.entry_change TO ve_resident;
GRANT SELECT, INSERT ON dossier.entry_change TO ve_workspace;
