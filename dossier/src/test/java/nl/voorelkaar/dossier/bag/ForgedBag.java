package nl.voorelkaar.dossier.bag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An archive that somebody changed who knows the format. */
public final class ForgedBag {

    private ForgedBag() {}

    /** One file changed, or added, with a fingerprint that fits; the manifests are as they were. */
    public static byte[] of(byte[] archive, String name, UnaryOperator<String> change) throws IOException {
        return zipped(changed(archive, name, change));
    }

    /** One file changed, with manifests that fit too. @param name how it begins: the first is changed */
    public static byte[] signed(byte[] archive, String name, UnaryOperator<String> change) throws IOException {
        var files = changed(archive, name, change);
        files.put("manifest-sha256.txt", manifest(files, true));
        files.put("tagmanifest-sha256.txt", manifest(files, false));
        return zipped(files);
    }

    private static Map<String, byte[]> changed(byte[] archive, String name, UnaryOperator<String> change)
            throws IOException {
        var files = read(archive);
        var found = files.keySet().stream()
                .filter(file -> file.startsWith(name))
                .findFirst()
                .orElse(name);
        var before = new String(files.getOrDefault(found, new byte[0]), ISO_8859_1);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing changed in " + found);
        }
        files.put(found, after.getBytes(ISO_8859_1));
        return files;
    }

    private static byte[] manifest(Map<String, byte[]> files, boolean payload) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("data/") == payload)
                .filter(file -> !file.getKey().equals("tagmanifest-sha256.txt"))
                .map(file -> {
                    var digest = Fingerprint.sha256();
                    digest.update(file.getValue());
                    return Fingerprint.hex(digest) + "  " + file.getKey() + "\n";
                })
                .collect(Collectors.joining())
                .getBytes(US_ASCII);
    }

    private static Map<String, byte[]> read(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().substring(Place.FOLDER.length()), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var to = new ByteArrayOutputStream();
        var end = Fingerprint.Writing.to(to);
        var zip = new ZipOutputStream(end);
        for (var file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(Place.FOLDER + file.getKey()));
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
        end.finish();
        return to.toByteArray();
    }
}
