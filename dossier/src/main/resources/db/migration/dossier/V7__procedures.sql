create table dossier.procedure (
    resident_id  uuid        not null,
    procedure_id uuid        not null,
    kind         smallint    not null,
    section      smallint    not null,
    state        text        not null check (state ~ '^[A-Z_]{1,40}$'),
    steps        int         not null check (steps >= 1),
    handler      uuid,                 -- a professional; null while nobody was given the case
    excluded     uuid[]      not null, -- professionals who may not handle it
    due_on       date,
    started_at   timestamptz not null,
    changed_at   timestamptz not null,
    closed       boolean     not null,
    primary key (resident_id, procedure_id)
);
create index procedure_handled on dossier.procedure (handler, due_on) where not closed;
create index procedure_waiting on dossier.procedure (due_on) where handler is null and not closed;

create table dossier.procedure_step (
    resident_id  uuid        not null,
    procedure_id uuid        not null,
    number       int         not null check (number >= 1),
    step_id      uuid        not null,
    section      smallint    not null,
    verb         text        not null check (verb ~ '^[a-z-]{1,40}$'),
    taken_by     uuid,                 -- a professional; null for the resident and for the clock
    taken_at     timestamptz not null,
    epoch        int,                  -- null for a step of the clock, which has no text
    suite        smallint,
    body         bytea,
    primary key (resident_id, procedure_id, number),
    unique (resident_id, procedure_id, step_id),
    foreign key (resident_id, procedure_id) references dossier.procedure on delete cascade,
    check ((body is null) = (epoch is null) and (body is null) = (suite is null))
);

create table dossier.procedure_paper (
    resident_id  uuid        not null,
    procedure_id uuid        not null,
    paper_id     uuid        not null,
    section      smallint    not null,
    epoch        int         not null,
    suite        smallint    not null,
    body         bytea       not null,
    kept_at      timestamptz not null,
    primary key (resident_id, procedure_id, paper_id),
    foreign key (resident_id, procedure_id) references dossier.procedure on delete cascade
);

create table dossier.procedure_alarm (
    resident_id  uuid        not null,
    procedure_id uuid        not null,
    at           timestamptz not null,
    verb         text        not null check (verb ~ '^[a-z-]{1,40}$'),
    state        text        not null check (state ~ '^[A-Z_]{1,40}$'),
    primary key (resident_id, procedure_id, at, verb),
    foreign key (resident_id, procedure_id) references dossier.procedure on delete cascade
);
create index procedure_alarm_due on dossier.procedure_alarm (at);

alter table dossier.procedure enable row level security;
alter table dossier.procedure force row level security;
alter table dossier.procedure_step enable row level security;
alter table dossier.procedure_step force row level security;
alter table dossier.procedure_paper enable row level security;
alter table dossier.procedure_paper force row level security;
alter table dossier.procedure_alarm enable row level security;
alter table dossier.procedure_alarm force row level security;

create policy own on dossier.procedure to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy own on dossier.procedure_step to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy own on dossier.procedure_paper to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy own on dossier.procedure_alarm to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);

create policy at_hand on dossier.procedure to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
create policy at_hand on dossier.procedure_step to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
create policy at_hand on dossier.procedure_paper to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
-- Alarms hold moments and codes only; they follow from the steps of a procedure that is at hand.
create policy at_hand on dossier.procedure_alarm to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);

-- A work list: what one handles oneself, without content.
create policy handled on dossier.procedure for select to ve_workspace
    using (handler = nullif(current_setting('app.party', true), '')::uuid);
-- Who assigns cases sees that there are procedures, and gives those that nobody handles: no content, no name. A row that was
-- just given must still be visible to the update that gave it.
create policy assigning on dossier.procedure for select to ve_workspace
    using (current_setting('app.task', true) = 'assign');
create policy giving on dossier.procedure for update to ve_workspace
    using (handler is null and not closed and current_setting('app.task', true) = 'assign')
    with check (current_setting('app.task', true) = 'assign');
-- The job that lets the clock take its steps must find where; it sees ids, moments and codes only.
create policy due on dossier.procedure_alarm for select to ve_resident
    using (current_setting('app.task', true) = 'alarm');

grant select, insert, update on dossier.procedure to ve_resident, ve_workspace;
grant select, insert on dossier.procedure_step to ve_resident, ve_workspace;
grant select, insert on dossier.procedure_paper to ve_resident, ve_workspace;
grant select, insert, delete on dossier.procedure_alarm to ve_resident, ve_workspace;
