-- Experts are asked from every organisation, so they are found without opening the card of everybody who ever signed in.
ALTER TABLE consent.party ADD COLUMN expert boolean NOT NULL DEFAULT false;
CREATE INDEX party_expert ON consent.party (party_id) WHERE expert;
