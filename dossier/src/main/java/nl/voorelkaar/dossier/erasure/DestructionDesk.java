package nl.voorelkaar.dossier.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
@Face.OnWorkspace
class DestructionDesk implements Destructions {

    private static final int AT_MOST = 200;

    private final ErasureRows rows;
    private final Parties parties;
    private final Ledger ledger;
    private final RowScope scope;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DestructionDesk(
            ErasureRows rows,
            Parties parties,
            Ledger ledger,
            RowScope scope,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.parties = parties;
        this.ledger = ledger;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public List<Listed> list(Actor.Professional actor) {
        require(actor);
        return transaction.execute(status ->
                rows.list(AT_MOST).stream().map(ErasureRows.OnList::listed).toList());
    }

    @Override
    public void approve(Actor.Professional actor, ErasureId id) {
        take(actor, id, "dossier.approve-destruction", found -> {
            var listed = found.listed();
            if (listed.approvedBy().isEmpty()) {
                rows.approveFirst(found.resident(), id, actor.id(), now());
                return;
            }
            var first = listed.approvedBy().getFirst().by();
            var role =
                    Optional.ofNullable(parties.find(Set.of(first)).get(first)).map(party -> party.role());
            if (first.equals(actor.id()) || role.isEmpty() || role.get() == actor.role()) {
                throw ErasureRefusal.SOMEBODY_ELSE.in(listed.state());
            }
            rows.approveSecond(found.resident(), id, actor.id(), now());
        });
    }

    @Override
    public void hold(Actor.Professional actor, ErasureId id, Hold why) {
        requireOfficer(actor);
        take(actor, id, "dossier.hold-destruction", found -> rows.hold(found.resident(), id, actor.id(), why, now()));
    }

    @Override
    public void release(Actor.Professional actor, ErasureId id) {
        requireOfficer(actor);
        take(
                actor,
                id,
                Erasure.State.OPGEHOUDEN,
                "dossier.release-destruction",
                found -> rows.release(found.resident(), id, actor.id(), now()));
    }

    private void take(Actor.Professional actor, ErasureId id, String step, Consumer<ErasureRows.OnList> work) {
        take(actor, id, Erasure.State.VOORSTEL, step, work);
    }

    /** One decision about one listed dossier, with its line in the resident's log. */
    private void take(
            Actor.Professional actor,
            ErasureId id,
            Erasure.State from,
            String step,
            Consumer<ErasureRows.OnList> work) {
        require(actor);
        transaction.executeWithoutResult(status -> {
            var found = rows.lockOnList(id).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
            if (found.listed().state() != from) {
                throw ErasureRefusal.NOT_ON_THE_LIST.in(found.listed().state());
            }
            work.accept(found);
            scope.enter(actor, found.resident());
            ledger.append(new LedgerEvent(
                    found.resident(),
                    LedgerEvent.Kind.STEP_TAKEN,
                    Optional.of(actor),
                    found.listed().rule().sections(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LedgerEvent.Outcome.DONE,
                    Map.of("step", step, "erasure", id.toString())));
        });
    }

    private static void require(Actor.Professional actor) {
        if (!Destructions.isFor(actor.role())) {
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
    }

    private static void requireOfficer(Actor.Professional actor) {
        if (actor.role() != Role.FG) {
            throw ErasureRefusal.ONLY_OFFICER.in(Erasure.State.VOORSTEL);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
