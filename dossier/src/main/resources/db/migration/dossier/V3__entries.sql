create table dossier.entry (
    resident_id uuid        not null,
    entry_id    uuid        not null,
    section     smallint    not null, -- of the newest version
    version     int         not null check (version >= 1),
    written_by  uuid,                 -- a professional; null for the resident
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    removed_at  timestamptz,
    primary key (resident_id, entry_id)
);
create index entry_in_section on dossier.entry (resident_id, section) where removed_at is null;
create index entry_removed on dossier.entry (removed_at) where removed_at is not null;

create table dossier.entry_version (
    resident_id uuid        not null,
    entry_id    uuid        not null,
    version     int         not null,
    section     smallint    not null,
    epoch       int         not null,
    suite       smallint    not null,
    day         bytea       not null,
    body        bytea       not null,
    document_id uuid,
    written_at  timestamptz not null,
    primary key (resident_id, entry_id, version),
    foreign key (resident_id, entry_id) references dossier.entry on delete cascade
);

alter table dossier.entry enable row level security;
alter table dossier.entry force row level security;
alter table dossier.entry_version enable row level security;
alter table dossier.entry_version force row level security;

create policy own on dossier.entry to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy own on dossier.entry_version to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy at_hand on dossier.entry to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
create policy at_hand on dossier.entry_version to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));

-- The job that destroys what was removed 30 days ago must find whose dossiers to enter; it sees ids and times only.
create policy purge on dossier.entry for select to ve_resident
    using (removed_at is not null and current_setting('app.task', true) = 'purge');

grant select, insert, update, delete on dossier.entry to ve_resident;
grant select, insert, delete on dossier.entry_version to ve_resident;
grant select, insert, update on dossier.entry to ve_workspace;
grant select, insert on dossier.entry_version to ve_workspace;
