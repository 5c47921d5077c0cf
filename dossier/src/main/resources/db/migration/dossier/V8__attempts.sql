-- Whose is the entry, the document or the dossier that somebody named? As consent.owner_of: a function of the owner answers
-- that one question, and sees only the row whose id is in hand.
create index entry_by_id on dossier.entry (entry_id);
create index document_by_id on dossier.document (document_id);

create policy named on dossier.entry for select to ve_owner
    using (entry_id = nullif(current_setting('app.named', true), '')::uuid);
create policy named on dossier.document for select to ve_owner
    using (document_id = nullif(current_setting('app.named', true), '')::uuid);
create policy named on dossier.resident for select to ve_owner
    using (resident_id = nullif(current_setting('app.named', true), '')::uuid);

create function dossier.owner_of(named uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    owner uuid;
begin
    perform set_config('app.named', named::text, true);
    owner := (select resident_id from dossier.entry where entry_id = named
              union all select resident_id from dossier.document where document_id = named
              union all select resident_id from dossier.resident where resident_id = named
              limit 1);
    perform set_config('app.named', '', true);
    return owner;
end $$;
revoke all on function dossier.owner_of(uuid) from public;
grant execute on function dossier.owner_of(uuid) to ve_resident, ve_workspace;
