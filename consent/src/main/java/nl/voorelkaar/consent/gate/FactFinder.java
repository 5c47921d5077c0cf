package nl.voorelkaar.consent.gate;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.mandate.MandateColumns;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks up what a decision about a professional needs: five queries by primary key prefix, whatever the number of
 * sections. Plain SQL and not entities, so that what is read is what the database holds now.
 */
@Component
public class FactFinder {

    /** Live grants first: ended ones only explain a refusal. */
    private static final int GRANTS_AT_MOST = 200;

    private final JdbcClient jdbc;
    private final TransactionScope scope;
    private final Subjects subjects;

    FactFinder(JdbcClient jdbc, TransactionScope scope, Subjects subjects) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.subjects = subjects;
    }

    /** In the current transaction, in the scope of this party; puts the caller's scope back. */
    public Facts about(PartyId party, Optional<TeamId> team, ResidentId resident) {
        return scope.within(resident, party, team, () -> gathered(party, team, resident));
    }

    private Facts gathered(PartyId party, Optional<TeamId> team, ResidentId resident) {
        return new Facts(
                relation(party, resident),
                grants(party, team, resident),
                cases(party, resident),
                emergencies(party, resident));
    }

    /** @param restricted since when parts of the dossier are kept and not used */
    record Known(Facts facts, Map<Section, Instant> restricted) {}

    /** The same, what is restricted, and for an expert the questions that were put to them: nobody else has any. */
    Known about(Actor.Professional actor, ResidentId resident) {
        return scope.within(resident, actor.id(), actor.team(), () -> {
            var known = gathered(actor.id(), actor.team(), resident);
            return new Known(
                    actor.role() == Role.SPEC
                            ? new Facts(
                                    known.relation(),
                                    known.grants(),
                                    known.cases(),
                                    known.emergencies(),
                                    consults(actor.id(), resident))
                            : known,
                    restricted(resident));
        });
    }

    private Map<Section, Instant> restricted(ResidentId resident) {
        var since = new EnumMap<Section, Instant>(Section.class);
        jdbc.sql("SELECT section, max(since) AS since FROM consent.restriction"
                        + " WHERE resident_id = :resident GROUP BY section")
                .param("resident", resident.value())
                .query(row -> {
                    since.put(
                            Section.ofNumber(row.getInt("section")),
                            instant(row.getObject("since", OffsetDateTime.class)));
                });
        return since;
    }

    /**
     * In the current transaction, in the scope of this resident and carer; puts the caller's scope back.
     *
     * @param lock whether whoever wants to stop or narrow the mandate waits until this transaction ends
     */
    public Facts about(Actor.Acting actor, boolean lock) {
        return scope.within(
                actor.resident(),
                new PartyId(actor.person().value()),
                Optional.empty(),
                () -> switch (actor.capacity()) {
                    case Capacity.Mandated mandated -> Facts.of(mandates(actor, mandated, lock));
                    case Capacity.Represents represents ->
                        Facts.represented(
                                subjects.represented(actor.resident(), represents.representation(), lock).stream()
                                        .toList());
                });
    }

    private List<Facts.GivenMandate> mandates(Actor.Acting actor, Capacity.Mandated mandated, boolean lock) {
        var over = subjects.underCuratele(actor.resident())
                || subjects.died(actor.resident()).isPresent();
        return jdbc.sql("""
                            SELECT mandate_id, keys_id, person_id, scopes, valid_from, valid_until, state, thing_id,
                                   thing_section, helper
                            FROM consent.mandate
                            WHERE resident_id = :resident AND mandate_id = :mandate AND version > 0
                            """ + (lock ? "FOR SHARE" : ""))
                .param("resident", actor.resident().value())
                .param("mandate", mandated.mandate().value())
                .query((row, number) -> new Facts.GivenMandate(
                        mandated.mandate(),
                        new GrantId(row.getObject("keys_id", UUID.class)),
                        actor.resident(),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        MandateColumns.scopes(row),
                        instant(row.getObject("valid_from", OffsetDateTime.class)),
                        instant(row.getObject("valid_until", OffsetDateTime.class)),
                        stands(row.getString("state"), over),
                        MandateColumns.boundary(row)))
                .list();
    }

    private List<Facts.Consulted> consults(PartyId party, ResidentId resident) {
        return jdbc.sql("""
                        SELECT consult_id, section, valid_from, valid_until, state FROM consent.consult
                        WHERE resident_id = :resident AND expert = :party AND valid_from IS NOT NULL
                        ORDER BY consult_id DESC LIMIT :limit""")
                .param("resident", resident.value())
                .param("party", party.value())
                .param("limit", GRANTS_AT_MOST)
                .query((row, number) -> new Facts.Consulted(
                        new ConsultId(row.getObject("consult_id", UUID.class)),
                        resident,
                        party,
                        Section.ofNumber(row.getInt("section")),
                        instant(row.getObject("valid_from", OffsetDateTime.class)),
                        instant(row.getObject("valid_until", OffsetDateTime.class)),
                        Consult.State.valueOf(row.getString("state"))))
                .list();
    }

    /** Curatele and death end what the resident mandated from the first instant of it, whether a job came by or not. */
    private static Mandate.State stands(String stored, boolean over) {
        var state = Mandate.State.valueOf(stored);
        return over && state.open() ? Mandate.State.BEEINDIGD : state;
    }

    /** Makes whoever wants to stop these wait until this transaction ends. */
    void lock(PartyId party, Optional<TeamId> team, ResidentId resident, Set<GrantId> grants, boolean cases) {
        scope.within(resident, party, team, () -> {
            if (!grants.isEmpty()) {
                jdbc.sql("""
                                SELECT grant_id FROM consent.access_grant
                                WHERE resident_id = :resident AND grant_id IN (:grants) ORDER BY grant_id FOR SHARE""")
                        .param("resident", resident.value())
                        .param("grants", grants.stream().map(GrantId::value).toList())
                        .query(UUID.class)
                        .list();
            }
            if (cases) {
                jdbc.sql("""
                                SELECT assignment_id FROM consent.case_assignment
                                WHERE resident_id = :resident AND party_id = :party
                                ORDER BY assignment_id FOR SHARE""")
                        .param("resident", resident.value())
                        .param("party", party.value())
                        .query(UUID.class)
                        .list();
            }
            return grants;
        });
    }

    private Facts.Relation relation(PartyId party, ResidentId resident) {
        return jdbc.sql("SELECT kind FROM consent.relation WHERE resident_id = :resident AND party_id = :party")
                .param("resident", resident.value())
                .param("party", party.value())
                .query(String.class)
                .optional()
                .map(Facts.Relation::valueOf)
                .orElse(Facts.Relation.NONE);
    }

    private List<Facts.GivenGrant> grants(PartyId party, Optional<TeamId> team, ResidentId resident) {
        return jdbc.sql("""
                        SELECT grant_id, party_id, team, team_shared, sections, may_add, valid_from, valid_until, state,
                               EXISTS (SELECT FROM consent.death WHERE death.resident_id = :resident) AS over
                        FROM consent.access_grant
                        WHERE resident_id = :resident AND (party_id = :party OR (team_shared AND team = :team))
                        ORDER BY (state IN ('ACTIEF', 'GEPAUZEERD')) DESC, valid_until DESC, grant_id
                        LIMIT :limit""")
                .param("resident", resident.value())
                .param("party", party.value())
                .param("team", team.map(TeamId::value).orElse(""))
                .param("limit", GRANTS_AT_MOST)
                .query((row, number) -> new Facts.GivenGrant(
                        new GrantId(row.getObject("grant_id", UUID.class)),
                        resident,
                        new PartyId(row.getObject("party_id", UUID.class)),
                        row.getBoolean("team_shared")
                                ? Optional.ofNullable(row.getString("team")).map(TeamId::new)
                                : Optional.empty(),
                        sections(row.getArray("sections")),
                        row.getBoolean("may_add") ? EnumSet.allOf(Right.class) : EnumSet.of(Right.READ),
                        instant(row.getObject("valid_from", OffsetDateTime.class)),
                        instant(row.getObject("valid_until", OffsetDateTime.class)),
                        row.getBoolean("over") ? Grant.State.BEEINDIGD : Grant.State.valueOf(row.getString("state"))))
                .list();
    }

    private List<Facts.AssignedCase> cases(PartyId party, ResidentId resident) {
        return jdbc.sql("""
                        SELECT assignment_id, statute, sections, valid_from,
                               least(valid_until, coalesce(ended_at, valid_until)) AS valid_until
                        FROM consent.case_assignment
                        WHERE resident_id = :resident AND party_id = :party
                        ORDER BY (ended_at IS NULL) DESC, valid_until DESC, assignment_id
                        LIMIT :limit""")
                .param("resident", resident.value())
                .param("party", party.value())
                .param("limit", GRANTS_AT_MOST)
                .query((row, number) -> new Facts.AssignedCase(
                        row.getObject("assignment_id", UUID.class),
                        resident,
                        party,
                        row.getString("statute"),
                        sections(row.getArray("sections")),
                        instant(row.getObject("valid_from", OffsetDateTime.class)),
                        instant(row.getObject("valid_until", OffsetDateTime.class))))
                .list();
    }

    private List<Facts.OpenedEmergency> emergencies(PartyId party, ResidentId resident) {
        return jdbc.sql("""
                        SELECT emergency_id, reason, sections, valid_from,
                               least(valid_until, coalesce(ended_at, valid_until)) AS valid_until
                        FROM consent.emergency
                        WHERE resident_id = :resident AND party_id = :party AND valid_from IS NOT NULL
                        ORDER BY valid_until DESC, emergency_id
                        LIMIT :limit""")
                .param("resident", resident.value())
                .param("party", party.value())
                .param("limit", GRANTS_AT_MOST)
                .query((row, number) -> new Facts.OpenedEmergency(
                        new EmergencyId(row.getObject("emergency_id", UUID.class)),
                        resident,
                        party,
                        EmergencyReason.valueOf(row.getString("reason")),
                        sections(row.getArray("sections")),
                        instant(row.getObject("valid_from", OffsetDateTime.class)),
                        instant(row.getObject("valid_until", OffsetDateTime.class))))
                .list();
    }

    private static Set<Section> sections(Array numbers) throws SQLException {
        var sections = EnumSet.noneOf(Section.class);
        for (var number : (Integer[]) numbers.getArray()) {
            sections.add(Section.ofNumber(number));
        }
        return sections;
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
