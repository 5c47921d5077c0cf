-- When a resident is expected for a talk or a hearing: a moment, without a word about why or where.
alter table dossier.procedure add column appointment_at timestamptz;
