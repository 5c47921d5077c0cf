create table dossier.share_code (
    index       bytea       not null check (octet_length(index) = 32), -- keyed hash of the code
    resident_id uuid        not null,
    sealed      bytea       not null, -- the code itself, to show again to its resident
    expires_at  timestamptz not null,
    primary key (resident_id, index)
);
create unique index share_code_by_index on dossier.share_code (index);
create unique index one_code_a_resident on dossier.share_code (resident_id);

alter table dossier.share_code enable row level security;
alter table dossier.share_code force row level security;
create policy own on dossier.share_code to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
-- A professional sees the row of a code that was typed, and no other.
create policy code_in_hand on dossier.share_code for select to ve_workspace
    using (index = decode(nullif(current_setting('app.index', true), ''), 'hex'));
grant select, insert, update, delete on dossier.share_code to ve_resident;
grant select (index, resident_id, expires_at) on dossier.share_code to ve_workspace;
