-- Where the resident wants a text message too when there is news; sealed for the resident face. Empty for who did not ask for it.
alter table dossier.resident add column phone bytea;
