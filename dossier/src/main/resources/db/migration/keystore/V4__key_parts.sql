-- The other half of what opens content. A section key, or the root key of Mijn deel, as the main database keeps it opens
-- nothing by itself: content is sealed under a key derived from it and a part that is only here. Destroying the part makes
-- every copy of the main database, however old, useless for what was sealed with it.
-- number: that of a section, or 0 for the root key of Mijn deel. A part serves from its first epoch until the next part; what
-- is older than the first part was sealed without one. A row without its part stays, to tell that it was destroyed: ids and
-- numbers only, so that a copy that is put back is known for what it is.
CREATE TABLE keystore.key_part (
    resident_id    uuid        NOT NULL,
    number         smallint    NOT NULL CHECK (number BETWEEN 0 AND 99),
    first_epoch    integer     NOT NULL CHECK (first_epoch > 0),
    last_epoch     integer,
    kek            smallint    NOT NULL CHECK (kek BETWEEN 1 AND 2),
    branch_version integer     NOT NULL,
    suite          smallint    NOT NULL,
    wrapped        bytea,
    destroyed_at   timestamptz,
    PRIMARY KEY (resident_id, number, first_epoch),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL) AND (last_epoch IS NULL) = (destroyed_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON keystore.key_part TO ve_broker;
