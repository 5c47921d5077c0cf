package nl.voorelkaar.consent.due;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
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

    /** Few: nobody waits for it, and who reads meanwhile needs the processors and the connections. */
    private static final int BESIDE_EACH_OTHER = 2;

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

    private int run(Set<DueKind> kinds) {
        var end = clock.instant().plus(LONGEST_RUN);
        var done = 0;
        while (true) {
            var items = transaction.execute(status -> list.due(kinds, clock.instant()));
            var handled = items.isEmpty() ? List.<Outcome>of() : handleAll(items);
            done += Collections.frequency(handled, Outcome.DONE);
            // What failed is tried again in the next run, and not at once.
            if (items.size() < DueList.AT_MOST
                    || handled.contains(Outcome.FAILED)
                    || clock.instant().isAfter(end)) {
                return done;
            }
        }
    }

    private enum Outcome {
        DONE,
        NOTHING_TO_DO,
        FAILED
    }

    /** Residents beside each other, what is due for one of them in its order. */
    private List<Outcome> handleAll(List<DueList.Item> items) {
        var residents = new ConcurrentLinkedQueue<>(items.stream()
                .collect(Collectors.groupingBy(DueList.Item::resident, LinkedHashMap::new, Collectors.toList()))
                .values());
        var outcomes = Collections.synchronizedList(new ArrayList<Outcome>(items.size()));
        try (var threads = Executors.newFixedThreadPool(Math.min(BESIDE_EACH_OTHER, residents.size()))) {
            for (var thread = 0; thread < BESIDE_EACH_OTHER; thread++) {
                threads.execute(() -> {
                    for (var of = residents.poll(); of != null; of = residents.poll()) {
                        of.forEach(item -> outcomes.add(tried(item)));
                    }
                });
            }
        }
        return outcomes;
    }

    private Outcome tried(DueList.Item item) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> handle(item)))
                    ? Outcome.DONE
                    : Outcome.NOTHING_TO_DO;
        } catch (RuntimeException e) {
            LOG.error(
                    "{} of {} stays on the list: {}",
                    item.kind(),
                    item.subject(),
                    e.getClass().getName());
            return Outcome.FAILED;
        }
    }

    private boolean handle(DueList.Item item) {
        scope.enter(item.resident());
        return list.take(item) && handlers.get(item.kind()).done(item.resident(), item.subject());
    }
}
