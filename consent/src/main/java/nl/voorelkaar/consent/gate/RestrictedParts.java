package nl.voorelkaar.consent.gate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Decision.Permitted;
import nl.voorelkaar.consent.Decision.Reason;
import nl.voorelkaar.consent.Decision.Refused;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Restrictions;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.Statute;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RestrictedParts implements Restrictions {

    /** For the establishment, exercise or defence of legal claims (AVG 18 lid 2). */
    private static final Set<Statute> CLAIMS =
            EnumSet.of(Statute.BEZWAAR, Statute.HEROVERWEGING, Statute.KLACHT, Statute.RECHTEN);

    private final JdbcClient jdbc;
    private final Clock clock;

    RestrictedParts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was decided for somebody at work, less what a restriction holds back. */
    static Map<Section, Decision> heldBack(Map<Section, Decision> decisions, FactFinder.Known known) {
        var since = known.restricted();
        if (since.isEmpty()) {
            return decisions;
        }
        var left = new EnumMap<Section, Decision>(Section.class);
        decisions.forEach((section, decision) -> left.put(
                section,
                Optional.ofNullable(since.get(section))
                        .filter(begun -> decision instanceof Permitted permit && !passes(permit, begun, known.facts()))
                        .<Decision>map(begun -> new Refused(Reason.RESTRICTED))
                        .orElse(decision)));
        return left;
    }

    private static boolean passes(Permitted permit, Instant begun, Facts known) {
        return switch (permit.ground()) {
            case VITAAL_BELANG, EIGEN_DOSSIER, MACHTIGING, VERTEGENWOORDIGING -> true;
            case WETTELIJKE_TAAK ->
                permit.statute()
                        .flatMap(Statute::cited)
                        .filter(CLAIMS::contains)
                        .isPresent();
            case TOESTEMMING ->
                permit.grant()
                        .filter(given -> known.grants().stream()
                                .anyMatch(grant ->
                                        grant.id().equals(given) && grant.from().isAfter(begun)))
                        .isPresent();
        };
    }

    @Override
    public void begin(ResidentId resident, UUID request, Set<Section> sections) {
        for (var section : sections) {
            jdbc.sql("""
                            INSERT INTO consent.restriction (resident_id, section, request_id, since)
                            VALUES (:resident, :section, :request, :now) ON CONFLICT DO NOTHING""")
                    .param("resident", resident.value())
                    .param("section", section.number())
                    .param("request", request)
                    .param("now", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    @Override
    public void end(ResidentId resident, UUID request) {
        jdbc.sql("DELETE FROM consent.restriction WHERE resident_id = :resident AND request_id = :request")
                .param("resident", resident.value())
                .param("request", request)
                .update();
    }
}
