package nl.devservices.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;

/**
 * One entry of the demo dossiers.
 *
 * @param dossier persona whose dossier it is in
 * @param daysAgo the day that it is about, before the day of the first start
 * @param author persona who writes it
 */
record DemoEntry(String dossier, Section section, int daysAgo, String author, String title, String text) {

    static List<DemoEntry> all() {
        try (var file = DemoEntry.class.getResourceAsStream("dossiers.txt")) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<DemoEntry> parse(String file) {
        var entries = new ArrayList<DemoEntry>();
        for (var part : file.split("(?m)^@ ")) {
            if (part.startsWith("#")) {
                continue;
            }
            var lines = part.split("\n", 3);
            var head = lines[0].strip().split(" ");
            entries.add(new DemoEntry(
                    head[0],
                    Section.ofCode(head[1]).orElseThrow(() -> new IllegalArgumentException(head[1])),
                    Integer.parseInt(head[2]),
                    head[3],
                    lines[1].substring(2).strip(),
                    lines[2].strip()));
        }
        return entries;
    }

    /** The same at every start, so that what is there already is not added again. */
    EntryId id() {
        return new EntryId(DemoIds.of(dossier + "/" + title));
    }

    NewEntry on(LocalDate today) {
        return new NewEntry(section, title, text, today.minusDays(daysAgo));
    }
}
