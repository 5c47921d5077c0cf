-- What a decision needs, and whose an address is, each in one question of its own: the scope is set, used and put back inside.
-- Not of the owner's might: row security holds here as it does for whoever calls it.

-- All facts about one professional and one resident: relation, grants, cases, emergencies and restrictions, and for an expert the
-- questions that were put to them. Of each kind what holds comes first.
CREATE FUNCTION consent.known(owner uuid, reader uuid, reader_team text, as_expert boolean, most integer)
    RETURNS TABLE (kind text, id uuid, word text, holder uuid, team text, sections integer[], may_add boolean,
                   valid_from timestamptz, valid_until timestamptz)
    LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    resident_before text := coalesce(current_setting('app.resident', true), '');
    party_before text := coalesce(current_setting('app.party', true), '');
    team_before text := coalesce(current_setting('app.team', true), '');
    sections_before text := coalesce(current_setting('app.sections', true), '');
BEGIN
    PERFORM set_config('app.resident', owner::text, true), set_config('app.party', reader::text, true),
            set_config('app.team', reader_team, true), set_config('app.sections', '', true);
    RETURN QUERY
        SELECT 'relation', NULL::uuid, r.kind, NULL::uuid, NULL::text, NULL::integer[], NULL::boolean, NULL::timestamptz,
               NULL::timestamptz
        FROM consent.relation r WHERE r.resident_id = owner AND r.party_id = reader
        UNION ALL
        (SELECT 'grant', g.grant_id,
                CASE WHEN EXISTS (SELECT FROM consent.death d WHERE d.resident_id = owner) THEN 'BEEINDIGD' ELSE g.state END,
                g.party_id, CASE WHEN g.team_shared THEN g.team END, g.sections, g.may_add, g.valid_from, g.valid_until
         FROM consent.access_grant g
         WHERE g.resident_id = owner AND (g.party_id = reader OR (g.team_shared AND g.team = reader_team))
         ORDER BY (g.state IN ('ACTIEF', 'GEPAUZEERD')) DESC, g.valid_until DESC, g.grant_id
         LIMIT most)
        UNION ALL
        (SELECT 'case', c.assignment_id, c.statute, NULL, NULL, c.sections, NULL, c.valid_from,
                least(c.valid_until, coalesce(c.ended_at, c.valid_until))
         FROM consent.case_assignment c
         WHERE c.resident_id = owner AND c.party_id = reader
         ORDER BY (c.ended_at IS NULL) DESC, c.valid_until DESC, c.assignment_id
         LIMIT most)
        UNION ALL
        (SELECT 'emergency', e.emergency_id, e.reason, NULL, NULL, e.sections, NULL, e.valid_from,
                least(e.valid_until, coalesce(e.ended_at, e.valid_until))
         FROM consent.emergency e
         WHERE e.resident_id = owner AND e.party_id = reader AND e.valid_from IS NOT NULL
         ORDER BY e.valid_until DESC, e.emergency_id
         LIMIT most)
        UNION ALL
        SELECT 'restriction', NULL, NULL, NULL, NULL, ARRAY[x.section], NULL, max(x.since), NULL
        FROM consent.restriction x WHERE x.resident_id = owner GROUP BY x.section;
    IF as_expert THEN
        RETURN QUERY
            SELECT 'consult', q.consult_id, q.state, NULL::uuid, NULL::text, ARRAY[q.section], NULL::boolean, q.valid_from,
                   q.valid_until
            FROM consent.consult q
            WHERE q.resident_id = owner AND q.expert = reader AND q.valid_from IS NOT NULL
            ORDER BY q.consult_id DESC LIMIT most;
    END IF;
    PERFORM set_config('app.resident', resident_before, true), set_config('app.party', party_before, true),
            set_config('app.team', team_before, true), set_config('app.sections', sections_before, true);
END $$;
REVOKE ALL ON FUNCTION consent.known(uuid, uuid, text, boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent.known(uuid, uuid, text, boolean, integer) TO ve_resident, ve_workspace;

-- Whose dossier a grant opens, for who holds it, and how far it reaches.
CREATE FUNCTION consent.held_grant(wanted uuid, reader uuid, reader_team text, moment timestamptz)
    RETURNS TABLE (resident_id uuid, sections integer[]) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    resident_before text := coalesce(current_setting('app.resident', true), '');
    party_before text := coalesce(current_setting('app.party', true), '');
    team_before text := coalesce(current_setting('app.team', true), '');
    sections_before text := coalesce(current_setting('app.sections', true), '');
BEGIN
    PERFORM set_config('app.resident', '', true), set_config('app.party', reader::text, true),
            set_config('app.team', reader_team, true), set_config('app.sections', '', true);
    RETURN QUERY
        SELECT g.resident_id, g.sections FROM consent.access_grant g
        WHERE g.grant_id = wanted AND (g.party_id = reader OR (g.team_shared AND g.team = reader_team))
          AND g.state IN ('ACTIEF', 'GEPAUZEERD') AND g.valid_until > moment;
    PERFORM set_config('app.resident', resident_before, true), set_config('app.party', party_before, true),
            set_config('app.team', team_before, true), set_config('app.sections', sections_before, true);
END $$;
REVOKE ALL ON FUNCTION consent.held_grant(uuid, uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consent.held_grant(uuid, uuid, text, timestamptz) TO ve_resident, ve_workspace;
