package nl.voorelkaar.drill.small;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.devservices.local.ProductFiles;

/**
 * Somebody at a terminal who runs what the page says and stops at what goes wrong. All are run as who we are; where
 * that is root, those for {@code postgres} get a user namespace of their own, in which they are nobody: PostgreSQL
 * refuses to run as root.
 */
final class Operator {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Pattern QUESTION = Pattern.compile("read -rsp '([^']+): '");
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Path logs;
    private final Map<String, String> names;

    /** @param names that the pages use, and what they are here */
    Operator(Path logs, Map<String, String> names) throws IOException {
        this.logs = Files.createDirectories(logs);
        this.names = Map.copyOf(names);
    }

    /**
     * @param answers what people type, by the question
     * @return how long each step took
     * @throws IllegalStateException when a command failed; the message has what it said
     */
    Map<String, Duration> runs(List<Runbook.Command> commands, Map<String, String> more, Map<String, String> answers)
            throws IOException {
        var took = new LinkedHashMap<String, Duration>();
        for (var command : commands) {
            var begin = System.nanoTime();
            run(command, more, typed(command, answers));
            took.merge(command.step(), Duration.ofNanos(System.nanoTime() - begin), Duration::plus);
        }
        return took;
    }

    private static String typed(Runbook.Command command, Map<String, String> answers) {
        return QUESTION.matcher(command.script())
                .results()
                .map(question -> answers.get(question.group(1)) + "\n")
                .collect(Collectors.joining());
    }

    private void run(Runbook.Command command, Map<String, String> more, String typed) throws IOException {
        var log = logs.resolve(command.step().replaceAll("[^A-Za-z0-9]+", "-") + ".log");
        var line = new ArrayList<String>();
        if (ROOT && command.by().equals("postgres")) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(List.of("bash", "-euo", "pipefail", "-c", command.script()));
        var builder = new ProcessBuilder(line)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(names);
        builder.environment().putAll(more);
        var process = builder.start();
        try (var keyboard = process.outputWriter()) {
            keyboard.write(typed);
        } catch (IOException e) {
            // It asked nothing.
        }
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                throw new IllegalStateException(command.step() + " failed:\n" + ProductFiles.tail(log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
