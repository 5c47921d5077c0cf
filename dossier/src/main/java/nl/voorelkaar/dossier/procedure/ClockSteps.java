package nl.voorelkaar.dossier.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.RowScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps without text and without a key: a moment, a verb and the state that follows. */
@Service
@Face.OnResident
class ClockSteps implements ProcedureAlarms, KeylessSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSteps.class);
    private static final int PROCEDURES_A_ROUND = 500;

    private final ProcedureRows rows;
    private final RowScope scope;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClockSteps(
            ProcedureRows rows,
            RowScope scope,
            Ledger ledger,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.scope = scope;
        this.ledger = ledger;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int takeDue() {
        var taken = 0;
        for (var which : transaction.execute(status -> rows.withDueAlarms(clock.instant(), PROCEDURES_A_ROUND))) {
            try {
                while (Boolean.TRUE.equals(transaction.execute(status -> takeNext(which)))) {
                    taken++;
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "a step by the clock waits for its next try: {}",
                        e.getClass().getName());
            }
        }
        return taken;
    }

    private boolean takeNext(Case which) {
        scope.enter(which.resident());
        var head = rows.lock(which).orElseThrow();
        var due = rows.dueAlarm(which, clock.instant());
        due.ifPresent(alarm -> {
            rows.remove(which, alarm);
            record(which, head, alarm, head.due(), head.closed() || alarm.closes());
        });
        return due.isPresent();
    }

    @Override
    public boolean take(Case which, BiFunction<String, List<String>, Optional<Taken>> decides) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            scope.enter(which.resident());
            if (rows.lock(which).isEmpty()) {
                return false;
            }
            while (takeNext(which)) {
                // Until all that the clock has due is written.
            }
            var head = rows.lock(which).orElseThrow();
            var step = decides.apply(head.state(), rows.verbs(which));
            step.ifPresent(taken -> {
                rows.cancel(which, taken.cancels());
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                record(
                        which,
                        head,
                        new Alarm(now, taken.verb(), taken.state().orElse(head.state())),
                        taken.due().or(head::due),
                        head.closed() && !taken.opens());
            });
            return step.isPresent();
        }));
    }

    private void record(Case which, ProcedureHead head, Alarm alarm, Optional<LocalDate> due, boolean closed) {
        var step = new ClockStep(which, head.kind(), head.steps() + 1, alarm);
        rows.insert(which.resident(), which.id(), step.stored());
        rows.update(new ProcedureHead(
                head.resident(),
                head.id(),
                head.kind(),
                alarm.state(),
                step.number(),
                head.handler(),
                head.given(),
                head.excluded(),
                due,
                head.appointment(),
                head.startedAt(),
                alarm.at(),
                closed,
                head.decider(),
                head.deciderWanted(),
                head.handedBack()));
        events.publishEvent(step.event());
        ledger.append(step.line());
    }
}
