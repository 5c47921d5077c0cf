package nl.voorelkaar.drill.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.voorelkaar.drill.ground.Findings;

/** All kills until now, in a file too, line by line: a gate that is interrupted still says how far it came. */
final class Tally {

    private final Path file;
    private final List<Kill> kills = new ArrayList<>();

    Tally(Path file) throws IOException {
        this.file = Files.writeString(file, "number,killed,reads under way,as meant,served again after ms\n");
    }

    void add(Kill kill) throws IOException {
        kills.add(kill);
        Files.writeString(
                file,
                "%d,%s,%d,%s,%d\n"
                        .formatted(
                                kills.size(),
                                kill.of(),
                                kill.readsUnderWay(),
                                kill.asMeant(),
                                kill.servedAfter().toMillis()),
                StandardOpenOption.APPEND);
    }

    /** By what was killed. */
    void tell(Findings findings, String drill) {
        for (var of : Kill.Of.values()) {
            if (all(of).findAny().isPresent()) {
                findings.tell(drill, "killed: " + of.words(), words(of));
            }
        }
    }

    private String words(Kill.Of of) {
        var after = all(of).map(Kill::servedAfter).sorted().toList();
        return "%d times, %d of them as meant; %d reads under way, never fewer than %d; served again after %d ms, at most %d ms"
                .formatted(
                        after.size(),
                        all(of).filter(Kill::asMeant).count(),
                        all(of).mapToInt(Kill::readsUnderWay).sum(),
                        all(of).mapToInt(Kill::readsUnderWay).min().orElse(0),
                        after.get(after.size() / 2).toMillis(),
                        after.stream()
                                .max(Comparator.naturalOrder())
                                .orElseThrow()
                                .toMillis());
    }

    private Stream<Kill> all(Kill.Of of) {
        return kills.stream().filter(kill -> kill.of() == of);
    }
}
