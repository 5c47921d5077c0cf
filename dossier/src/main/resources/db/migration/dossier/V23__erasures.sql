-- Nothing is sealed under a key that is not there any more: what was being written when its section was erased does not get in.
alter table dossier.entry_version add constraint sealed_under_a_key
    foreign key (resident_id, section, epoch) references dossier.section_key (resident_id, section, epoch);
alter table dossier.document add constraint sealed_under_a_key
    foreign key (resident_id, section, epoch) references dossier.section_key (resident_id, section, epoch);

-- What a resident erased of Mijn deel, or is about to. Stays as the proof: numbers, moments and counts, nothing of what it was.
create table dossier.erasure (
    resident_id     uuid        not null,
    erasure_id      uuid        not null,
    sections        smallint[]  not null check (cardinality(sections) > 0),
    state           text        not null check (state in ('WACHT', 'BEZIG', 'GEWIST', 'AFGEZIEN')),
    asked_at        timestamptz not null,
    due_at          timestamptz not null,
    ended_at        timestamptz,
    entries         int,
    documents       int,
    keys            int,
    main_until      date,
    keystore_until  date,
    primary key (resident_id, erasure_id),
    check ((state in ('GEWIST', 'AFGEZIEN')) = (ended_at is not null)),
    check ((state = 'GEWIST') = (keystore_until is not null))
);
create index erasure_due on dossier.erasure (due_at) where state in ('WACHT', 'BEZIG');

-- Until which epoch of which key it goes; number 0 is the root key.
create table dossier.erasure_line (
    resident_id uuid     not null,
    erasure_id  uuid     not null,
    number      smallint not null,
    last_epoch  int      not null,
    primary key (resident_id, erasure_id, number),
    foreign key (resident_id, erasure_id) references dossier.erasure on delete cascade
);

do $$
declare
    name text;
begin
    foreach name in array array ['erasure', 'erasure_line']
    loop
        execute format('alter table dossier.%I enable row level security', name);
        execute format('alter table dossier.%I force row level security', name);
        execute format('create policy own on dossier.%I to ve_resident '
            'using (resident_id = nullif(current_setting(''app.resident'', true), '''')::uuid) '
            'with check (resident_id = nullif(current_setting(''app.resident'', true), '''')::uuid)', name);
    end loop;
end
$$;
-- The job that erases must find whose dossiers to enter; it sees ids, numbers and times only.
create policy erase on dossier.erasure for select to ve_resident
    using (state in ('WACHT', 'BEZIG') and current_setting('app.task', true) = 'erase');

grant select, insert, update on dossier.erasure to ve_resident;
grant select, insert on dossier.erasure_line to ve_resident;
