package nl.voorelkaar.dossier.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import nl.voorelkaar.dossier.bag.BagRefused.Reason;
import nl.voorelkaar.dossier.vault.Scratch;
import org.jspecify.annotations.Nullable;

/**
 * An archive that came in and is as it was made: every byte of it, by its fingerprint, and every file, by its
 * manifests. What is in it was not looked at yet. What a person sent is hostile until shown otherwise: nothing gets a
 * name on a disk, and nothing is unpacked further than it may be large.
 */
final class ReadBag implements AutoCloseable {

    private record Lying(Scratch.Piece piece, long length) {}

    private final Scratch scratch;
    private final Map<String, Lying> read = new TreeMap<>();
    private final Map<String, String> digests = new HashMap<>();

    private ReadBag(Scratch scratch) {
        this.scratch = scratch;
    }

    /**
     * Reads all of it.
     *
     * @throws BagRefused when it is not what {@link BagWriter} writes
     */
    static ReadBag of(InputStream archive) throws IOException {
        var bag = new ReadBag(Scratch.open());
        try {
            bag.receive(new Fingerprint.Reading(archive));
            bag.requireManifests();
            return bag;
        } catch (EOFException e) {
            bag.close();
            throw new BagRefused(Reason.BROKEN_OFF);
        } catch (ZipException e) {
            bag.close();
            throw new BagRefused(Reason.ALTERED);
        } catch (IOException | RuntimeException e) {
            bag.close();
            throw e;
        }
    }

    private void receive(Fingerprint.Reading archive) throws IOException {
        var zip = new ZipInputStream(archive);
        var total = 0L;
        for (var entry = next(zip); entry != null; entry = next(zip)) {
            total += receive(nameOf(entry), zip, Bags.LARGEST - total);
        }
        if (digests.isEmpty()) {
            throw new BagRefused(Reason.NOT_A_DOSSIER);
        }
        archive.requireAsItWasMade();
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            // A name that is no text.
            throw new BagRefused(Reason.STRANGE_FILE);
        }
    }

    private String nameOf(ZipEntry entry) {
        var name = entry.getName();
        if (digests.isEmpty() && !name.equals(Place.FOLDER + "bagit.txt")) {
            throw new BagRefused(Reason.NOT_A_DOSSIER);
        }
        if (!name.startsWith(Place.FOLDER) || digests.size() > BagWriter.MOST_FILES + 4) {
            throw new BagRefused(Reason.STRANGE_FILE);
        }
        return name.substring(Place.FOLDER.length());
    }

    private long receive(String name, ZipInputStream zip, long most) throws IOException {
        var place = Place.of(name).orElseThrow(() -> new BagRefused(Reason.STRANGE_FILE));
        var content = new Fingerprint.Counted(zip, Math.min(most, place.largest()));
        if (place.isRead()) {
            var piece = scratch.write(content::transferTo);
            read.put(name, new Lying(piece, content.length()));
        } else {
            content.transferTo(OutputStream.nullOutputStream());
        }
        if (digests.put(name, content.digest()) != null) {
            throw new BagRefused(Reason.ALTERED);
        }
        return content.length();
    }

    private void requireManifests() throws IOException {
        if (!text("bagit.txt").equals(BagWriter.DECLARATION)) {
            throw new BagRefused(Reason.UNKNOWN_FORMAT);
        }
        requireManifest("manifest-sha256.txt", name -> name.startsWith(Place.PAYLOAD));
        requireManifest(
                "tagmanifest-sha256.txt",
                name -> !name.startsWith(Place.PAYLOAD) && !name.equals("tagmanifest-sha256.txt"));
    }

    /** Says of exactly these files what they are. */
    private void requireManifest(String name, Predicate<String> which) throws IOException {
        var there = digests.entrySet().stream()
                .filter(file -> which.test(file.getKey()))
                .map(file -> file.getValue() + "  " + file.getKey())
                .collect(Collectors.toSet());
        var said = text(name).lines().toList();
        if (said.size() != there.size() || !there.equals(Set.copyOf(said))) {
            throw new BagRefused(Reason.ALTERED);
        }
    }

    private String text(String name) throws IOException {
        try (var content = open(name)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    /** @throws BagRefused when it is not there */
    InputStream open(String name) {
        return scratch.read(lying(name).piece());
    }

    /** In bytes. @throws BagRefused when it is not there */
    long length(String name) {
        return lying(name).length();
    }

    private Lying lying(String name) {
        var lying = read.get(name);
        if (lying == null) {
            throw new BagRefused(Reason.NOT_UNDERSTOOD);
        }
        return lying;
    }

    /** Names of files in this place, in order. */
    Iterable<String> in(Place place) {
        return read.keySet().stream()
                .filter(name -> Place.of(name).filter(place::equals).isPresent())
                .toList();
    }

    @Override
    public void close() {
        scratch.close();
    }
}
