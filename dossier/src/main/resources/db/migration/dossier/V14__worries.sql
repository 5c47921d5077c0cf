-- What somebody told the municipality who worries about somebody else. It belongs to no dossier until the desk links it to one;
-- who told it needs no login. Ids, moments and states only; the text is sealed.
create table dossier.worry (
    worry_id   uuid        not null primary key,
    state      text        not null check (state in ('OPEN', 'LINKED', 'CLOSED')),
    told_at    timestamptz not null,
    body       bytea       not null check (octet_length(body) <= 65536),
    handled_by uuid,                 -- a professional
    handled_at timestamptz,
    outcome    bytea       check (octet_length(outcome) <= 65536),
    check ((state = 'OPEN') = (handled_by is null)
        and (state = 'OPEN') = (handled_at is null)
        and (state = 'OPEN') = (outcome is null))
);
create index worry_open on dossier.worry (told_at) where state = 'OPEN';

alter table dossier.worry enable row level security;
alter table dossier.worry force row level security;

-- The public page puts in and sees nothing back.
create policy tell on dossier.worry for insert to ve_resident with check (state = 'OPEN');
create policy handle on dossier.worry to ve_workspace
    using (nullif(current_setting('app.party', true), '') is not null)
    with check (handled_by = nullif(current_setting('app.party', true), '')::uuid);

grant insert on dossier.worry to ve_resident;
grant select, update on dossier.worry to ve_workspace;
