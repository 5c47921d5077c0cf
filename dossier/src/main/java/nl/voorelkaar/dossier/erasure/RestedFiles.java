package nl.voorelkaar.dossier.erasure;

import java.time.Clock;
import java.util.Optional;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.UuidV7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
@Face.OnResident
class RestedFiles implements Retention {

    private static final int A_ROUND = 1_000;

    private final ErasureRows rows;
    private final RowScope scope;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RestedFiles(ErasureRows rows, RowScope scope, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int listRested() {
        var today = CalendarDays.dayOf(clock.instant());
        if (!transaction.execute(status -> rows.firstOn(today))) {
            return 0;
        }
        return KeepingRule.listed().stream()
                .mapToInt(rule -> {
                    var rested = transaction.execute(status -> rows.rested(rule, rule.restedBefore(today), A_ROUND));
                    rested.forEach(one -> list(rule, one));
                    return rested.size();
                })
                .sum();
    }

    private void list(KeepingRule rule, ErasureRows.Rested rested) {
        transaction.executeWithoutResult(status -> {
            scope.enter(rested.resident());
            var now = clock.instant();
            rows.insert(
                    rested.resident(),
                    new Erasure(
                            new ErasureId(UuidV7.at(now)),
                            rule.sections(),
                            Erasure.State.VOORSTEL,
                            now,
                            now,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(rule)),
                    Optional.of(rested.lastChange()));
        });
    }
}
