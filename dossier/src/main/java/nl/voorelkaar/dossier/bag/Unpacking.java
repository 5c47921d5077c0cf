package nl.voorelkaar.dossier.bag;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.FileKinds;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.bag.BagJson.EntryFile;
import nl.voorelkaar.dossier.bag.BagJson.FileRef;
import nl.voorelkaar.dossier.bag.BagJson.VersionFile;
import nl.voorelkaar.dossier.bag.BagRefused.Reason;
import nl.voorelkaar.dossier.entry.CarriedEntries.Arriving;
import nl.voorelkaar.dossier.entry.CarriedEntries.Enclosed;

/** What an archive says, checked to the last entry and document before anything is done with it. */
final class Unpacking {

    /** As much of a file as tells what it is. */
    private static final int HEAD = 64 * 1024;

    private final ReadBag bag;
    private final FileKinds kinds;
    private final Instant now;
    private final List<Found> taken = new ArrayList<>();
    private int left;

    /**
     * An entry that can be taken in.
     *
     * @param documents of its files together, in bytes
     */
    record Found(EntryId id, String name, Set<Section> sections, long documents) {}

    private Unpacking(ReadBag bag, FileKinds kinds, Instant now) {
        this.bag = bag;
        this.kinds = kinds;
        this.now = now;
    }

    /** @throws BagRefused when anything in it is wrong, or not of this person */
    static Unpacking of(ReadBag bag, Residents.Profile person, FileKinds kinds, Instant now) throws IOException {
        var checked = new Unpacking(bag, kinds, now);
        checked.requireOf(person);
        for (var name : bag.in(Place.ENTRY)) {
            checked.look(name);
        }
        return checked;
    }

    List<Found> taken() {
        return taken;
    }

    /** How many stay in the archive. */
    int left() {
        return left;
    }

    private void requireOf(Residents.Profile person) throws IOException {
        try (var content = bag.open("data/dossier.json")) {
            if (!BagJson.format(content).equals(BagJson.FORMAT)) {
                throw new BagRefused(Reason.UNKNOWN_FORMAT);
            }
        }
        try (var content = bag.open("data/dossier.json")) {
            var about = BagJson.read(content, BagJson.About.class);
            if (!about.born().equals(person.born()) || !plain(about.name()).equals(plain(person.name()))) {
                throw new BagRefused(Reason.SOMEBODY_ELSES);
            }
        }
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private EntryFile entry(String name) throws IOException {
        try (var content = bag.open(name)) {
            return BagJson.read(content, EntryFile.class);
        }
    }

    private void look(String name) throws IOException {
        var entry = entry(name);
        require(name.equals("data/entries/" + entry.id() + ".json")
                && !entry.versions().isEmpty());
        var sections = EnumSet.noneOf(Section.class);
        var files = new HashMap<String, VersionFile>();
        var before = 0;
        var since = entry.createdAt();
        for (var version : entry.versions()) {
            require(version.version() > before && !version.writtenAt().isBefore(since));
            before = version.version();
            since = version.writtenAt();
            sections.add(written(version).section());
            if (version.document() != null) {
                look(entry, version, version.document(), files);
            }
        }
        // A day more, for the clock of another house.
        require(!since.isAfter(now.plus(1, ChronoUnit.DAYS)));
        if (isOwn(entry) && Section.in(Zone.MIJN_DEEL).containsAll(sections)) {
            var documents = files.keySet().stream().mapToLong(bag::length).sum();
            taken.add(new Found(new EntryId(entry.id()), name, sections, documents));
        } else {
            left++;
        }
    }

    private static boolean isOwn(EntryFile entry) {
        return entry.versions().stream()
                .allMatch(version -> version.by() == null || version.by().party() == null);
    }

    /** @param seen by which version each file was named first */
    private void look(EntryFile entry, VersionFile version, FileRef file, Map<String, VersionFile> seen)
            throws IOException {
        require(file.path().startsWith("data/documents/" + entry.id() + "/")
                && Place.of(file.path()).filter(Place.DOCUMENT::equals).isPresent()
                && bag.length(file.path()) == file.size());
        var first = seen.putIfAbsent(file.path(), version);
        if (first != null) {
            // One file has one key, and one name.
            require(first.section().equals(version.section()) && file.equals(first.document()));
            return;
        }
        try (var content = bag.open(file.path())) {
            var kind = kinds.of(file.name(), content.readNBytes(HEAD));
            require(kind.name().equals(file.name()) && kind.mediaType().equals(file.mediaType()));
        } catch (DocumentRefused refused) {
            throw new BagRefused(Reason.DOCUMENT_REFUSED);
        }
    }

    private static NewEntry written(VersionFile version) {
        try {
            return new NewEntry(
                    Section.ofCode(version.section()).orElseThrow(() -> new BagRefused(Reason.NOT_UNDERSTOOD)),
                    version.title(),
                    version.text(),
                    version.date(),
                    version.apart());
        } catch (IllegalArgumentException e) {
            throw new BagRefused(Reason.NOT_UNDERSTOOD);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new BagRefused(Reason.NOT_UNDERSTOOD);
        }
    }

    /** Reads one entry once more, to be put in. */
    Entry open(Found found) throws IOException {
        var entry = entry(found.name());
        return new Entry(
                entry.createdAt(),
                entry.versions().stream()
                        .map(version -> new Arriving(
                                version.version(),
                                written(version),
                                Optional.ofNullable(version.by()).map(BagJson.By::name),
                                version.writtenAt(),
                                Optional.ofNullable(version.document())
                                        .map(file ->
                                                new Enclosed(file.path(), file.name(), () -> bag.open(file.path())))))
                        .toList());
    }

    /** @param versions oldest first */
    record Entry(Instant createdAt, List<Arriving> versions) {}
}
