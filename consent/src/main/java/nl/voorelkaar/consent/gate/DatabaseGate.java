package nl.voorelkaar.consent.gate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Decision.Permitted;
import nl.voorelkaar.consent.Decision.Refused;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.Decisions;
import nl.voorelkaar.consent.decision.Facts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class DatabaseGate implements AccessGate {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);

    private static final Set<Section> EVERYTHING = Set.copyOf(EnumSet.allOf(Section.class));

    private final FactFinder facts;
    private final RowScope scope;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DatabaseGate(
            FactFinder facts, RowScope scope, Ledger ledger, Clock clock, PlatformTransactionManager transactions) {
        this.facts = facts;
        this.scope = scope;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Map<Section, Decision> decide(Actor actor, Access access) {
        return switch (actor) {
            case Actor.Resident resident -> Decisions.decide(resident, access, Facts.NONE, clock.instant());
            case Actor.Acting acting -> transaction.execute(status -> decide(acting, access));
            // One question, which sees what is committed when it is asked: in a transaction or not.
            case Actor.Professional reader when access.action() == Access.Action.READ -> decidedNow(reader, access);
            case Actor.Professional professional ->
                transaction.execute(status -> {
                    if (status.isNewTransaction()) {
                        scope.enter(professional, access.resident());
                    }
                    return decideToWrite(professional, access);
                });
        };
    }

    private Map<Section, Decision> decideToWrite(Actor.Professional actor, Access access) {
        var decisions = decidedNow(actor, access);
        var grounds = permitted(decisions).values();
        if (grounds.isEmpty()) {
            return decisions;
        }
        facts.lock(
                actor.id(),
                actor.team(),
                access.resident(),
                grounds.stream().flatMap(ground -> ground.grant().stream()).collect(Collectors.toSet()),
                grounds.stream().anyMatch(ground -> ground.ground() == Grondslag.WETTELIJKE_TAAK));
        // What was stopped while waiting for the lock is stopped.
        return decidedNow(actor, access);
    }

    private Map<Section, Decision> decidedNow(Actor.Professional actor, Access access) {
        var known = facts.about(actor, access.resident());
        return RestrictedParts.heldBack(Decisions.decide(actor, access, known.facts(), clock.instant()), known);
    }

    /** What is written is locked with the mandate: a stop comes wholly before it, or not at all. */
    private Map<Section, Decision> decide(Actor.Acting actor, Access access) {
        var writes = access.action() != Access.Action.READ;
        return Decisions.decide(actor, access, facts.about(actor, writes), clock.instant());
    }

    @Override
    public Map<Section, Permitted> require(Actor actor, Access access) {
        var decisions = decide(actor, access);
        var permitted = permitted(decisions);
        if (permitted.size() < access.sections().size()) {
            throw refused(actor, access, decisions);
        }
        write(actor, access, permitted);
        return permitted;
    }

    @Override
    public Map<Section, Permitted> requireAny(Actor actor, Access access) {
        var decisions = decide(actor, access);
        var permitted = permitted(decisions);
        if (permitted.isEmpty()) {
            throw refused(actor, access, decisions);
        }
        write(actor, access, permitted);
        return permitted;
    }

    @Override
    public <T> Optional<Found<T>> requireFound(
            Actor actor,
            ResidentId resident,
            Function<Map<Section, Permitted>, Optional<T>> look,
            Function<T, Section> place) {
        var decisions = decide(actor, new Access(resident, EVERYTHING, Access.Action.READ));
        var readable = Collections.unmodifiableMap(permitted(decisions));
        return (readable.isEmpty() ? Optional.<T>empty() : look.apply(readable)).map(found -> {
            var section = place.apply(found);
            var reading = Access.read(resident, section);
            var ground = readable.get(section);
            if (ground == null) {
                throw refused(actor, reading, Map.of(section, decisions.get(section)));
            }
            write(actor, reading, Map.of(section, ground));
            return new Found<>(found, ground);
        });
    }

    private static Map<Section, Permitted> permitted(Map<Section, Decision> decisions) {
        var permitted = new EnumMap<Section, Permitted>(Section.class);
        decisions.forEach((section, decision) -> {
            if (decision instanceof Permitted permit) {
                permitted.put(section, permit);
            }
        });
        return permitted;
    }

    private void write(Actor actor, Access access, Map<Section, Permitted> permitted) {
        var lines = new LinkedHashMap<Basis, Set<Section>>();
        permitted.forEach(
                (section, permit) -> lines.computeIfAbsent(new Basis(permit), basis -> EnumSet.noneOf(Section.class))
                        .add(section));
        var events = new ArrayList<LedgerEvent>();
        lines.forEach((basis, sections) -> events.add(new LedgerEvent(
                access.resident(),
                kind(access),
                Optional.of(actor),
                sections,
                Optional.of(basis.ground),
                basis.statute,
                basis.grant,
                LedgerEvent.Outcome.DONE,
                details(access))));
        ledger.appendNow(events);
    }

    private AccessRefused refused(Actor actor, Access access, Map<Section, Decision> decisions) {
        var reason = decisions.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Refused)
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> ((Refused) entry.getValue()).reason())
                .orElseThrow();
        var refused = new AccessRefused(reason);
        try {
            ledger.appendNow(LedgerEvent.refused(
                    access.resident(), kind(access), actor, access.sections(), details(access, reason)));
        } catch (RuntimeException e) {
            // A dossier that does not exist may have no audit key. Another error would tell so.
            LOG.error(
                    "a refusal could not be written to the ledger: {}",
                    e.getClass().getName());
            refused.addSuppressed(e);
        }
        return refused;
    }

    private static Map<String, String> details(Access access) {
        var details = new LinkedHashMap<String, String>();
        access.step().ifPresent(step -> details.put("step", step));
        access.only().ifPresent(thing -> details.put("thing", thing.toString()));
        return details;
    }

    private static Map<String, String> details(Access access, Decision.Reason reason) {
        var details = new LinkedHashMap<>(details(access));
        details.put("reason", reason.name());
        return details;
    }

    private static LedgerEvent.Kind kind(Access access) {
        return switch (access.action()) {
            case READ -> LedgerEvent.Kind.READ;
            case ADD -> LedgerEvent.Kind.ADDED;
            case EDIT -> LedgerEvent.Kind.EDITED;
            case REMOVE -> LedgerEvent.Kind.REMOVED;
            case TAKE_PART -> LedgerEvent.Kind.STEP_TAKEN;
        };
    }

    /** What makes two sections one line in the log. */
    private record Basis(Grondslag ground, Optional<String> statute, Optional<GrantId> grant) {

        Basis(Permitted permit) {
            this(permit.ground(), permit.statute(), permit.grant());
        }
    }
}
