-- Since when the register of persons tells what changes about somebody. The resident face, which alone opens numbers, finds who is
-- still to be followed.
alter table dossier.resident add column followed_at timestamptz;
create index resident_to_follow on dossier.resident (opened_at) where followed_at is null;
create policy register_finds_whom_to_follow on dossier.resident for select to ve_resident
    using (nullif(current_setting('app.job', true), '') = 'register' and followed_at is null);

-- Whose is the erasure that somebody named? See V8 and V9.
create index erasure_by_id on dossier.erasure (erasure_id);
create policy named on dossier.erasure for select to ve_owner
    using (erasure_id = nullif(current_setting('app.named', true), '')::uuid);
create or replace function dossier.owner_of(named uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    owner uuid;
begin
    perform set_config('app.named', named::text, true);
    owner := (select resident_id from dossier.entry where entry_id = named
              union all select resident_id from dossier.document where document_id = named
              union all select resident_id from dossier.procedure where procedure_id = named
              union all select resident_id from dossier.erasure where erasure_id = named
              union all select resident_id from dossier.resident where resident_id = named
              limit 1);
    perform set_config('app.named', '', true);
    return owner;
end $$;
