-- The destruction list: parts of the municipal file that no law keeps any longer, which two people approve before they are erased
-- as everything is erased. And Mijn deel of who died. Ids, codes and moments: no name, nothing of what it was.
alter table dossier.erasure drop constraint erasure_state_check;
alter table dossier.erasure
    add check (state in ('WACHT', 'BEZIG', 'GEWIST', 'AFGEZIEN', 'VOORSTEL', 'OPGEHOUDEN', 'VERVALLEN')),
    add column rule          text check (rule ~ '^[A-Z_]{1,40}$'), -- by which it goes; null for who erased it themselves
    add column last_change   timestamptz,
    add column first_by      uuid,
    add column first_at      timestamptz,
    add column second_by     uuid,
    add column second_at     timestamptz,
    add column held_by       uuid,
    add column held_why      text check (held_why ~ '^[A-Z_]{1,40}$'),
    add check (rule is not null or state in ('WACHT', 'BEZIG', 'GEWIST', 'AFGEZIEN')),
    add check (first_by <> second_by),
    add check ((state = 'OPGEHOUDEN') = (held_why is not null)),
    drop constraint erasure_check,
    add constraint ended check ((state in ('GEWIST', 'AFGEZIEN', 'VERVALLEN')) = (ended_at is not null));
-- One at a time by each rule.
create unique index erasure_listed on dossier.erasure (resident_id, rule)
    where rule is not null and state in ('WACHT', 'BEZIG', 'VOORSTEL', 'OPGEHOUDEN');
create index erasure_to_approve on dossier.erasure (asked_at) where rule is not null;

create policy listed on dossier.erasure to ve_workspace
    using (rule is not null and current_setting('app.task', true) = 'retention')
    with check (rule is not null and current_setting('app.task', true) = 'retention');
grant select, update (state, due_at, first_by, first_at, second_by, second_at, held_by, held_why) on dossier.erasure to ve_workspace;

-- The job that makes the list sees which dossiers rested how long: ids, states and moments only.
create policy retention on dossier.procedure for select to ve_resident
    using (current_setting('app.task', true) = 'retention');
create policy retention on dossier.entry for select to ve_resident
    using (current_setting('app.task', true) = 'retention');
create index procedure_by_change on dossier.procedure (changed_at);
create index entry_by_change on dossier.entry (changed_at) where section > 20;

-- Once a day, on one of the nodes.
create table dossier.retention_round (
    day date primary key
);
alter table dossier.retention_round enable row level security;
alter table dossier.retention_round force row level security;
create policy any_day on dossier.retention_round to ve_resident using (true);
grant select, insert on dossier.retention_round to ve_resident;

grant delete on dossier.procedure, dossier.household_member to ve_resident;
grant delete on dossier.handover_note to ve_resident;
