-- Under which assignment somebody handles a procedure, who decides when that must be somebody else (Awb 7:5), and who handed
-- it back and why: ids and codes only.
alter table dossier.procedure
    add column handler_case   uuid,     -- null for who started it
    add column decider        uuid,
    add column decider_case   uuid,
    add column decider_wanted boolean not null default false,
    add column returned_by    uuid,
    add column returned_why   text check (returned_why ~ '^[A-Z_]{1,40}$'),
    add check ((returned_by is null) = (returned_why is null));
create index procedure_decided on dossier.procedure (decider, due_on) where not closed;
create index procedure_to_decide on dossier.procedure (due_on) where decider_wanted and decider is null and not closed;
create index procedure_by_handler_case on dossier.procedure (handler_case);
create index procedure_by_decider_case on dossier.procedure (decider_case);

drop policy handled on dossier.procedure;
create policy handled on dossier.procedure for select to ve_workspace
    using (nullif(current_setting('app.party', true), '')::uuid in (handler, decider));
drop policy giving on dossier.procedure;
create policy giving on dossier.procedure for update to ve_workspace
    using ((handler is null or decider_wanted and decider is null)
        and not closed and current_setting('app.task', true) = 'assign')
    with check (current_setting('app.task', true) = 'assign');
-- An assignment ended: whoever had the case by it has it no more.
create policy freeing_seen on dossier.procedure for select to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and current_setting('app.task', true) = 'return');
create policy freeing on dossier.procedure for update to ve_workspace
    using (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and current_setting('app.task', true) = 'return')
    with check (resident_id = nullif(current_setting('app.resident', true), '')::uuid
        and current_setting('app.task', true) = 'return');
