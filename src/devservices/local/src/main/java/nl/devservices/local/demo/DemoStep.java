package nl.devservices.local.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * How far the demo dossiers are. The two faces take turns: what one has done, and what the other needs to go on, is in
 * a file per step.
 */
enum DemoStep {
    /** Residents wrote in their own part; holds a share code per persona. */
    WRITTEN,
    /** Professionals got cases, wrote in the municipal file and asked; holds the day of the first start. */
    ASKED,
    /** Residents answered. */
    ANSWERED,
    /** Professionals wrote what a grant lets them. All is there. */
    DONE;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    boolean isDone(Path folder) {
        return Files.exists(file(folder));
    }

    void done(Path folder, Map<String, String> facts) {
        var properties = new Properties();
        properties.putAll(facts);
        try {
            Files.createDirectories(folder);
            var text = new StringWriter();
            properties.store(text, null);
            var fresh = folder.resolve("." + name());
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the other face left for us. */
    Map<String, String> await(Path folder) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isDone(folder)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the other face did not get to " + this);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file(folder))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private Path file(Path folder) {
        return folder.resolve(name().toLowerCase(java.util.Locale.ROOT));
    }
}
