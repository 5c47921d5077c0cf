package nl.voorelkaar.dossier.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.Dossiers.Change;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;

/**
 * Entries with all their versions and files, on their way out of a dossier and into another one. For residents
 * themselves only, in their own dossier.
 */
@Component
public class CarriedEntries {

    /** No entry comes near; one that somebody made must fit in memory. */
    public static final int MOST_VERSIONS = 500;

    private final KeyBroker broker;
    private final EntryAccess access;
    private final EntryRows rows;
    private final EntryChanges changes;
    private final VersionCodec codec;
    private final CarriedFiles files;
    private final Statements statements;
    private final Ledger ledger;
    private final Clock clock;

    CarriedEntries(
            KeyBroker broker,
            EntryAccess access,
            EntryRows rows,
            EntryChanges changes,
            VersionCodec codec,
            CarriedFiles files,
            Statements statements,
            Ledger ledger,
            Clock clock) {
        this.broker = broker;
        this.access = access;
        this.rows = rows;
        this.changes = changes;
        this.codec = codec;
        this.files = files;
        this.statements = statements;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What is done with an open dossier. */
    @FunctionalInterface
    public interface Work<D> {
        void with(D dossier) throws IOException;
    }

    /** @param file the id of its file; versions that share a file share the id */
    public record Leaving(Entry entry, Optional<UUID> file) {}

    /** A dossier that is read to be taken along. Only within the work. */
    public interface Outward {

        /** Oldest first; what was removed is not among them. */
        List<EntryId> entries(Section section);

        /**
         * Of one state of the entry, oldest first, at most {@link #MOST_VERSIONS}; empty when it was removed meanwhile.
         */
        List<Leaving> versions(EntryId entry);

        void file(Leaving version, OutputStream to) throws IOException;
    }

    /**
     * Opens these sections to take them along. One READ and one EXPORTED line, before anything is handed out.
     *
     * @param request what the line says which copy it was
     */
    public void outward(Actor.Resident actor, Set<Section> sections, UUID request, Work<Outward> work)
            throws IOException {
        try (var keys = broker.open(actor, new Access(actor.id(), sections, Access.Action.READ))) {
            access.write(actor, actor.id(), sections, () -> {
                ledger.append(
                        Lines.done(LedgerEvent.Kind.EXPORTED, actor, sections, Map.of("request", request.toString())));
                return true;
            });
            work.with(new Open(actor, sections, keys));
        }
    }

    private final class Open implements Outward {

        private final Actor.Resident actor;
        private final Set<Section> sections;
        private final SectionKeys keys;

        Open(Actor.Resident actor, Set<Section> sections, SectionKeys keys) {
            this.actor = actor;
            this.sections = sections;
            this.keys = keys;
        }

        @Override
        public List<EntryId> entries(Section section) {
            var here = Set.of(section);
            return access.read(actor, actor.id(), here, () -> rows.days(actor.id(), here)).stream()
                    .filter(stored -> stored.removedAt().isEmpty())
                    .sorted(Comparator.comparing(StoredVersion::createdAt)
                            .thenComparing(stored -> stored.id().value()))
                    .map(StoredVersion::id)
                    .toList();
        }

        @Override
        public List<Leaving> versions(EntryId entry) {
            return access
                    .read(actor, actor.id(), sections, () -> rows.versions(actor.id(), entry, sections, MOST_VERSIONS))
                    .reversed()
                    .stream()
                    .filter(stored -> stored.removedAt().isEmpty())
                    .map(stored -> new Leaving(beside(codec.open(keys, stored)), stored.document()))
                    .toList();
        }

        private Entry beside(Entry entry) {
            return access.read(actor, actor.id(), sections, () -> statements.beside(actor.id(), keys, List.of(entry)))
                    .getFirst();
        }

        @Override
        public void file(Leaving version, OutputStream to) throws IOException {
            try (var content =
                    files.open(actor, version.entry().section(), version.file().orElseThrow(), keys)) {
                content.transferTo(to);
            }
        }
    }

    /** Opens the content of a file, from its beginning. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** @param key versions of an entry with the same key share one file */
    public record Enclosed(String key, String fileName, Content content) {}

    /**
     * A version as it was in the other dossier, written by the resident.
     *
     * @param through who wrote it for the resident, if somebody did
     */
    public record Arriving(
            int version, NewEntry entry, Optional<String> through, Instant changedAt, Optional<Enclosed> file) {}

    /** A dossier that something is put into. Only within the work. */
    public interface Inward {

        /**
         * Puts an entry in with its versions, oldest first, in one transaction.
         *
         * @return false when an entry with this id is there already: then nothing changed
         */
        boolean add(EntryId entry, Instant createdAt, List<Arriving> versions) throws IOException;
    }

    /** Opens these sections to put entries in. One ADDED line. */
    public void inward(Actor.Resident actor, Set<Section> sections, Work<Inward> work) throws IOException {
        var adding = new Access(actor.id(), sections, Access.Action.ADD);
        try {
            access.changing(LedgerEvent.Kind.ADDED, actor, adding, keys -> {
                try {
                    work.with((entry, createdAt, versions) -> add(actor, keys, entry, createdAt, versions));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean add(
            Actor.Resident actor, SectionKeys keys, EntryId entry, Instant createdAt, List<Arriving> versions) {
        var sections = EnumSet.noneOf(Section.class);
        versions.forEach(version -> sections.add(version.entry().section()));
        return access.change(actor, new Access(actor.id(), sections, Access.Action.ADD), () -> {
            var newest = versions.getLast().entry();
            if (!rows.reserve(actor.id(), entry, newest, Optional.empty(), createdAt)) {
                return false;
            }
            var stored = new HashMap<String, Attached>();
            StoredVersion last = null;
            for (var version : versions) {
                var attached = version.file()
                        .map(file -> stored.computeIfAbsent(
                                file.key(), _ -> store(actor, keys, entry, version.entry(), file)));
                last = codec.seal(
                        keys,
                        actor.id(),
                        entry,
                        version.version(),
                        version.entry(),
                        new VersionCodec.Author(Optional.empty(), version.through()),
                        attached,
                        createdAt,
                        version.changedAt());
                rows.insert(last);
            }
            if (last != null) {
                rows.advance(last);
                changes.happened(Change.Kind.ADDED, last, clock.instant());
            }
            return true;
        });
    }

    private Attached store(Actor.Resident actor, SectionKeys keys, EntryId entry, NewEntry version, Enclosed file) {
        try (var content = file.content().open()) {
            return files.store(actor, keys, entry, version.section(), file.fileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in the resident's own part, removed or not; at most 20 000. */
    public Set<EntryId> known(Actor.Resident actor) {
        var own = Section.in(Zone.MIJN_DEEL);
        return access.read(actor, actor.id(), own, () -> rows.days(actor.id(), own)).stream()
                .map(StoredVersion::id)
                .collect(Collectors.toSet());
    }

    /** How many bytes of files this dossier can still hold. */
    public long room(Actor.Resident actor) {
        return access.read(actor, actor.id(), EnumSet.allOf(Section.class), () -> files.room(actor));
    }
}
