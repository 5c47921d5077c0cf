-- Until which day the register of persons was asked what changed, and when it is asked again. One row, about nobody.
CREATE TABLE portal.register_asked (
    one      boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    since    date        NOT NULL,
    again_at timestamptz NOT NULL
);
ALTER TABLE portal.register_asked ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.register_asked FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON portal.register_asked TO ve_resident;
CREATE POLICY resident_face ON portal.register_asked TO ve_resident USING (true) WITH CHECK (true);
