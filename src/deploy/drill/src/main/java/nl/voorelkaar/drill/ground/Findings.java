package nl.voorelkaar.drill.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found, in the order in which it was: said at once, and kept as a table. Safe for many threads. */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();

    private record Finding(String drill, String what, String value, String verdict) {}

    /** A figure to which no promise belongs. @param value with its unit */
    public void tell(String drill, String what, String value) {
        add(new Finding(drill, what, value, ""));
    }

    /** A promise. @param value what was seen instead of it, or as it */
    public void check(String drill, String promise, String value, boolean holds) {
        add(new Finding(drill, promise, value, holds ? "holds" : "DOES NOT HOLD"));
    }

    private synchronized void add(Finding finding) {
        all.add(finding);
        System.out.printf("  %-70s %s %s%n", finding.what, finding.value, finding.verdict);
    }

    public synchronized boolean allHold() {
        return all.stream().noneMatch(finding -> finding.verdict.startsWith("DOES"));
    }

    public synchronized String table() {
        var table = new StringBuilder("| drill | what | found | |\n|---|---|---|---|\n");
        all.forEach(finding -> table.append(
                "| %s | %s | %s | %s |\n".formatted(finding.drill, finding.what, finding.value, finding.verdict)));
        return table.toString();
    }

    public Path writeTo(Path file) throws IOException {
        return Files.writeString(file, table());
    }
}
