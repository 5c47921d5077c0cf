package nl.voorelkaar.consent.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.OddHours;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.scope.TransactionScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what professionals look at and are refused, beside each line of the log about that, in its transaction. */
@Component
public class UseCounts {

    private static final Set<Kind> LOOKED = EnumSet.of(Kind.READ, Kind.SEARCHED, Kind.DOWNLOADED, Kind.LOOKED_UP);

    /**
     * What somebody at work can be refused on the workspace face; what they write down for a resident is not theirs.
     */
    private static final Set<Kind> TRIED =
            EnumSet.of(Kind.READ, Kind.ADDED, Kind.EDITED, Kind.REMOVED, Kind.STEP_TAKEN, Kind.ASKED);

    /**
     * Counts, and tells of both streets when they are to be compared. Whoever has a case of this resident, or was let
     * in by name, is expected here.
     */
    private static final String COUNTED = """
            WITH watch AS (
                SELECT w.asked, w.street, p.street AS own
                FROM consent.closer_watch w LEFT JOIN consent.party p ON p.party_id = :party
                WHERE w.resident_id = :resident
                  AND NOT EXISTS (SELECT FROM consent.case_assignment a
                      WHERE a.resident_id = :resident AND a.party_id = :party AND a.ended_at IS NULL
                        AND a.valid_from <= :at AND a.valid_until > :at)
                  AND NOT EXISTS (SELECT FROM consent.access_grant g
                      WHERE g.resident_id = :resident AND g.party_id = :party AND g.state = 'ACTIEF'
                        AND g.valid_until > :at)),
            counted AS (
                INSERT INTO consent.use_count AS known (party_id, day, whose, odd, looked, refused, asked, near)
                VALUES (:party, :day, :whose, :odd, :looked, :refused, (SELECT count(*) FROM watch WHERE asked), 0)
                ON CONFLICT (party_id, day, whose, odd) DO UPDATE
                SET looked = known.looked + excluded.looked, refused = known.refused + excluded.refused,
                    asked = known.asked + excluded.asked)
            SELECT street, own FROM watch WHERE street IS NOT NULL AND own IS NOT NULL""";

    private final JdbcClient jdbc;
    private final TransactionScope scope;
    private final Sealing sealing;
    private final Streets streets;

    UseCounts(JdbcClient jdbc, TransactionScope scope, Sealing sealing, Streets streets) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.sealing = sealing;
        this.streets = streets;
    }

    /**
     * One look, or one refusal, as it is counted.
     *
     * @param whose instead of the resident
     * @param odd at night or in a weekend
     */
    public record Use(PartyId party, LocalDate day, byte[] whose, boolean odd, boolean refused) {

        public int looks() {
            return refused ? 0 : 1;
        }

        public int refusals() {
            return refused ? 1 : 0;
        }
    }

    /** What this line counts as, if it counts. */
    public Optional<Use> use(LedgerEvent line, Instant at) {
        var refused = line.outcome() == LedgerEvent.Outcome.REFUSED;
        if (line.actor().orElse(null) instanceof Actor.Professional by
                && (refused ? TRIED : LOOKED).contains(line.kind())) {
            var day = CalendarDays.dayOf(at);
            return Optional.of(new Use(
                    by.id(),
                    day,
                    sealing.index("use-count/v1", by.id() + " " + day + " " + line.resident()),
                    OddHours.at(at),
                    refused));
        }
        return Optional.empty();
    }

    /** In the transaction that writes this line. */
    public void count(LedgerEvent line, Instant at) {
        use(line, at)
                .ifPresent(use -> scope.within(
                        line.resident(),
                        use.party(),
                        Optional.empty(),
                        () -> add(line.resident().value(), use, at)));
    }

    private int add(UUID resident, Use use, Instant at) {
        var party = use.party().value();
        var near = jdbc.sql(COUNTED)
                .param("resident", resident)
                .param("party", party)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", use.day())
                .param("whose", use.whose())
                .param("odd", use.odd())
                .param("looked", use.looks())
                .param("refused", use.refusals())
                .query((row, number) -> streets.same(resident, row.getBytes("street"), party, row.getBytes("own")))
                .optional()
                .orElse(false);
        return near
                ? jdbc.sql("""
                                UPDATE consent.use_count SET near = near + 1
                                WHERE party_id = :party AND day = :day AND whose = :whose AND odd = :odd""")
                        .param("party", party)
                        .param("day", use.day())
                        .param("whose", use.whose())
                        .param("odd", use.odd())
                        .update()
                : 0;
    }
}
