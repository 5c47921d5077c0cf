-- A line of the log in one question and one commit, for who believes to know its number: the next after the last that was seen.
-- False: nothing was written, because another line came in between, or because whoever looks is to be compared with whose dossier
-- it is. The line is then added as before, with its number locked first. Not of the owner's might: row security holds here as it
-- does for whoever calls it, in the scope of this one line.
CREATE FUNCTION consent.add_next_line(
    owner uuid, next bigint, line uuid, moment timestamptz, proof bytea, sealed bytea, tree smallint, print bytea,
    reader uuid, reader_day date, reader_whose bytea, reader_odd boolean, looks integer, refusals integer, patience text)
    RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('app.resident', owner::text, true), set_config('app.party', coalesce(reader::text, ''), true),
            set_config('app.team', '', true), set_config('app.sections', '', true),
            set_config('lock_timeout', patience, true);
    -- As UseCounts says: whoever has a case of this resident, or was let in by name, is expected here.
    IF looks + refusals > 0 AND EXISTS (
        SELECT FROM consent.closer_watch w
        WHERE w.resident_id = owner
          AND NOT EXISTS (SELECT FROM consent.case_assignment a
              WHERE a.resident_id = owner AND a.party_id = reader AND a.ended_at IS NULL
                AND a.valid_from <= moment AND a.valid_until > moment)
          AND NOT EXISTS (SELECT FROM consent.access_grant g
              WHERE g.resident_id = owner AND g.party_id = reader AND g.state = 'ACTIEF' AND g.valid_until > moment)) THEN
        RETURN false;
    END IF;
    UPDATE consent.ledger_head h SET last_seq = next WHERE h.resident_id = owner AND h.last_seq = next - 1;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO consent.ledger_entry (resident_id, seq, event_id, at, commitment, body)
    VALUES (owner, next, line, moment, proof, sealed);
    INSERT INTO consent.audit_pending (resident_id, event_id, seq, commitment, slot, stored)
    VALUES (owner, line, next, proof, tree, print);
    IF looks + refusals > 0 THEN
        INSERT INTO consent.use_count AS known (party_id, day, whose, odd, looked, refused, asked, near)
        VALUES (reader, reader_day, reader_whose, reader_odd, looks, refusals, 0, 0)
        ON CONFLICT (party_id, day, whose, odd) DO UPDATE
        SET looked = known.looked + excluded.looked, refused = known.refused + excluded.refused;
    END IF;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION consent.add_next_line(uuid, bigint, uuid, timestamptz, bytea, bytea, smallint, bytea,
    uuid, date, bytea, boolean, integer, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent.add_next_line(uuid, bigint, uuid, timestamptz, bytea, bytea, smallint, bytea,
    uuid, date, bytea, boolean, integer, integer, text) TO ve_resident, ve_workspace;
