-- Who has a plan on the screen now, and which part is being written. Ids and codes only; of the last minute.
create table dossier.plan_presence (
    resident_id  uuid        not null,
    procedure_id uuid        not null,
    who          uuid        not null, -- a professional; all zeros for the resident
    part         text        check (part ~ '^[A-Z]{1,40}$'),
    seen_at      timestamptz not null,
    primary key (resident_id, procedure_id, who),
    foreign key (resident_id, procedure_id) references dossier.procedure on delete cascade
);

alter table dossier.plan_presence enable row level security;
alter table dossier.plan_presence force row level security;

create policy own on dossier.plan_presence to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
-- 25 is the section of plans.
create policy at_hand on dossier.plan_presence to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and 25 = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and 25 = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));

grant select, insert, update, delete on dossier.plan_presence to ve_resident, ve_workspace;
