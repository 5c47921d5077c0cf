-- The seal of the municipality under each record, sealed like the record itself. Absent under records of before this.
ALTER TABLE consent.consent_record ADD COLUMN signature bytea;
CREATE INDEX consent_record_of_request ON consent.consent_record (resident_id, request_id, recorded_at);
