package nl.voorelkaar.dossier.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.FileKinds;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.bag.BagJson.Beside;
import nl.voorelkaar.dossier.bag.BagJson.EntryFile;
import nl.voorelkaar.dossier.bag.BagJson.FileRef;
import nl.voorelkaar.dossier.bag.BagJson.VersionFile;
import nl.voorelkaar.dossier.bag.BagRefused.Reason;
import nl.voorelkaar.dossier.entry.CarriedEntries;
import nl.voorelkaar.dossier.entry.CarriedEntries.Leaving;
import nl.voorelkaar.dossier.entry.CarriedEntries.Outward;
import nl.voorelkaar.dossier.vault.Scratch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
@Face.OnResident
class ZippedBags implements Bags {

    /** Archives on one node that are being packed, kept or checked, so that the disk has an end. */
    private static final int MOST_AT_ONCE = 16;

    /** Entries on one paper: what is printed is in memory. */
    private static final int A_PAPER = 200;

    private final CarriedEntries entries;
    private final Residents residents;
    private final FileKinds kinds;
    private final Clock clock;
    private final String municipality;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    ZippedBags(
            CarriedEntries entries,
            Residents residents,
            FileKinds kinds,
            Clock clock,
            @Value("${voorelkaar.municipality.name}") String municipality) {
        this.entries = entries;
        this.residents = residents;
        this.kinds = kinds;
        this.clock = clock;
        this.municipality = municipality;
    }

    @Override
    public Bag pack(Actor.Resident actor, Set<Section> sections, Enclosures enclosures, Progress progress)
            throws IOException {
        var chosen = EnumSet.copyOf(sections);
        takeRoom();
        Scratch scratch = null;
        try {
            var lies = Scratch.open();
            scratch = lies;
            var size = new AtomicLong();
            var piece = lies.write(to -> size.set(new Packing(actor, chosen, enclosures, progress).write(to)));
            return new Bag(lies, piece, size.get(), room::release);
        } catch (IOException | RuntimeException e) {
            if (scratch != null) {
                scratch.close();
            }
            room.release();
            throw e;
        }
    }

    private void takeRoom() {
        if (!room.tryAcquire()) {
            throw new BagRefused(Reason.BUSY);
        }
    }

    /** One archive on its way out. */
    private final class Packing {

        private final Actor.Resident actor;
        private final Set<Section> sections;
        private final Enclosures enclosures;
        private final Progress progress;
        private final BagJson.About about;
        private int done;
        private int of;

        Packing(Actor.Resident actor, Set<Section> sections, Enclosures enclosures, Progress progress) {
            this.actor = actor;
            this.sections = sections;
            this.enclosures = enclosures;
            this.progress = progress;
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var person = residents.profile(actor);
            this.about = new BagJson.About(
                    BagJson.FORMAT,
                    UuidV7.at(now),
                    now,
                    municipality,
                    person.name(),
                    person.born(),
                    sections.stream().map(Section::code).toList());
        }

        long write(OutputStream to) throws IOException {
            var bag = new BagWriter(to, about.made());
            bag.put("dossier.json", out -> out.write(BagJson.bytes(about)));
            entries.outward(actor, sections, about.id(), dossier -> {
                var ids = new EnumMap<Section, List<EntryId>>(Section.class);
                sections.forEach(section -> ids.put(section, dossier.entries(section)));
                of = sections.size()
                        + 1
                        + ids.values().stream().mapToInt(List::size).sum();
                for (var section : ids.entrySet()) {
                    entries(bag, dossier, section.getKey(), section.getValue());
                    enclose(bag, "papers/" + section.getKey().code() + "/", enclosures.papers(section.getKey()));
                    step();
                }
            });
            enclose(bag, "", enclosures.evidence());
            step();
            return bag.finish(municipality);
        }

        private void step() {
            progress.reached(++done, of);
        }

        private void enclose(BagWriter bag, String folder, List<Enclosures.Enclosure> all) throws IOException {
            for (var one : all) {
                var bytes = one.content().bytes();
                bag.put(folder + one.name(), out -> out.write(bytes));
            }
        }

        private void entries(BagWriter bag, Outward dossier, Section section, List<EntryId> ids) throws IOException {
            var toRead = new ArrayList<Enclosures.Carried>();
            var part = 1;
            for (var id : ids) {
                var versions = dossier.versions(id);
                if (!versions.isEmpty()) {
                    toRead.add(entry(bag, dossier, id, versions));
                }
                if (toRead.size() == A_PAPER) {
                    reading(bag, section, part++, toRead);
                }
                step();
            }
            if (!toRead.isEmpty()) {
                reading(bag, section, part, toRead);
            }
        }

        private void reading(BagWriter bag, Section section, int part, List<Enclosures.Carried> toRead)
                throws IOException {
            var paper = enclosures.reading(section, part, List.copyOf(toRead));
            bag.put("reading/" + section.code() + "-" + part + ".pdf", out -> out.write(paper));
            toRead.clear();
        }

        private Enclosures.Carried entry(BagWriter bag, Outward dossier, EntryId id, List<Leaving> versions)
                throws IOException {
            var paths = new HashMap<UUID, String>();
            var written = new ArrayList<VersionFile>();
            for (var version : versions) {
                if (version.file().isPresent()
                        && !paths.containsKey(version.file().get())) {
                    var path = "documents/" + id + "/" + version.entry().version() + extension(version.entry());
                    paths.put(version.file().get(), Place.PAYLOAD + path);
                    bag.put(path, out -> dossier.file(version, out));
                }
                written.add(written(version, paths));
            }
            var last = versions.getLast().entry();
            var beside = last.beside().stream()
                    .map(statement -> new Beside(statement.text(), statement.at()))
                    .toList();
            var file = new EntryFile(id.value(), last.createdAt(), written, beside.isEmpty() ? null : beside);
            bag.put("entries/" + id + ".json", out -> out.write(BagJson.bytes(file)));
            var newest = Optional.ofNullable(written.getLast().document());
            return new Enclosures.Carried(
                    last,
                    newest.map(original -> new Enclosures.InBag(
                            original.path().substring(Place.PAYLOAD.length()), original.mediaType())));
        }

        private static VersionFile written(Leaving leaving, Map<UUID, String> paths) {
            var entry = leaving.entry();
            return new VersionFile(
                    entry.version(),
                    entry.section().code(),
                    entry.title(),
                    entry.text(),
                    entry.date(),
                    entry.changedAt(),
                    entry.apart(),
                    entry.authorName()
                            .map(name -> new BagJson.By(
                                    name, entry.writtenBy().map(PartyId::value).orElse(null)))
                            .orElseGet(() -> entry.writtenBy()
                                    .map(party -> new BagJson.By("", party.value()))
                                    .orElse(null)),
                    leaving.file()
                            .flatMap(id -> entry.document()
                                    .map(document -> new FileRef(
                                            paths.getOrDefault(id, ""),
                                            document.fileName(),
                                            document.mediaType(),
                                            document.size())))
                            .orElse(null));
        }

        private static String extension(Entry entry) {
            var name = entry.document().map(Entry.Document::fileName).orElse("");
            var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
            return name.contains(".") && extension.matches("[a-z0-9]{1,5}") ? "." + extension : "";
        }
    }

    @Override
    public Unpacked unpack(Actor.Resident actor, InputStream archive, Progress progress) throws IOException {
        takeRoom();
        try (var bag = ReadBag.of(archive)) {
            return putIn(actor, Unpacking.of(bag, residents.profile(actor), kinds, clock.instant()), progress);
        } catch (DocumentRefused refused) {
            throw new BagRefused(
                    switch (refused.reason()) {
                        case FULL -> Reason.FULL;
                        case BUSY -> Reason.BUSY;
                        default -> Reason.DOCUMENT_REFUSED;
                    });
        } finally {
            room.release();
        }
    }

    private Unpacked putIn(Actor.Resident actor, Unpacking archive, Progress progress) throws IOException {
        var known = entries.known(actor);
        var missing = archive.taken().stream()
                .filter(found -> !known.contains(found.id()))
                .toList();
        if (missing.stream().mapToLong(Unpacking.Found::documents).sum() > entries.room(actor)) {
            throw new BagRefused(Reason.FULL);
        }
        if (missing.isEmpty()) {
            return new Unpacked(0, archive.taken().size(), archive.left());
        }
        var sections = EnumSet.noneOf(Section.class);
        missing.forEach(found -> sections.addAll(found.sections()));
        var added = new ArrayList<EntryId>();
        entries.inward(actor, sections, dossier -> {
            for (var found : missing) {
                var entry = archive.open(found);
                if (dossier.add(found.id(), entry.createdAt(), entry.versions())) {
                    added.add(found.id());
                }
                progress.reached(added.size(), missing.size());
            }
        });
        return new Unpacked(added.size(), archive.taken().size() - added.size(), archive.left());
    }
}
