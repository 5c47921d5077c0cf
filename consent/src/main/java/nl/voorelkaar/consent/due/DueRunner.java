package nl.voorelkaar.consent.due;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.RowScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
@Face.OnResident
class DueRunner implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);

    /** On the night after a million grants ended there is more to do than one look finds. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

    private final DueList list;
    private final RowScope scope;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<DueKind, DueHandler> handlers = new EnumMap<>(DueKind.class);

    DueRunner(
            DueList list,
            RowScope scope,
            Clock clock,
            PlatformTransactionManager transactions,
            List<DueHandler> handlers) {
        this.list = list;
        this.scope = scope;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    }

    @Override
    public int expireDue() {
        return run(Set.of(
                DueKind.GRANT_ENDS,
                DueKind.CASE_ENDS,
                DueKind.MANDATE_ENDS,
                DueKind.AGE_REACHED,
                DueKind.REPRESENTATION_LAPSES,
                DueKind.MEASURE_CHANGED,
                DueKind.CONSULT_ENDS,
                DueKind.DIED));
    }

    @Override
    public int remindDue() {
        return run(Set.of(DueKind.GRANT_ENDS_SOON, DueKind.MANDATE_ENDS_SOON, DueKind.AGE_SOON));
    }

    @Override
    public int lapseDue() {
        return run(Set.of(DueKind.REQUEST_LAPSES, DueKind.MANDATE_LAPSES, DueKind.REPRESENTATION_RECHECK));
    }

    @Override
    public int emergenciesDue() {
        return run(Set.of(DueKind.EMERGENCY_ENDS, DueKind.EMERGENCY_TOLD, DueKind.EMERGENCY_REVIEW));
    }

    /** One after the other: nobody waits for it, and who reads meanwhile needs the processors. */
    private int run(Set<DueKind> kinds) {
        var end = clock.instant().plus(LONGEST_RUN);
        var done = 0;
        while (true) {
            var items = transaction.execute(status -> list.due(kinds, clock.instant()));
            var failed = false;
            for (var item : items) {
                try {
                    if (Boolean.TRUE.equals(transaction.execute(status -> handle(item)))) {
                        done++;
                    }
                } catch (RuntimeException e) {
                    failed = true;
                    LOG.error(
                            "{} of {} stays on the list: {}",
                            item.kind(),
                            item.subject(),
                            e.getClass().getName());
                }
            }
            // What failed is tried again in the next run, and not at once.
            if (failed || items.size() < DueList.AT_MOST || clock.instant().isAfter(end)) {
                return done;
            }
        }
    }

    private boolean handle(DueList.Item item) {
        scope.enter(item.resident());
        return list.take(item) && handlers.get(item.kind()).done(item.resident(), item.subject());
    }
}
