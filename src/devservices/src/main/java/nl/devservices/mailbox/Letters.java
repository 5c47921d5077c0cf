package nl.devservices.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The PDFs of letters, and how far the post is with them, as files in a folder. */
public final class Letters {

    private final Path folder;

    public Letters(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void keep(String id, String reference, byte[] pdf) {
        write(id + ".pdf", pdf);
        write(nameOf(reference), id.getBytes(StandardCharsets.UTF_8));
    }

    Optional<byte[]> pdf(String id) {
        return read(UUID.fromString(id) + ".pdf");
    }

    /** The letter that came with this reference before. */
    Optional<String> withReference(String reference) {
        return read(nameOf(reference)).map(String::new);
    }

    void set(String id, String status) {
        write(UUID.fromString(id) + ".status", status.getBytes(StandardCharsets.UTF_8));
    }

    /** As NotifyNL names it. */
    String status(String id) {
        return read(UUID.fromString(id) + ".status").map(String::new).orElse("sending");
    }

    /** A reference is anybody's text: it becomes no path. */
    private static String nameOf(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8)) + ".id";
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> read(String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
