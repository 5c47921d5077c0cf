-- The main database over several servers, with Citus: run once as ve_owner on the coordinator, after migrate, while no face
-- runs. README.md in this folder says what stands in the way today. DistributionTests holds this file against the schema: each
-- table once, and after those that it refers to. The keystore is another database, and stays on one server.

-- Rows are unique within a shard only. What makes the codes unique is that they are hashes of long random numbers; that a
-- resident has one BSN is then guarded by the key of resident_index alone, which is unique for each BSN.
DROP INDEX consent.desk_act_by_code;
CREATE INDEX desk_act_by_code ON consent.desk_act (code_index);
DROP INDEX consent.mandate_by_code;
CREATE INDEX mandate_by_code ON consent.mandate (code_index);
DROP INDEX dossier.household_code_by_index;
CREATE INDEX household_code_by_index ON dossier.household_code (index);
DROP INDEX dossier.resident_has_one_bsn;
CREATE INDEX resident_has_one_bsn ON dossier.resident_index (resident_id) WHERE (kind = 1);
DROP INDEX dossier.share_code_by_index;
CREATE INDEX share_code_by_index ON dossier.share_code (index);

-- Everything about a resident is on one server: the same shard of each of these tables.
SELECT create_distributed_table('consent.ledger_head', 'resident_id', colocate_with => 'none');
SELECT create_distributed_table('consent.relation', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.asking', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.access_request', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.access_grant', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.consent_record', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.case_assignment', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.due', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.ledger_entry', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.audit_pending', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.mandate', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.mandate_record', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.emergency', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.breach', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.birthday', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.representation', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.joint_answer', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.disagreement', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.desk_act', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.consult', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.handover', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.refused_person', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.sealed_line', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.closer_watch', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.death', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('consent.restriction', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.root_key', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.section_key', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.name_label', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.audit_key', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.audit_window', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.grant_box', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.grant_secret', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.grant_section_key', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.resident', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.entry', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.entry_version', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.document', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.document_chunk', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.stored_bytes', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.share_code', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.draft', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.procedure', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.procedure_step', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.procedure_paper', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.procedure_alarm', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.plan_presence', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.desk_registration', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.household_member', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.household_code', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.bounded_key', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.record_key', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.consult_text', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.handover_note', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.erasure', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.erasure_line', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.statement', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('dossier.entry_change', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('portal.hook_message', 'resident_id', colocate_with => 'consent.ledger_head');
SELECT create_distributed_table('portal.notice', 'resident_id', colocate_with => 'consent.ledger_head');

-- Found before anybody knows which resident: by the hash of a BSN or of a login.
SELECT create_distributed_table('dossier.resident_index', 'index', colocate_with => 'none');
-- Of nobody in the house yet, and of whoever works here.
SELECT create_distributed_table('dossier.worry', 'worry_id', colocate_with => 'none');
SELECT create_distributed_table('consent.use_count', 'party_id', colocate_with => 'none');

-- Read beside rows of every resident, seldom written: a copy on each server.
SELECT create_reference_table('consent.party');
SELECT create_reference_table('dossier.grantee_key');
SELECT create_reference_table('portal.hook');

-- About nobody, or of the operator: on the coordinator only. The trigger that lets tiles only grow works here and nowhere else.
SELECT citus_add_local_table_to_metadata('consent.log');
SELECT citus_add_local_table_to_metadata('consent.log_tile');
SELECT citus_add_local_table_to_metadata('consent.log_checkpoint');
SELECT citus_add_local_table_to_metadata('consent.log_cosignature');
SELECT citus_add_local_table_to_metadata('consent.log_witness');
SELECT citus_add_local_table_to_metadata('consent.log_stamp');
SELECT citus_add_local_table_to_metadata('consent.audit_run');
SELECT citus_add_local_table_to_metadata('consent.audit_part');
SELECT citus_add_local_table_to_metadata('consent.audit_finding');
SELECT citus_add_local_table_to_metadata('consent.found_breach');
SELECT citus_add_local_table_to_metadata('dossier.retention_round');
SELECT citus_add_local_table_to_metadata('portal.scheduled_tasks');
SELECT citus_add_local_table_to_metadata('portal.register_asked');
