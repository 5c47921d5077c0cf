package nl.voorelkaar.consent.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
 * Looks up what a decision about a professional needs: one question to the database, by primary key prefixes, whatever
 * the number of sections. Plain SQL and not entities, so that what is read is what the database holds now.
 */
@Component
public class FactFinder {

    /** Of each kind. What holds comes first: what has ended only explains a refusal. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final TransactionScope scope;
    private final Subjects subjects;

    FactFinder(JdbcClient jdbc, TransactionScope scope, Subjects subjects) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.subjects = subjects;
    }

    /** As this party sees it; leaves the caller's scope as it was. In a transaction of its own when there is none. */
    public Facts about(PartyId party, Optional<TeamId> team, ResidentId resident) {
        return found(party, team, resident, false).facts();
    }

    /** @param restricted since when parts of the dossier are kept and not used */
    record Known(Facts facts, Map<Section, Instant> restricted) {}

    /** The same, what is restricted, and for an expert the questions that were put to them: nobody else has any. */
    Known about(Actor.Professional actor, ResidentId resident) {
        return found(actor.id(), actor.team(), resident, actor.role() == Role.SPEC);
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

    private Known found(PartyId party, Optional<TeamId> team, ResidentId resident, boolean expert) {
        var found = new Found(party, resident);
        jdbc.sql("""
                        SELECT kind, id, word, holder, team, sections, may_add, valid_from, valid_until
                        FROM consent.known(:resident, :party, :team, :expert, :limit)""")
                .param("resident", resident.value())
                .param("party", party.value())
                .param("team", team.map(TeamId::value).orElse(""))
                .param("expert", expert)
                .param("limit", MOST)
                .query(found::add);
        return found.known();
    }

    /** What came, kind by kind, in the order in which it came. */
    private static final class Found {

        private final PartyId party;
        private final ResidentId resident;
        private final List<Facts.GivenGrant> grants = new ArrayList<>();
        private final List<Facts.AssignedCase> cases = new ArrayList<>();
        private final List<Facts.OpenedEmergency> emergencies = new ArrayList<>();
        private final List<Facts.Consulted> consults = new ArrayList<>();
        private final Map<Section, Instant> restricted = new EnumMap<>(Section.class);
        private Facts.Relation relation = Facts.Relation.NONE;

        Found(PartyId party, ResidentId resident) {
            this.party = party;
            this.resident = resident;
        }

        void add(ResultSet row) throws SQLException {
            switch (row.getString("kind")) {
                case "relation" -> relation = Facts.Relation.valueOf(row.getString("word"));
                case "grant" -> grants.add(grant(row));
                case "case" ->
                    cases.add(new Facts.AssignedCase(
                            id(row), resident, party, row.getString("word"), sections(row), from(row), until(row)));
                case "emergency" ->
                    emergencies.add(new Facts.OpenedEmergency(
                            new EmergencyId(id(row)),
                            resident,
                            party,
                            EmergencyReason.valueOf(row.getString("word")),
                            sections(row),
                            from(row),
                            until(row)));
                case "consult" ->
                    consults.add(new Facts.Consulted(
                            new ConsultId(id(row)),
                            resident,
                            party,
                            sections(row).iterator().next(),
                            from(row),
                            until(row),
                            Consult.State.valueOf(row.getString("word"))));
                default -> {
                    var since = from(row);
                    sections(row).forEach(section -> restricted.put(section, since));
                }
            }
        }

        private Facts.GivenGrant grant(ResultSet row) throws SQLException {
            return new Facts.GivenGrant(
                    new GrantId(id(row)),
                    resident,
                    new PartyId(row.getObject("holder", UUID.class)),
                    Optional.ofNullable(row.getString("team")).map(TeamId::new),
                    sections(row),
                    row.getBoolean("may_add") ? EnumSet.allOf(Right.class) : EnumSet.of(Right.READ),
                    from(row),
                    until(row),
                    Grant.State.valueOf(row.getString("word")));
        }

        Known known() {
            return new Known(new Facts(relation, grants, cases, emergencies, consults), restricted);
        }

        private static UUID id(ResultSet row) throws SQLException {
            return row.getObject("id", UUID.class);
        }

        private static Instant from(ResultSet row) throws SQLException {
            return instant(row.getObject("valid_from", OffsetDateTime.class));
        }

        private static Instant until(ResultSet row) throws SQLException {
            return instant(row.getObject("valid_until", OffsetDateTime.class));
        }

        private static Set<Section> sections(ResultSet row) throws SQLException {
            var sections = EnumSet.noneOf(Section.class);
            for (var number : (Integer[]) row.getArray("sections").getArray()) {
                sections.add(Section.ofNumber(number));
            }
            return sections;
        }
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
