package nl.devservices.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged product, laid out as files once per build, so that the JVM reads plain jars and one more of ours. */
public final class ProductFiles {

    private static final String MAIN = "nl.voorelkaar.Application";

    private final Path jar;
    private final Path libraries;

    private ProductFiles(Path jar, Path libraries) {
        this.jar = jar;
        this.libraries = libraries;
    }

    /** @param folder gets a folder per build, named after its content; older builds go */
    public static ProductFiles of(Path packaged, Path folder, Path logs) throws IOException {
        var home = folder.resolve(sha256(packaged));
        if (!Files.exists(home)) {
            delete(folder);
            Files.createDirectories(folder);
            var fresh = folder.resolve("new");
            run(
                    "unpacking the product",
                    List.of(
                            java(),
                            "-Djarmode=tools",
                            "-jar",
                            packaged.toString(),
                            "extract",
                            "--destination",
                            fresh.toString()),
                    Map.of(),
                    logs.resolve("unpack.log"));
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ProductFiles(home.resolve(packaged.getFileName()), home.resolve("lib"));
    }

    /**
     * A command line for one of the faces, for who tries it; the only addition to the product is
     * {@link nl.devservices.local.face}.
     */
    public List<String> face() {
        return face("");
    }

    /** The same. @param option one more for the JVM; none when empty */
    public List<String> face(String option) {
        return face((Settings.TRYING + " " + option).strip(), "");
    }

    /** The same, with other options of the JVM, and with classes that the settings add. */
    List<String> face(Settings settings) {
        return face(settings.faceOptions(), settings.faceClasses());
    }

    private List<String> face(String options, String classes) {
        var command = new ArrayList<>(List.of("setsid", java()));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                Stream.of(jar.toString(), libraries + "/*", addition().toString(), classes)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(File.pathSeparator)),
                MAIN));
        return command;
    }

    /** Does one of the product's own one-off tasks and waits for it. */
    public void task(String name, Map<String, String> environment, Path log) throws IOException {
        run(
                name,
                List.of(
                        java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, jar.toString(), libraries + "/*"),
                        MAIN,
                        name),
                environment,
                log);
    }

    private static void run(String what, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new CannotStart("This step failed: " + what + ".\n" + tail(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped during: " + what + ".");
        }
    }

    public static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())) + "\n(from " + log + ")";
    }

    /** Our own jar, or while developing our folder of classes. */
    private static Path addition() {
        try {
            return Path.of(ProductFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                var digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(digesting.getMessageDigest().digest())
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var all = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (var file : all) {
            Files.delete(file);
        }
    }
}
