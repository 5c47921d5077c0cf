package nl.voorelkaar.dossier.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How an operation on one entry goes, for every operation alike: find its section among those that the actor may read,
 * ask the broker for the key, which writes the ledger line, and work in one transaction that sees only those rows. For
 * reading the broker does all of it, and asks consent once. What is not there, not theirs or not allowed ends in the
 * same refusal, and in the ledger.
 */
@Component
public class EntryAccess {

    private final KeyBroker broker;
    private final AccessGate gate;
    private final Ledger ledger;
    private final Attempts attempts;
    private final RowScope scope;
    private final EntryRows rows;
    private final VersionCodec codec;
    private final TransactionTemplate reading;
    private final TransactionTemplate plain;

    EntryAccess(
            KeyBroker broker,
            AccessGate gate,
            Ledger ledger,
            Attempts attempts,
            RowScope scope,
            EntryRows rows,
            VersionCodec codec,
            PlatformTransactionManager transactions) {
        this.broker = broker;
        this.gate = gate;
        this.ledger = ledger;
        this.attempts = attempts;
        this.scope = scope;
        this.rows = rows;
        this.codec = codec;
        this.reading = new TransactionTemplate(transactions);
        // Days and bodies are two queries: both must see one state.
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.plain = new TransactionTemplate(transactions);
    }

    /**
     * The opened entry with what is needed to read its file. The gate wrote that it was read; what is more than reading
     * gets a line of its own, committed before anything is handed out.
     */
    public <T> T reading(
            LedgerEvent.Kind kind, Actor actor, ResidentId resident, EntryId id, Function<Opened, T> work) {
        var found = broker.openFound(
                        actor,
                        resident,
                        grounds -> rows.find(actor, resident, id, grounds)
                                .filter(one -> one.version().place().isFor(actor))
                                .map(one -> new KeyBroker.Seen<>(
                                        one.version(), one.version().section(), one.beside())))
                .orElseThrow(() -> notThere(kind, actor, resident, id));
        var stored = found.thing();
        var section = stored.section();
        try (var keys = found.keys()) {
            if (kind == LedgerEvent.Kind.DOWNLOADED && ground(keys, section).ground() == Grondslag.VITAAL_BELANG) {
                // An emergency is for reading: nothing of it leaves the screen.
                throw refusal(kind, actor, resident, Set.of(section));
            }
            if (stored.removedAt().isPresent()) {
                throw refusal(kind, actor, resident, Set.of(section));
            }
            var entry = codec.open(keys, stored);
            if (kind != LedgerEvent.Kind.READ) {
                write(actor, resident, Set.of(section), () -> {
                    ledger.append(Lines.done(kind, actor, resident, section, ground(keys, section)));
                    return true;
                });
            }
            return work.apply(new Opened(keys, stored.document(), entry));
        }
    }

    /** @param document the id of the entry's file, if it has one */
    public record Opened(SectionKeys keys, Optional<UUID> document, Entry entry) {}

    /**
     * Reads in one snapshot that shows this actor these sections. Holds no key and asks no consent: ask the broker
     * first.
     */
    public <T> T read(Actor actor, ResidentId resident, Set<Section> sections, Supplier<T> work) {
        return reading.execute(status -> {
            scope.enter(actor, resident, sections);
            return work.get();
        });
    }

    <T> T write(Actor actor, ResidentId resident, Set<Section> sections, Supplier<T> work) {
        return plain.execute(status -> {
            scope.enter(actor, resident, sections);
            return work.get();
        });
    }

    /**
     * Changes content: consent is asked once more inside the transaction, so that a grant that was stopped since the
     * keys were opened lets nothing through.
     */
    <T> T change(Actor actor, Access access, Supplier<T> work) {
        return change(actor, access, Optional.empty(), work);
    }

    /** @param target the section that content is added to besides, when it moves */
    <T> T change(Actor actor, Access access, Optional<Section> target, Supplier<T> work) {
        return plain.execute(status -> {
            requireStill(actor, access);
            target.ifPresent(section -> requireStill(actor, Access.add(access.resident(), section)));
            var sections = EnumSet.copyOf(access.sections());
            target.ifPresent(sections::add);
            scope.enter(actor, access.resident(), sections);
            return work.get();
        });
    }

    /** @throws AccessRefused when consent for this no longer holds; writes no line */
    public void requireStill(Actor actor, Access access) {
        for (var decision : gate.decide(actor, access).values()) {
            if (decision instanceof Decision.Refused refused) {
                throw new AccessRefused(refused.reason());
            }
        }
    }

    /** Where an entry is, when it is somewhere that this actor may read; otherwise the attempt is written down. */
    EntryRows.Place place(LedgerEvent.Kind kind, Actor actor, ResidentId resident, EntryId id) {
        return find(actor, resident, id).orElseThrow(() -> notThere(kind, actor, resident, id));
    }

    private AccessRefused notThere(LedgerEvent.Kind kind, Actor actor, ResidentId resident, EntryId id) {
        attempts.tried(actor, new Handle(id.value()));
        return refusal(kind, actor, resident, Set.of());
    }

    Optional<EntryRows.Place> find(Actor actor, ResidentId resident, EntryId id) {
        var readable = readable(actor, resident);
        return readable.isEmpty()
                ? Optional.empty()
                : read(actor, resident, readable, () -> rows.place(resident, id))
                        .filter(place -> place.isFor(actor));
    }

    Set<Section> readable(Actor actor, ResidentId resident) {
        return permitted(actor, new Access(resident, EnumSet.allOf(Section.class), Access.Action.READ));
    }

    Set<Section> permitted(Actor actor, Access access) {
        return gate.decide(actor, access).entrySet().stream()
                .filter(answer -> answer.getValue() instanceof Decision.Permitted)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    /**
     * Writes the refused attempt and gives the exception to throw. Call it outside a transaction that will roll back.
     */
    AccessRefused refusal(LedgerEvent.Kind kind, Actor actor, ResidentId resident, Set<Section> sections) {
        ledger.appendNow(Lines.refused(kind, actor, resident, sections));
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    /**
     * Opens keys for a change and does it. The gate's line says that the actor came to change something; when nothing
     * came of it, a second line says so.
     */
    <T> T changing(LedgerEvent.Kind kind, Actor actor, Access access, Function<SectionKeys, T> work) {
        try (var keys = broker.open(actor, access)) {
            try {
                return work.apply(keys);
            } catch (RuntimeException e) {
                ledger.appendNow(Lines.refused(kind, actor, access.resident(), access.sections()));
                throw e;
            }
        }
    }

    static Decision.Permitted ground(SectionKeys keys, Section section) {
        return Objects.requireNonNull(keys.grounds().get(section), "the keys carry their ground");
    }
}
