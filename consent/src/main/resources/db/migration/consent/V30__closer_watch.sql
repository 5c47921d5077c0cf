-- Who asked that every look at their dossier stands out, and in which street somebody lives. The street is a keyed hash of a
-- postcode whose key only the custody has, sealed once more for each person: nobody can lay two residents side by side here, and
-- the postcode itself is kept nowhere.
CREATE TABLE consent.closer_watch (
    resident_id uuid        NOT NULL PRIMARY KEY,
    asked       boolean     NOT NULL DEFAULT false,
    street      bytea,
    street_on   date
);
ALTER TABLE consent.closer_watch ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.closer_watch FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON consent.closer_watch TO ve_resident;
GRANT SELECT ON consent.closer_watch TO ve_workspace;
CREATE POLICY of_this_resident ON consent.closer_watch FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY looked_at ON consent.closer_watch FOR SELECT TO ve_workspace USING (resident_id = consent.scope_resident());

-- The same of who works here, from the claim of the identity provider.
ALTER TABLE consent.party ADD COLUMN street bytea;

-- Counted beside the rest, without whose dossier it was.
ALTER TABLE consent.use_count ADD COLUMN asked integer NOT NULL DEFAULT 0;
ALTER TABLE consent.use_count ADD COLUMN near integer NOT NULL DEFAULT 0;
GRANT UPDATE (asked, near) ON consent.use_count TO ve_resident, ve_workspace;
