package nl.voorelkaar.dossier.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Facts that change more often than the program, beside it: lines with commas, and comments. */
final class Table {

    private Table() {}

    static List<List<String>> read(String name) {
        try (var stream = Table.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the table " + name + " is not in the program");
            }
            return rows(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> rows(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
