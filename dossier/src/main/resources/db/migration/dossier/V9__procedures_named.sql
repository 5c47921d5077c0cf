-- Procedures have addresses too: whose is the one that somebody named?
create index procedure_by_id on dossier.procedure (procedure_id);

create policy named on dossier.procedure for select to ve_owner
    using (procedure_id = nullif(current_setting('app.named', true), '')::uuid);

create or replace function dossier.owner_of(named uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    owner uuid;
begin
    perform set_config('app.named', named::text, true);
    owner := (select resident_id from dossier.entry where entry_id = named
              union all select resident_id from dossier.document where document_id = named
              union all select resident_id from dossier.procedure where procedure_id = named
              union all select resident_id from dossier.resident where resident_id = named
              limit 1);
    perform set_config('app.named', '', true);
    return owner;
end $$;
