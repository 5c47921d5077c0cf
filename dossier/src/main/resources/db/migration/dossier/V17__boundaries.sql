-- The key of one thing in a section, such as one objection or one question to an expert: who was let into that has this key
-- and no other. Wrapped under the key of the section, so that whoever writes in the section can write for them.
create table dossier.bounded_key (
    resident_id uuid     not null,
    grant_id    uuid     not null,
    thing_id    uuid     not null,
    section     smallint not null,
    epoch       integer  not null,
    suite       smallint not null,
    wrapped     bytea    not null,
    primary key (resident_id, grant_id)
);
create index bounded_key_by_thing on dossier.bounded_key (resident_id, thing_id);

-- What opens one record of the section, under the key of the thing.
create table dossier.record_key (
    resident_id uuid     not null,
    grant_id    uuid     not null,
    record      text     not null check (record ~ '^[a-z0-9._]{1,60}$'),
    record_id   uuid     not null,
    version     integer  not null,
    suite       smallint not null,
    wrapped     bytea    not null,
    primary key (resident_id, grant_id, record, record_id, version)
);

-- What was asked of an expert (part 1), the pages that went along (2, gone when it is over) and the answer (3): under the key
-- of the question.
create table dossier.consult_text (
    resident_id uuid     not null,
    consult_id  uuid     not null,
    part        smallint not null check (part between 1 and 3),
    suite       smallint not null,
    sealed      bytea    not null,
    primary key (resident_id, consult_id, part)
);

-- The bridging note of a case that is handed over, under the key of a section that both may read.
create table dossier.handover_note (
    resident_id uuid     not null,
    handover_id uuid     not null,
    section     smallint not null,
    epoch       integer  not null,
    suite       smallint not null,
    body        bytea    not null,
    primary key (resident_id, handover_id)
);

do $$
declare
    name text;
begin
    foreach name in array array ['bounded_key', 'record_key', 'consult_text', 'handover_note']
    loop
        execute format('alter table dossier.%I enable row level security', name);
        execute format('alter table dossier.%I force row level security', name);
        execute format('create policy of_this_resident on dossier.%I to ve_resident '
            'using (resident_id = nullif(current_setting(''app.resident'', true), '''')::uuid) '
            'with check (resident_id = nullif(current_setting(''app.resident'', true), '''')::uuid)', name);
    end loop;
    foreach name in array array ['bounded_key', 'record_key']
    loop
        execute format('create policy of_this_resident_too on dossier.%I to ve_workspace '
            'using (resident_id = nullif(current_setting(''app.resident'', true), '''')::uuid) '
            'with check (resident_id = nullif(current_setting(''app.resident'', true), '''')::uuid)', name);
    end loop;
end
$$;
create policy at_hand on dossier.consult_text to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and 25 = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and 25 = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
create policy at_hand on dossier.handover_note to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));

grant select, insert, delete on dossier.bounded_key, dossier.record_key to ve_resident, ve_workspace;
grant select, insert, delete on dossier.consult_text to ve_resident, ve_workspace;
grant select, insert on dossier.handover_note to ve_workspace;
grant select on dossier.handover_note to ve_resident;
