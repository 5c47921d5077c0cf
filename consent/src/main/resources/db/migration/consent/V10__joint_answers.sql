-- Parents with gezag answer together. Each answers once; a person of the municipality talks with parents who differ.
CREATE TABLE consent.joint_answer (
    resident_id uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    yes         boolean     NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (resident_id, request_id, person_id)
);
ALTER TABLE consent.joint_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.joint_answer FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.joint_answer TO ve_resident;
CREATE POLICY of_this_resident ON consent.joint_answer FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());

-- What is left to a person: for who asked. It does not say who said what.
CREATE TABLE consent.disagreement (
    resident_id uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    party_id    uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    closed_at   timestamptz,
    PRIMARY KEY (resident_id, request_id)
);
CREATE INDEX disagreement_by_party ON consent.disagreement (party_id) WHERE closed_at IS NULL;
ALTER TABLE consent.disagreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent.disagreement FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent.disagreement TO ve_resident;
GRANT SELECT, UPDATE (closed_at) ON consent.disagreement TO ve_workspace;
CREATE POLICY of_this_resident ON consent.disagreement FOR ALL TO ve_resident
    USING (resident_id = consent.scope_resident()) WITH CHECK (resident_id = consent.scope_resident());
CREATE POLICY to_this_party ON consent.disagreement FOR ALL TO ve_workspace
    USING (party_id = consent.scope_party()) WITH CHECK (party_id = consent.scope_party());
