package nl.voorelkaar.dossier.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;

/**
 * A {@link DrawingProcess} as its owner holds it. It is given one file through its standard input, answers once and is
 * killed: when it took too long, when it used more memory than it may, and when it is done.
 *
 * <p>Not guaranteed: that the process cannot reach the network or read what its user may read. It runs no code of a
 * file, but whoever breaks the decoders of the Java runtime itself is that user.
 *
 * @see "src/adr/0013-pages-are-drawn-in-a-process-of-their-own.md"
 */
final class Drawer implements AutoCloseable {

    /** More than a PNG of {@link Pictures#LONGEST_SIDE} squared can be, in bytes. */
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    /**
     * What the kernel holds the process to: no core dump and not one byte in a file, 700 MB of memory all told
     * (decoders of the runtime take theirs beside the heap), 30 seconds of processor, and first to go when the machine
     * runs out.
     */
    private static final String FENCE = """
            ulimit -c 0 && ulimit -f 0 && ulimit -d 700000 && ulimit -t 30 && ulimit -n 256 || exit 1
            echo 1000 2>/dev/null >/proc/self/oom_score_adj
            exec "$@"
            """;

    private static final List<String> LIMITS = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=64m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // A report of a crash holds memory, and so content.
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            // Nothing is left for the next process, not even a list of this machine's fonts.
            "-Duser.home=/nonexistent",
            "-Djava.io.tmpdir=/nonexistent",
            "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Process process;
    private final Path folder;
    private final Duration patience;

    private Drawer(Process process, Path folder, Duration patience) {
        this.process = process;
        this.folder = folder;
        this.patience = patience;
    }

    /** @param patience for one question and its answer */
    static Drawer start(Duration patience) throws IOException {
        var folder = Files.createTempDirectory(
                "empty", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        var builder =
                new ProcessBuilder(command()).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return new Drawer(builder.start(), folder, patience);
        } catch (IOException e) {
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    /** The program that runs now, again: from its class path, or from the one jar in which Spring Boot packs it. */
    private static List<String> command() {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", FENCE, "drawing"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LIMITS);
        var packed = ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
        if (packed) {
            command.add("-Dloader.main=" + DrawingProcess.class.getName());
        }
        command.add("-cp");
        command.add(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(packed ? LAUNCHER : DrawingProcess.class.getName());
        return command;
    }

    boolean isReady() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * @param size of the content, in bytes
     * @throws DocumentRefused with NO_PREVIEW when there is no whole answer in time
     * @throws IOException when the content cannot be read to its size
     */
    byte[] ask(int page, Accepted type, int size, InputStream content) throws IOException {
        Thread.ofPlatform().daemon().name("drawing-limit").start(this::endInTime);
        var question = new DataOutputStream(process.getOutputStream());
        tell(() -> {
            question.writeInt(page);
            question.writeByte(type.ordinal());
            question.writeInt(size);
        });
        var buffer = new byte[16 * 1024];
        for (int left = size; left > 0; ) {
            var read = content.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the file is shorter than it was");
            }
            tell(() -> question.write(buffer, 0, read));
            left -= read;
        }
        tell(question::flush);
        return answer();
    }

    private byte[] answer() {
        try {
            var answer = new DataInputStream(process.getInputStream());
            var size = answer.readInt();
            if (size < 0 || size > LARGEST_ANSWER) {
                throw refused();
            }
            var bytes = new byte[size];
            answer.readFully(bytes);
            return bytes;
        } catch (IOException brokeOff) {
            throw refused();
        }
    }

    private interface Telling {
        void tell() throws IOException;
    }

    private static void tell(Telling telling) {
        try {
            telling.tell();
        } catch (IOException gone) {
            throw refused();
        }
    }

    private void endInTime() {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static DocumentRefused refused() {
        return new DocumentRefused(DocumentRefused.Reason.NO_PREVIEW);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(folder);
    }
}
