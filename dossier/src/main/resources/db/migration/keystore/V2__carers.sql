-- The private half of the key pair of somebody who acts for residents, wrapped under the resident face's own KEK (1): the
-- other face can neither open one nor put one in its place.
CREATE TABLE keystore.carer_seed (
    holder         text     PRIMARY KEY,
    key_id         bytea    NOT NULL UNIQUE,
    branch_version integer  NOT NULL,
    suite          smallint NOT NULL,
    wrapped        bytea    NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON keystore.carer_seed TO ve_broker;
