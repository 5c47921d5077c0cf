-- Finding a resident. A row is visible only to who already holds its keyed hash: nobody can list this table.
create table dossier.resident_index (
    kind        smallint not null check (kind in (1, 2)), -- 1: BSN, 2: issuer and subject of a login
    index       bytea    not null check (octet_length(index) = 32),
    resident_id uuid     not null,
    primary key (kind, index)
);
create unique index resident_has_one_bsn on dossier.resident_index (resident_id) where kind = 1;

alter table dossier.resident_index enable row level security;
alter table dossier.resident_index force row level security;
create policy index_in_hand on dossier.resident_index to ve_resident, ve_workspace
    using (index = decode(nullif(current_setting('app.index', true), ''), 'hex'))
    with check (index = decode(nullif(current_setting('app.index', true), ''), 'hex'));
grant usage on schema dossier to ve_resident, ve_workspace;
grant select, insert on dossier.resident_index to ve_resident, ve_workspace;

create table dossier.resident (
    resident_id uuid primary key,
    name        bytea       not null, -- sealed for the directory
    profile     bytea       not null, -- sealed for the resident face
    bsn         bytea       not null, -- sealed for the resident face
    opened_at   timestamptz not null,
    changed_at  timestamptz not null
);
alter table dossier.resident enable row level security;
alter table dossier.resident force row level security;
create policy own on dossier.resident to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy at_hand on dossier.resident for select to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
grant select, insert, update on dossier.resident to ve_resident;
grant select (resident_id, name) on dossier.resident to ve_workspace;
