package nl.voorelkaar.dossier.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.HelpWithOneThing;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.dossier.entry.EntryAccess;
import nl.voorelkaar.dossier.vault.Compartments;
import nl.voorelkaar.dossier.vault.KeyBroker;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SealedProcedures implements Procedures {

    private final KeyBroker broker;
    private final EntryAccess access;
    private final Parties parties;
    private final Carers carers;
    private final Ledger ledger;
    private final RowScope scope;
    private final ProcedureRows rows;
    private final StepCodec codec;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Compartments compartments;
    private final HelpWithOneThing help;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final Clock clock;

    SealedProcedures(
            KeyBroker broker,
            EntryAccess access,
            Parties parties,
            Carers carers,
            Ledger ledger,
            RowScope scope,
            ProcedureRows rows,
            StepCodec codec,
            ApplicationEventPublisher events,
            Attempts attempts,
            Compartments compartments,
            HelpWithOneThing help,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.broker = broker;
        this.access = access;
        this.parties = parties;
        this.carers = carers;
        this.ledger = ledger;
        this.scope = scope;
        this.rows = rows;
        this.codec = codec;
        this.events = events;
        this.attempts = attempts;
        this.compartments = compartments;
        this.help = help;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.writing = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public <T> T read(Actor actor, ResidentId resident, Set<Section> sections, Function<Reading, T> work) {
        try (var keys = broker.open(actor, new Access(resident, sections, Access.Action.READ))) {
            return reading.execute(status -> {
                scope.enter(actor, resident, sections);
                return work.apply(new OpenReading(resident, keys, rows, codec, now(), missing(actor)));
            });
        }
    }

    @Override
    public <T> T readOne(
            Actor actor, ResidentId resident, ProcedureKind kind, ProcedureId id, Function<Reading, T> work) {
        var sections = Set.of(kind.section());
        var access = new Access(resident, sections, Access.Action.READ).only(new Thing(id.value()));
        try (var keys = broker.open(actor, access)) {
            return reading.execute(status -> {
                scope.enter(actor, resident, sections);
                return work.apply(new OpenReading(resident, keys, rows, codec, now(), missing(actor)));
            });
        }
    }

    @Override
    public <T> T take(Actor actor, ResidentId resident, Set<Section> sections, String step, Function<Turn, T> work) {
        var taking = Access.step(resident, sections, step);
        var author = author(actor);
        try (var keys = broker.open(actor, taking)) {
            try {
                return writing.execute(status -> {
                    access.requireStill(actor, taking);
                    scope.enter(actor, resident, sections);
                    var turn = new OpenTurn(
                            resident, keys, rows, codec, now(), missing(actor), author, events, compartments, help);
                    var result = work.apply(turn);
                    if (actor instanceof Actor.Acting carer) {
                        carers.digestOf(carer)
                                .ifPresent(digest -> events.publishEvent(
                                        new ConsentEvent.ActedFor(resident, carer.person(), digest)));
                    }
                    turn.lastLines().forEach(ledger::append);
                    return result;
                });
            } catch (RuntimeException e) {
                ledger.appendNow(LedgerEvent.refused(
                        resident, LedgerEvent.Kind.STEP_TAKEN, actor, sections, Map.of("step", step)));
                throw e;
            }
        }
    }

    @Override
    public List<ProcedureHead> heads(Actor.Resident actor) {
        return reading.execute(status -> {
            scope.enter(actor.id());
            return Arrays.stream(ProcedureKind.values())
                    .flatMap(kind -> rows.of(actor.id(), kind).stream())
                    .toList();
        });
    }

    @Override
    public List<ProcedureHead> handledBy(Actor.Professional actor) {
        return reading.execute(status -> {
            scope.enter(actor);
            return rows.handledBy(actor.id());
        });
    }

    @Override
    public List<ProcedureHead> closedBy(Actor.Professional actor) {
        return reading.execute(status -> {
            scope.enter(actor);
            return rows.closedBy(actor.id());
        });
    }

    /** Who names the procedure of somebody else is in that person's log. */
    private Consumer<ProcedureId> missing(Actor actor) {
        return id -> attempts.tried(actor, new Handle(id.value()));
    }

    private Author author(Actor actor) {
        return switch (actor) {
            case Actor.Resident _ -> new Author.Resident();
            case Actor.Acting acting ->
                new Author.Resident(Optional.of(new Author.Carer(
                        acting.person(),
                        carers.nameOf(acting)
                                .orElseThrow(() -> new IllegalStateException("who acts was never mandated")))));
            case Actor.Professional professional ->
                new Author.Professional(
                        professional.id(),
                        professional.role(),
                        Optional.ofNullable(
                                        parties.find(Set.of(professional.id())).get(professional.id()))
                                .map(Party::name)
                                .orElseThrow(() -> new IllegalStateException("who acts never signed in")));
        };
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
