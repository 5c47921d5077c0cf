package nl.voorelkaar.portal.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.NewEntry;
import org.jspecify.annotations.Nullable;

/** Reads what programs send, as mistrustful as the records that it becomes. */
final class Fields {

    /** What people write about lies between these; days far outside only break calendars. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Fields() {}

    /** @throws BadRequest when it is not there */
    static <T> T need(String field, @Nullable T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new BadRequest(field));
    }

    /** @throws BadRequest when it does not become what is asked */
    static <T> T need(String field, @Nullable String text, Function<String, T> type) {
        try {
            return type.apply(need(field, text));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(field);
        }
    }

    /** @throws BadRequest when it is not there, or no day that this product counts with */
    static LocalDate day(String field, @Nullable LocalDate day) {
        var given = need(field, day);
        if (given.isBefore(FIRST) || given.isAfter(LAST)) {
            throw new BadRequest(field);
        }
        return given;
    }

    /** @throws BadRequest when there is none */
    static Set<Section> sections(String field, java.util.@Nullable List<@Nullable Section> given) {
        var all = need(field, given);
        if (all.isEmpty() || all.contains(null)) {
            throw new BadRequest(field);
        }
        return Set.copyOf(java.util.EnumSet.copyOf(all));
    }

    /** @throws BadRequest when a part is missing, too long or too short */
    static NewEntry entry(Forms.NewItem item) {
        var section = need("onderdeel", item.section());
        var text = need("tekst", item.text());
        var date = day("datum", item.date());
        if (text.codePointCount(0, text.length()) > NewEntry.LONGEST_TEXT) {
            throw new BadRequest("tekst");
        }
        return need("titel", item.title(), title -> new NewEntry(section, title, text, date));
    }
}
