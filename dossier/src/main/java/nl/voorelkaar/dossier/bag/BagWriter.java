package nl.voorelkaar.dossier.bag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.vault.Scratch;

/**
 * Writes a bag (BagIt 1.0, RFC 8493) as a zip, in one go: each file is digested while it goes by, and the manifests
 * come last.
 */
final class BagWriter {

    static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    static final int MOST_FILES = 60_000;

    private final Fingerprint.Writing end;
    private final ZipOutputStream zip;
    private final Instant made;
    private final StringBuilder manifest = new StringBuilder();
    private final StringBuilder tags = new StringBuilder();
    private long bytes;
    private int files;

    BagWriter(OutputStream to, Instant made) throws IOException {
        this.end = Fingerprint.Writing.to(to);
        this.zip = new ZipOutputStream(end);
        this.made = made;
        zip.setLevel(Deflater.BEST_SPEED);
        tag("bagit.txt", DECLARATION);
    }

    /** @param name below {@code data/} */
    void put(String name, Scratch.Writing content) throws IOException {
        var path = Place.PAYLOAD + name;
        if (Place.of(path).isEmpty()) {
            throw new IllegalArgumentException("no place in a bag");
        }
        write(path, manifest, content);
        if (files > MOST_FILES || bytes > Bags.LARGEST || end.written() > Bags.LARGEST) {
            throw new BagRefused(BagRefused.Reason.TOO_LARGE);
        }
    }

    private void write(String path, StringBuilder into, Scratch.Writing content) throws IOException {
        var entry = new ZipEntry(Place.FOLDER + path);
        entry.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        var digest = Fingerprint.sha256();
        content.to(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        into.append(Fingerprint.hex(digest)).append("  ").append(path).append('\n');
        if (path.startsWith(Place.PAYLOAD)) {
            bytes += entry.getSize();
            files++;
        }
    }

    private void tag(String name, CharSequence text) throws IOException {
        write(name, tags, to -> to.write(text.toString().getBytes(UTF_8)));
    }

    /**
     * Writes the manifests. The stream below stays open.
     *
     * @return how long the archive is, in bytes
     */
    long finish(String municipality) throws IOException {
        tag(
                "bag-info.txt",
                "Source-Organization: " + municipality.replaceAll("\\R", " ")
                        + "\nExternal-Description: Kopie van een dossier uit Voor Elkaar (" + BagJson.FORMAT + ")"
                        + "\nBagging-Date: " + CalendarDays.dayOf(made)
                        + "\nPayload-Oxum: " + bytes + "." + files + "\n");
        tag("manifest-sha256.txt", manifest);
        tag("tagmanifest-sha256.txt", tags.toString());
        zip.finish();
        end.finish();
        return end.written();
    }
}
