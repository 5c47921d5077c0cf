package nl.voorelkaar.dossier.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.KeyDestruction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction for each of the steps; the keystore, another database, comes between the first and the last. */
@Service
@Face.OnResident
class KeyedErasures implements Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int A_ROUND = 200;

    private final KeyBroker broker;
    private final KeyDestruction keys;
    private final Grants grants;
    private final Mandates mandates;
    private final Deaths deaths;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ErasureRows rows;
    private final RowScope scope;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int mainBackupDays;
    private final int keystoreBackupDays;

    /**
     * @param mainBackupDays how long the operator keeps backups of the main database
     * @param keystoreBackupDays the same of the keystore
     */
    KeyedErasures(
            KeyBroker broker,
            KeyDestruction keys,
            Grants grants,
            Mandates mandates,
            Deaths deaths,
            Ledger ledger,
            Attempts attempts,
            ErasureRows rows,
            RowScope scope,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${voorelkaar.backups.main-days:35}") int mainBackupDays,
            @Value("${voorelkaar.backups.keystore-days:35}") int keystoreBackupDays) {
        this.broker = broker;
        this.keys = keys;
        this.grants = grants;
        this.mandates = mandates;
        this.deaths = deaths;
        this.ledger = ledger;
        this.attempts = attempts;
        this.rows = rows;
        this.scope = scope;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.mainBackupDays = mainBackupDays;
        this.keystoreBackupDays = keystoreBackupDays;
    }

    @Override
    public Erasure ask(Actor.Resident actor, ErasureId id, Set<Section> sections, ShownText shown) {
        requireRecent(actor);
        var before = of(actor);
        var same = before.stream().filter(erasure -> erasure.id().equals(id)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (sections.isEmpty() || !Section.in(Zone.MIJN_DEEL).containsAll(sections)) {
            throw ErasureRefusal.NOT_YOURS_ALONE.in(Erasure.State.WACHT);
        }
        if (before.stream()
                .filter(Erasure::waiting)
                .anyMatch(waiting -> waiting.sections().stream().anyMatch(sections::contains))) {
            throw ErasureRefusal.WAITING_ALREADY.in(Erasure.State.WACHT);
        }
        take(actor, sections, "dossier.erase");
        closeToOthers(actor, sections, shown);
        var now = now();
        var asked = new Erasure(
                id,
                sections,
                Erasure.State.WACHT,
                now,
                now.plus(REFLECTION),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        within(actor.id(), () -> {
            rows.insert(actor.id(), asked, Optional.empty());
            events.publishEvent(new ErasureChanged(actor.id(), id, ErasureChanged.What.ASKED, asked.dueAt()));
            return true;
        });
        return asked;
    }

    @Override
    public Erasure keep(Actor.Resident actor, ErasureId id) {
        var now = find(actor, id);
        if (now.state() == Erasure.State.AFGEZIEN) {
            return now;
        }
        now.requireWaiting();
        take(actor, now.sections(), "dossier.keep");
        within(actor.id(), () -> {
            locked(actor.id(), id).requireWaiting();
            rows.keep(actor.id(), id, now());
            events.publishEvent(new ErasureChanged(actor.id(), id, ErasureChanged.What.KEPT, now()));
            return true;
        });
        return find(actor, id);
    }

    @Override
    public Erasure hasten(Actor.Resident actor, ErasureId id) {
        requireRecent(actor);
        var asked = find(actor, id);
        if (asked.waiting()) {
            take(actor, asked.sections(), "dossier.erase-now");
            within(actor.id(), () -> {
                locked(actor.id(), id).requireWaiting();
                rows.hasten(actor.id(), id, now());
                return true;
            });
        } else if (asked.state() == Erasure.State.AFGEZIEN) {
            asked.requireWaiting();
        }
        finish(actor.id(), id);
        return find(actor, id);
    }

    @Override
    public List<Erasure> of(Actor.Resident actor) {
        return within(actor.id(), () -> rows.all(actor.id())).stream()
                .filter(Erasure::told)
                .toList();
    }

    @Override
    public Erasure find(Actor.Resident actor, ErasureId id) {
        return of(actor).stream()
                .filter(erasure -> erasure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    attempts.tried(actor, new Handle(id.value()));
                    return new AccessRefused(Decision.Reason.NO_GROUND);
                });
    }

    @Override
    public int eraseDue() {
        var due = transaction.execute(status -> rows.due(clock.instant(), A_ROUND));
        var done = 0;
        for (var one : due) {
            try {
                if (finish(one.resident(), one.erasure())) {
                    done++;
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "Erasure {} is tried again: {}",
                        one.erasure(),
                        e.getClass().getName());
            }
        }
        return done;
    }

    /** Each of the three steps can be repeated, and each begins where the one before was committed. */
    private boolean finish(ResidentId resident, ErasureId id) {
        var line = within(resident, () -> {
            var now = locked(resident, id);
            if (!now.due(clock.instant())) {
                return Optional.<KeyDestruction.Line>empty();
            }
            if (now.state() == Erasure.State.WACHT) {
                if (!goesStill(resident, now)) {
                    rows.lapse(resident, id, now());
                    return Optional.<KeyDestruction.Line>empty();
                }
                rows.begin(resident, id, keys.draw(resident, now.sections(), now.whole()));
            }
            return Optional.of(rows.line(resident, id));
        });
        line.ifPresent(drawn -> {
            keys.destroy(resident, drawn);
            within(resident, () -> {
                var now = locked(resident, id);
                if (now.state() == Erasure.State.BEZIG) {
                    rows.deleteDrafts(resident, now.whole());
                    delete(resident, now, drawn);
                }
                return true;
            });
        });
        return line.isPresent();
    }

    @Override
    public int reconcile() {
        var done = 0;
        var after = Optional.<ResidentId>empty();
        for (var page = keys.destroyed(after, A_ROUND); !page.isEmpty(); page = keys.destroyed(after, A_ROUND)) {
            for (var gone : page) {
                if (erasedAgain(gone)) {
                    done++;
                }
            }
            after = Optional.of(page.getLast().resident());
        }
        return done;
    }

    /** The keys are gone already: what came back with a copy opens nowhere, and is in the way of what stays. */
    private boolean erasedAgain(KeyDestruction.Destroyed gone) {
        var resident = gone.resident();
        try {
            return within(resident, () -> {
                if (!rows.anythingBefore(resident, gone.line())) {
                    return false;
                }
                var now = now();
                var again = new Erasure(
                        new ErasureId(UuidV7.at(now)),
                        gone.line().lastEpochs().keySet(),
                        Erasure.State.BEZIG,
                        now,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                rows.insert(resident, again, Optional.empty());
                rows.begin(resident, again.id(), gone.line());
                gone.line().lastRoot().ifPresent(last -> rows.deleteDraftsBefore(resident, last));
                delete(resident, again, gone.line());
                return true;
            });
        } catch (RuntimeException e) {
            LOG.error("What came back is erased again later: {}", e.getClass().getName());
            return false;
        }
    }

    /** Nothing changed since it was listed, and who died did die. */
    private boolean goesStill(ResidentId resident, Erasure now) {
        return now.rule()
                .map(rule -> rule == KeepingRule.OVERLIJDEN
                        ? deaths.of(resident).isPresent()
                        : rows.restsStill(rule, rule.restedBefore(CalendarDays.dayOf(clock.instant()))))
                .orElse(true);
    }

    /** A year after the death of a resident nobody can have a reason any more to open what was theirs alone. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.Died died) {
        scope.enter(died.resident());
        var now = now();
        rows.insert(
                died.resident(),
                new Erasure(
                        new ErasureId(UuidV7.at(now)),
                        KeepingRule.OVERLIJDEN.sections(),
                        Erasure.State.WACHT,
                        now,
                        CalendarDays.endOf(died.on().plus(KeepingRule.OVERLIJDEN.term())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(KeepingRule.OVERLIJDEN)),
                Optional.empty());
    }

    private void delete(ResidentId resident, Erasure now, KeyDestruction.Line line) {
        var id = now.id();
        var gone = rows.delete(resident, id);
        var today = CalendarDays.dayOf(clock.instant());
        var destroyed = new Erasure.Destroyed(
                gone.entries(),
                gone.documents(),
                keys.clear(resident, line),
                today.plusDays(mainBackupDays),
                today.plusDays(keystoreBackupDays));
        rows.end(resident, id, destroyed, now());
        events.publishEvent(new ErasureChanged(resident, id, ErasureChanged.What.DONE, now()));
        ledger.append(new LedgerEvent(
                resident,
                LedgerEvent.Kind.STEP_TAKEN,
                Optional.empty(),
                now.sections(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of(
                        "step", "dossier.erased",
                        "erasure", id.toString(),
                        "entries", String.valueOf(destroyed.entries()),
                        "documents", String.valueOf(destroyed.documents()),
                        "main-backups-until", destroyed.mainUntil().toString(),
                        "keystore-backups-until", destroyed.keystoreUntil().toString())));
    }

    /** Verifies who signed in, asks consent, and writes the line. */
    private void take(Actor.Resident actor, Set<Section> sections, String step) {
        broker.open(actor, Access.step(actor.id(), sections, step)).close();
    }

    private void closeToOthers(Actor.Resident actor, Set<Section> erased, ShownText shown) {
        for (var grant : grants.of(actor)) {
            var left = without(grant.terms().sections(), erased);
            if (grant.live() && left.size() < grant.terms().sections().size()) {
                close(actor, grant, left, shown);
            }
        }
        for (var mandate : mandates.of(actor)) {
            var left = mandate.scopes().stream()
                    .filter(one -> without(mandates.opens(Set.of(one)), erased).equals(mandates.opens(Set.of(one))))
                    .collect(Collectors.toSet());
            if (mandate.live() && left.size() < mandate.scopes().size()) {
                if (left.isEmpty()) {
                    mandates.stop(actor, mandate.id(), shown);
                } else {
                    mandates.narrow(actor, mandate.id(), left, mandate.lastDay().orElseThrow(), shown);
                }
            }
        }
    }

    private void close(Actor.Resident actor, Grant grant, Set<Section> left, ShownText shown) {
        if (left.isEmpty()) {
            grants.stop(actor, grant.id(), shown);
        } else {
            var terms = grant.terms();
            grants.narrow(actor, grant.id(), new Terms(left, terms.rights(), terms.until(), terms.team()), shown);
        }
    }

    private static Set<Section> without(Set<Section> sections, Set<Section> erased) {
        var left = EnumSet.noneOf(Section.class);
        sections.stream().filter(section -> !erased.contains(section)).forEach(left::add);
        return left;
    }

    private void requireRecent(Actor.Resident actor) {
        if (!RecentLogin.holds(actor.signedInAt(), clock.instant())) {
            throw ErasureRefusal.SIGN_IN_AGAIN.in(Erasure.State.WACHT);
        }
    }

    private Erasure locked(ResidentId resident, ErasureId id) {
        return rows.lock(resident, id).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
    }

    private <T> T within(ResidentId resident, Supplier<T> work) {
        return transaction.execute(status -> {
            scope.enter(resident);
            return work.get();
        });
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
