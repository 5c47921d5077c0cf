-- What a resident says beside something of the file that stays as it is (AVG 16): sealed under the section that it stands in,
-- so that whoever may read the one reads the other. One for each request about data; the newest text counts.
create table dossier.statement (
    resident_id uuid        not null,
    request_id  uuid        not null,
    section     smallint    not null,
    entry_id    uuid,                 -- null: beside the section as a whole
    version     int         not null check (version >= 1),
    epoch       int         not null,
    suite       smallint    not null,
    body        bytea       not null,
    stated_at   timestamptz not null,
    primary key (resident_id, request_id),
    foreign key (resident_id, entry_id) references dossier.entry on delete cascade,
    constraint sealed_under_a_key foreign key (resident_id, section, epoch)
        references dossier.section_key (resident_id, section, epoch)
);
create index statement_beside on dossier.statement (resident_id, entry_id);
alter table dossier.statement enable row level security;
alter table dossier.statement force row level security;
create policy own on dossier.statement to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy at_hand on dossier.statement to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
grant select, insert, update, delete on dossier.statement to ve_resident;
-- An entry that its writer moves to another section takes along what stands beside it.
grant select, update (section, version, epoch, suite, body) on dossier.statement to ve_workspace;
