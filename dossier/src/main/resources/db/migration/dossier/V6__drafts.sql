-- What a resident is still typing: not in the dossier yet, so of no section, and sealed under a key that no grant leads to.
-- The form is an address, like a path of the site; the fields are in the body.
create table dossier.draft (
    resident_id  uuid        not null,
    draft_id     uuid        not null,
    form         text        not null check (form ~ '^[a-z0-9/-]{1,100}$'),
    version      int         not null check (version >= 1),
    root_version int         not null,
    suite        smallint    not null,
    body         bytea       not null check (octet_length(body) <= 300000),
    kept_at      timestamptz not null,
    primary key (resident_id, draft_id)
);
create index draft_by_age on dossier.draft (kept_at);

alter table dossier.draft enable row level security;
alter table dossier.draft force row level security;
create policy own on dossier.draft to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
-- The job that destroys old drafts must find whose they are; it sees ids, forms and times only.
create policy purge on dossier.draft for select to ve_resident
    using (current_setting('app.task', true) = 'purge');
grant select, insert, update, delete on dossier.draft to ve_resident;
