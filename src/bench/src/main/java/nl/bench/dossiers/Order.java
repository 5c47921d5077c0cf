package nl.bench.dossiers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.bench.measure.Pause;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark asks for.
 *
 * @param dossiers how many
 * @param entries in each
 * @param letters in the text of each entry
 * @param programs each dossier is open for one of them, in turn
 * @param workspace where programs ask
 * @param issuer who gives programs their tokens
 */
public record Order(int dossiers, int entries, int letters, int programs, String workspace, String issuer) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDERED = "bench-ordered.json";
    private static final String MADE = "bench-made.json";
    private static final String FAILED = "bench-failed.txt";

    /** Leaves the order and waits until it is done. @param folder where the face looks for it */
    public List<Opening> awaitMade(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(MADE));
            put(folder, ORDERED, JSON.writeValueAsString(this));
            while (!Files.exists(folder.resolve(MADE))) {
                if (Files.exists(folder.resolve(FAILED))) {
                    throw new IllegalStateException(Files.readString(folder.resolve(FAILED)));
                }
                Pause.millis(200);
            }
            return List.of(JSON.readValue(Files.readString(folder.resolve(MADE)), Opening[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the next order, when there is one. */
    static void take(Path folder, Function<Order, List<Opening>> work) {
        try {
            var ordered = folder.resolve(ORDERED);
            if (!Files.exists(ordered)) {
                return;
            }
            var order = JSON.readValue(Files.readString(ordered), Order.class);
            Files.delete(ordered);
            try {
                put(folder, MADE, JSON.writeValueAsString(work.apply(order)));
            } catch (RuntimeException | LinkageError e) {
                put(folder, FAILED, Optional.ofNullable(e.getMessage()).orElse(e.toString()));
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Path folder, String name, String content) throws IOException {
        var fresh = Files.writeString(folder.resolve(name + ".new"), content);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
