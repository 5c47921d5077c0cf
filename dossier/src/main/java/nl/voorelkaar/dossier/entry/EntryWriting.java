package nl.voorelkaar.dossier.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Dossiers.Change;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryChanged;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;

/** Adding, editing, removing and bringing back. Only who wrote an entry changes it; every version stays. */
@Component
public class EntryWriting {

    static final Duration UNDO = Duration.ofDays(30);

    private final KeyBroker broker;
    private final Ledger ledger;
    private final Parties parties;
    private final Carers carers;
    private final EntryAccess access;
    private final EntryRows rows;
    private final EntryChanges changes;
    private final VersionCodec codec;
    private final Attachments attachments;
    private final Statements statements;
    private final Clock clock;

    EntryWriting(
            KeyBroker broker,
            Ledger ledger,
            Parties parties,
            Carers carers,
            EntryAccess access,
            EntryRows rows,
            EntryChanges changes,
            VersionCodec codec,
            Attachments attachments,
            Statements statements,
            Clock clock) {
        this.broker = broker;
        this.ledger = ledger;
        this.parties = parties;
        this.carers = carers;
        this.access = access;
        this.rows = rows;
        this.changes = changes;
        this.codec = codec;
        this.attachments = attachments;
        this.statements = statements;
        this.clock = clock;
    }

    /** Stores a file in the running transaction, under the keys that were opened for its entry. */
    @FunctionalInterface
    public interface Attaching {
        Optional<Attached> attach(SectionKeys keys) throws IOException;
    }

    /**
     * Adds an entry, and the file that {@code attaching} stores, in one transaction. With an id that is there already
     * nothing is stored: the same author gets the first entry back, anybody else a refusal.
     */
    public Entry add(Actor actor, ResidentId resident, EntryId id, NewEntry entry, Attaching attaching)
            throws IOException {
        if (access.find(actor, resident, id).isPresent()) {
            return first(actor, resident, id);
        }
        if (entry.apart() && actor instanceof Actor.Acting) {
            throw access.refusal(LedgerEvent.Kind.ADDED, actor, resident, Set.of(entry.section()));
        }
        var adding = Access.add(resident, entry.section());
        var author = author(actor);
        try {
            return access.changing(
                            LedgerEvent.Kind.ADDED,
                            actor,
                            adding,
                            keys -> access.change(actor, adding, () -> {
                                var now = now();
                                if (!rows.reserve(resident, id, entry, author.party(), now)) {
                                    return Optional.<Entry>empty();
                                }
                                var stored = codec.seal(
                                        keys, resident, id, 1, entry, author, attach(attaching, keys), now, now);
                                rows.insert(stored);
                                changes.happened(Change.Kind.ADDED, stored, now);
                                return Optional.of(codec.open(keys, stored));
                            }))
                    .orElseGet(() -> first(actor, resident, id));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<Attached> attach(Attaching attaching, SectionKeys keys) {
        try {
            return attaching.attach(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an earlier call with this id added. */
    private Entry first(Actor actor, ResidentId resident, EntryId id) {
        var place = own(LedgerEvent.Kind.ADDED, actor, resident, id);
        return reopen(actor, resident, id, place.section());
    }

    private Entry reopen(Actor actor, ResidentId resident, EntryId id, Section section) {
        try (var keys = broker.open(actor, Access.read(resident, section))) {
            return access.read(
                            actor,
                            resident,
                            Set.of(section),
                            () -> rows.bodies(resident, Set.of(id)).stream()
                                    .filter(stored -> stored.section() == section)
                                    .findFirst()
                                    .map(stored -> codec.open(keys, stored)))
                    .orElseThrow(() -> access.refusal(LedgerEvent.Kind.READ, actor, resident, Set.of(section)));
        }
    }

    /** The place of an entry that this actor wrote. Looked at before a key is asked for, so that the log stays true. */
    private EntryRows.Place own(LedgerEvent.Kind kind, Actor actor, ResidentId resident, EntryId id) {
        var place = access.place(kind, actor, resident, id);
        if (!place.isBy(actor)) {
            throw access.refusal(kind, actor, resident, Set.of(place.section()));
        }
        return place;
    }

    /**
     * Writes a next version. In another section it is sealed under that section's key, and so is the file; the earlier
     * versions stay under the old key.
     */
    Entry edit(Actor actor, ResidentId resident, EntryId id, int version, NewEntry entry) {
        return rewrite(LedgerEvent.Kind.EDITED, actor, resident, id, Optional.of(version), entry);
    }

    Entry restore(Actor actor, ResidentId resident, EntryId id, NewEntry earlier) {
        return rewrite(LedgerEvent.Kind.RESTORED, actor, resident, id, Optional.empty(), earlier);
    }

    private Entry rewrite(
            LedgerEvent.Kind kind,
            Actor actor,
            ResidentId resident,
            EntryId id,
            Optional<Integer> version,
            NewEntry entry) {
        var place = own(kind, actor, resident, id);
        if (place.removed()) {
            throw access.refusal(kind, actor, resident, Set.of(place.section()));
        }
        if (version.isPresent() && version.get() != place.version()) {
            throw new EntryChanged(reopen(actor, resident, id, place.section()));
        }
        var from = place.section();
        var to = entry.section();
        var editing = new Access(resident, Set.of(from), Access.Action.EDIT);
        if (from == to) {
            return access.changing(
                    LedgerEvent.Kind.EDITED,
                    actor,
                    editing,
                    keys -> access.change(
                            actor,
                            editing,
                            () -> next(kind, actor, locked(actor, place, resident, id), version, entry, keys, keys)));
        }
        var adding = Access.add(resident, to);
        return access.changing(
                LedgerEvent.Kind.EDITED,
                actor,
                editing,
                fromKeys -> access.changing(
                        LedgerEvent.Kind.ADDED,
                        actor,
                        adding,
                        toKeys -> access.change(
                                actor,
                                editing,
                                Optional.of(to),
                                () -> next(
                                        kind,
                                        actor,
                                        locked(actor, place, resident, id),
                                        version,
                                        entry,
                                        fromKeys,
                                        toKeys))));
    }

    /** @throws AccessRefused when it was moved or removed since its place was looked up */
    private StoredVersion locked(Actor actor, EntryRows.Place place, ResidentId resident, EntryId id) {
        return rows.lock(resident, id)
                .filter(stored ->
                        stored.section() == place.section() && stored.place().isBy(actor))
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
    }

    private Entry next(
            LedgerEvent.Kind kind,
            Actor actor,
            StoredVersion current,
            Optional<Integer> expected,
            NewEntry entry,
            SectionKeys fromKeys,
            SectionKeys toKeys) {
        var now = codec.open(fromKeys, current);
        if (current.removedAt().isPresent()) {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        if (expected.isPresent() && expected.get() != current.version()) {
            throw new EntryChanged(now);
        }
        var attached = current.document()
                .map(document -> new Attached(
                        current.section() == entry.section()
                                ? document
                                : attachments.copy(
                                        current.resident(),
                                        current.id(),
                                        document,
                                        current.section(),
                                        fromKeys,
                                        entry.section(),
                                        toKeys),
                        now.document().orElseThrow()));
        var stored = codec.seal(
                toKeys,
                current.resident(),
                current.id(),
                current.version() + 1,
                entry,
                new VersionCodec.Author(current.writtenBy(), now.authorName()),
                attached,
                current.createdAt(),
                now());
        rows.insert(stored);
        rows.advance(stored);
        if (current.section() == stored.section()) {
            changes.happened(Change.Kind.EDITED, stored, stored.changedAt());
        } else {
            changes.happened(Change.Kind.MOVED, current, stored.changedAt());
            changes.happened(Change.Kind.ADDED, stored, stored.changedAt());
            statements.move(current.resident(), current.id(), fromKeys, stored.section(), toKeys);
        }
        if (kind == LedgerEvent.Kind.RESTORED) {
            ledger.append(line(kind, actor, toKeys, stored));
        }
        return codec.open(toKeys, stored);
    }

    void remove(Actor actor, ResidentId resident, EntryId id) {
        var place = own(LedgerEvent.Kind.REMOVED, actor, resident, id);
        if (place.removed()) {
            return;
        }
        var removing = new Access(resident, Set.of(place.section()), Access.Action.REMOVE);
        access.changing(
                LedgerEvent.Kind.REMOVED,
                actor,
                removing,
                keys -> access.change(actor, removing, () -> {
                    var current = locked(actor, place, resident, id);
                    if (current.removedAt().isEmpty()) {
                        var now = now();
                        rows.setRemoved(resident, id, Optional.of(now));
                        changes.happened(Change.Kind.REMOVED, current, now);
                    }
                    return true;
                }));
    }

    Entry undoRemove(Actor actor, ResidentId resident, EntryId id) {
        var place = own(LedgerEvent.Kind.RESTORED, actor, resident, id);
        if (!place.removed()) {
            return reopen(actor, resident, id, place.section());
        }
        var editing = new Access(resident, Set.of(place.section()), Access.Action.EDIT);
        return access.changing(
                LedgerEvent.Kind.RESTORED,
                actor,
                editing,
                keys -> access.change(actor, editing, () -> {
                    var current = locked(actor, place, resident, id);
                    if (current.removedAt().isPresent()) {
                        if (!current.removedAt().get().plus(UNDO).isAfter(now())) {
                            throw new AccessRefused(Decision.Reason.NO_GROUND);
                        }
                        rows.setRemoved(resident, id, Optional.empty());
                        changes.happened(Change.Kind.RESTORED, current, now());
                        ledger.append(line(LedgerEvent.Kind.RESTORED, actor, keys, current));
                    }
                    return codec.open(keys, current);
                }));
    }

    private static LedgerEvent line(LedgerEvent.Kind kind, Actor actor, SectionKeys keys, StoredVersion stored) {
        return Lines.done(kind, actor, stored.resident(), stored.section(), EntryAccess.ground(keys, stored.section()));
    }

    private VersionCodec.Author author(Actor actor) {
        return switch (actor) {
            case Actor.Resident _ -> new VersionCodec.Author(Optional.empty(), Optional.empty());
            case Actor.Acting acting -> new VersionCodec.Author(Optional.empty(), carers.nameOf(acting));
            case Actor.Professional professional ->
                new VersionCodec.Author(
                        Optional.of(professional.id()),
                        Optional.ofNullable(
                                        parties.find(Set.of(professional.id())).get(professional.id()))
                                .map(Party::name));
        };
    }

    /** As the database keeps it, so that what is answered equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
