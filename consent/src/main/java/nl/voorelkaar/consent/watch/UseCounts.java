package nl.voorelkaar.consent.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.OddHours;
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

    /** In the transaction that writes this line. */
    public void count(LedgerEvent line, Instant at) {
        var refused = line.outcome() == LedgerEvent.Outcome.REFUSED;
        if (line.actor().orElse(null) instanceof Actor.Professional by
                && (refused ? TRIED : LOOKED).contains(line.kind())) {
            scope.within(line.resident(), by.id(), Optional.empty(), () -> add(line, by, at, refused));
        }
    }

    private int add(LedgerEvent line, Actor.Professional by, Instant at, boolean refused) {
        var resident = line.resident().value();
        var party = by.id().value();
        var day = CalendarDays.dayOf(at);
        var whose = sealing.index("use-count/v1", by.id() + " " + day + " " + line.resident());
        var odd = OddHours.at(at);
        var near = jdbc.sql(COUNTED)
                .param("resident", resident)
                .param("party", party)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("whose", whose)
                .param("odd", odd)
                .param("looked", refused ? 0 : 1)
                .param("refused", refused ? 1 : 0)
                .query((row, number) -> streets.same(resident, row.getBytes("street"), party, row.getBytes("own")))
                .optional()
                .orElse(false);
        return near
                ? jdbc.sql("""
                                UPDATE consent.use_count SET near = near + 1
                                WHERE party_id = :party AND day = :day AND whose = :whose AND odd = :odd""")
                        .param("party", party)
                        .param("day", day)
                        .param("whose", whose)
                        .param("odd", odd)
                        .update()
                : 0;
    }
}
