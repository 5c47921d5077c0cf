package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of an operator's, in a session of its own. */
final class Daemon implements AutoCloseable {

    private final Process process;

    private Daemon(Process process) {
        this.process = process;
    }

    /** @param log what it says; goes on where an earlier one stopped */
    static Daemon start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        return new Daemon(process);
    }

    /** Runs it to its end. @throws IOException when it fails; the message has what it said */
    static String run(List<String> command, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed:\n" + said);
        }
        return said;
    }

    /** PostgreSQL refuses to run as root: then it gets a user namespace of its own, in which it is nobody. */
    static List<String> asNobody(List<String> command) {
        return Stream.concat(
                        System.getProperty("user.name").equals("root") ? Stream.of("unshare", "-U") : Stream.empty(),
                        command.stream())
                .toList();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        Signals.send("KILL", process.toHandle());
        awaitEnd();
    }

    void awaitEnd() {
        process.onExit().join();
    }

    /** Asks it to stop, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
