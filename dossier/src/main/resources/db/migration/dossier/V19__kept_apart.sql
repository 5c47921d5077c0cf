-- What is about somebody else, or about safety, is kept from who acts for a resident (Wmo 5.3.2): a mark of who wrote it. The
-- row of an entry says so of its newest version. The second line behind the application: app.sections is set for who acts
-- for a resident and empty for the resident.
ALTER TABLE dossier.entry ADD COLUMN apart boolean NOT NULL DEFAULT false;
ALTER TABLE dossier.entry_version ADD COLUMN apart boolean NOT NULL DEFAULT false;

CREATE POLICY kept_apart ON dossier.entry AS RESTRICTIVE TO ve_resident
    USING (nullif(current_setting('app.sections', true), '') IS NULL OR NOT apart);
CREATE POLICY kept_apart ON dossier.entry_version AS RESTRICTIVE TO ve_resident
    USING (nullif(current_setting('app.sections', true), '') IS NULL
           OR NOT apart AND EXISTS (SELECT FROM dossier.entry e
                                    WHERE e.resident_id = entry_version.resident_id
                                      AND e.entry_id = entry_version.entry_id));
CREATE POLICY kept_apart ON dossier.document AS RESTRICTIVE TO ve_resident
    USING (nullif(current_setting('app.sections', true), '') IS NULL
           OR EXISTS (SELECT FROM dossier.entry e
                      WHERE e.resident_id = document.resident_id AND e.entry_id = document.entry_id));
