package nl.voorelkaar.consent.watch;

import java.time.Instant;
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

    /** What somebody at work can be refused on the workspace face; what they write down for a resident is not theirs. */
    private static final Set<Kind> TRIED =
            EnumSet.of(Kind.READ, Kind.ADDED, Kind.EDITED, Kind.REMOVED, Kind.STEP_TAKEN, Kind.ASKED);

    private final JdbcClient jdbc;
    private final TransactionScope scope;
    private final Sealing sealing;

    UseCounts(JdbcClient jdbc, TransactionScope scope, Sealing sealing) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.sealing = sealing;
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
        var day = CalendarDays.dayOf(at);
        return jdbc.sql("""
                        INSERT INTO consent.use_count AS known (party_id, day, whose, odd, looked, refused)
                        VALUES (:party, :day, :whose, :odd, :looked, :refused)
                        ON CONFLICT (party_id, day, whose, odd) DO UPDATE
                        SET looked = known.looked + excluded.looked, refused = known.refused + excluded.refused""")
                .param("party", by.id().value())
                .param("day", day)
                .param("whose", sealing.index("use-count/v1", by.id() + " " + day + " " + line.resident()))
                .param("odd", OddHours.at(at))
                .param("looked", refused ? 0 : 1)
                .param("refused", refused ? 1 : 0)
                .update();
    }
}
