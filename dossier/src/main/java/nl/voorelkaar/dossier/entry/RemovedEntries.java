package nl.voorelkaar.dossier.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.dossier.Removals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
@Face.OnResident
class RemovedEntries implements Removals {

    private static final int DOSSIERS_A_ROUND = 1_000;

    private final EntryRows rows;
    private final Attachments attachments;
    private final RowScope scope;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RemovedEntries(
            EntryRows rows,
            Attachments attachments,
            RowScope scope,
            Ledger ledger,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.attachments = attachments;
        this.scope = scope;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int purgeRemoved() {
        var before = clock.instant().minus(EntryWriting.UNDO);
        var dossiers = transaction.execute(status -> rows.residentsWithRemoved(before, DOSSIERS_A_ROUND));
        return dossiers.stream().mapToInt(resident -> purge(resident, before)).sum();
    }

    private int purge(ResidentId resident, Instant before) {
        return transaction.execute(status -> {
            scope.enter(resident);
            var gone = rows.removedBefore(resident, before);
            for (var entry : gone) {
                attachments.forget(resident, entry.id());
                rows.destroy(resident, entry.id());
                ledger.append(new LedgerEvent(
                        resident,
                        LedgerEvent.Kind.REMOVED,
                        Optional.empty(),
                        Set.of(entry.section()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        LedgerEvent.Outcome.DONE,
                        Map.of("forever", "true")));
            }
            return gone.size();
        });
    }
}
