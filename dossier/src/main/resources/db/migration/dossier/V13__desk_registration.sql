-- Who came to the desk and may never have signed in: the number, sealed for the resident face alone, until that one opened the
-- dossier. Who wrote it down cannot read it back.
create table dossier.desk_registration (
    resident_id   uuid        not null primary key,
    bsn           bytea       not null,
    party_id      uuid        not null,
    registered_at timestamptz not null
);
alter table dossier.desk_registration enable row level security;
alter table dossier.desk_registration force row level security;
grant insert on dossier.desk_registration to ve_workspace;
grant select, delete on dossier.desk_registration to ve_resident;
create policy desk_leaves on dossier.desk_registration for insert to ve_workspace
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
                and party_id = nullif(current_setting('app.party', true), '')::uuid);
create policy own on dossier.desk_registration to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy office_finds_its_work on dossier.desk_registration for select to ve_resident
    using (nullif(current_setting('app.job', true), '') = 'desk');
