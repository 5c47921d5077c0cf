create table dossier.document (
    resident_id uuid        not null,
    document_id uuid        not null,
    entry_id    uuid        not null,
    section     smallint    not null,
    epoch       int         not null,
    size        bigint      not null check (size > 0), -- of the original
    stored_at   timestamptz not null,
    primary key (resident_id, document_id),
    foreign key (resident_id, entry_id) references dossier.entry on delete cascade
);
create index document_of_entry on dossier.document (resident_id, entry_id);

create table dossier.document_chunk (
    resident_id uuid     not null,
    document_id uuid     not null,
    chunk_no    int      not null check (chunk_no >= 0),
    section     smallint not null,
    bytes       bytea    not null check (octet_length(bytes) <= 262144),
    primary key (resident_id, document_id, chunk_no),
    -- The size is known when the last chunk is in: the document's own row comes last.
    foreign key (resident_id, document_id) references dossier.document on delete cascade deferrable initially deferred
);
-- Ciphertext does not compress.
alter table dossier.document_chunk alter column bytes set storage external;

alter table dossier.document enable row level security;
alter table dossier.document force row level security;
alter table dossier.document_chunk enable row level security;
alter table dossier.document_chunk force row level security;

create policy own on dossier.document to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy own on dossier.document_chunk to ve_resident
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
create policy at_hand on dossier.document to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));
create policy at_hand on dossier.document_chunk to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]))
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and section = any (string_to_array(nullif(current_setting('app.sections', true), ''), ',')::smallint[]));

grant select, insert on dossier.document, dossier.document_chunk to ve_resident, ve_workspace;
grant delete on dossier.document, dossier.document_chunk to ve_resident;

-- What a dossier holds, over all sections, so that the limit is one figure and concurrent uploads cannot pass it together.
create table dossier.stored_bytes (
    resident_id uuid   primary key,
    bytes       bigint not null check (bytes >= 0)
);
alter table dossier.stored_bytes enable row level security;
alter table dossier.stored_bytes force row level security;
create policy at_hand on dossier.stored_bytes to ve_resident, ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid)
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid);
grant select, insert, update on dossier.stored_bytes to ve_resident, ve_workspace;
