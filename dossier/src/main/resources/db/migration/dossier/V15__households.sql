-- Who of one household makes a plan together. Each keeps a dossier of their own with a plan of their own; here stand ids, moments
-- and states, and sealed what each of them shows the others: a name, and the text of the plan without their own words.
create table dossier.household_member (
    resident_id  uuid        not null,
    household_id uuid        not null,
    procedure_id uuid        not null, -- the plan of this member
    name         bytea       not null check (octet_length(name) <= 4096),
    state        text        not null check (state ~ '^[A-Z_]{1,40}$'),
    shared       bytea       check (octet_length(shared) <= 1048576),
    shared_at    timestamptz,
    joined_at    timestamptz not null,
    left_at      timestamptz,
    primary key (resident_id, household_id),
    unique (resident_id, procedure_id),
    check ((shared is null) = (shared_at is null))
);
create index household_members on dossier.household_member (household_id);

-- Codes that a member hands to somebody at home. A code opens nothing: it leads to a question.
create table dossier.household_code (
    resident_id  uuid        not null,
    index        bytea       not null check (octet_length(index) = 32), -- keyed hash of the code
    household_id uuid        not null,
    expires_at   timestamptz not null,
    primary key (resident_id, index)
);
create unique index household_code_by_index on dossier.household_code (index);

alter table dossier.household_member enable row level security;
alter table dossier.household_member force row level security;
alter table dossier.household_code enable row level security;
alter table dossier.household_code force row level security;

create policy own on dossier.household_member to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
-- 25 is the section of plans.
create policy at_hand on dossier.household_member to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and 25 = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and 25 = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
-- What members show each other: set after the own membership, or a code, was seen.
create policy together on dossier.household_member for select to ve_resident, ve_workspace
    using (household_id = nullif(current_setting('app.household', true), '')::uuid);

create policy own on dossier.household_code to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy code_in_hand on dossier.household_code for select to ve_resident
    using (index = decode(nullif(current_setting('app.index', true), ''), 'hex'));

grant select, insert, update on dossier.household_member to ve_resident;
grant select, update (state, shared, shared_at) on dossier.household_member to ve_workspace;
grant select, insert, delete on dossier.household_code to ve_resident;
