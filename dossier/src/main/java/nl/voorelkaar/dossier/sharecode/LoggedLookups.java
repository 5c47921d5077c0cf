package nl.voorelkaar.dossier.sharecode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.dossier.Residents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class LoggedLookups implements Lookups {

    private final Finders finders;
    private final Residents residents;
    private final Emergencies emergencies;
    private final RateLimits limits;
    private final RowScope scope;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    LoggedLookups(
            Finders finders,
            Residents residents,
            Emergencies emergencies,
            RateLimits limits,
            RowScope scope,
            Ledger ledger,
            PlatformTransactionManager transactions) {
        this.finders = finders;
        this.residents = residents;
        this.emergencies = emergencies;
        this.limits = limits;
        this.scope = scope;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ResidentId byBsn(Actor.Professional actor, Bsn bsn, Purpose reason) {
        finders.require(actor);
        if (!limits.take(RateLimits.Limit.BSN_LOOKUP, actor.id().value())) {
            throw new ConsentRefused(ConsentRefused.Reason.TOO_MANY);
        }
        // Known or not, the same happens: an id is claimed and a line is written that its resident will read.
        return transaction.execute(status -> {
            var resident = residents.addressed(bsn);
            scope.enter(actor, resident);
            ledger.append(new LedgerEvent(
                    resident,
                    LedgerEvent.Kind.LOOKED_UP,
                    Optional.of(actor),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LedgerEvent.Outcome.DONE,
                    Map.of("reason", reason.text())));
            return resident;
        });
    }

    @Override
    public Emergency inEmergency(Actor.Professional actor, EmergencyId id, Bsn bsn, NewEmergency asked) {
        if (!emergencies.opens(actor.role())) {
            throw new EmergencyRefused(EmergencyRefused.Reason.ROLE_MAY_NOT);
        }
        if (!limits.take(RateLimits.Limit.BSN_LOOKUP, actor.id().value())) {
            throw new EmergencyRefused(EmergencyRefused.Reason.TOO_MANY);
        }
        // Known or not, the same happens: an id is claimed and a line is written that its resident will read.
        var resident = residents.addressed(bsn);
        return emergencies.ask(actor, id, resident, asked);
    }
}
