package nl.voorelkaar.dossier.deadline;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.BadFacts.Problem;
import nl.voorelkaar.dossier.deadline.BadFacts.Reason;
import org.jspecify.annotations.Nullable;

/** Reads named fields, and remembers what is wrong with each. */
final class Fields {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private static final Set<String> YES = Set.of("ja", "true", "1", "on", "yes", "");
    private static final Set<String> NO = Set.of("nee", "false", "0", "off", "no");

    private final Map<String, List<String>> fields;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    Fields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static Map<String, List<String>> of(String line) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : line.split("&")) {
            var parts = pair.split("=", 2);
            fields.computeIfAbsent(decoded(parts[0]), unused -> new ArrayList<>())
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        return fields;
    }

    static String pair(String name, Object value) {
        return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    void onlyKnown(Set<String> known) {
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(name, Reason.UNKNOWN_FIELD));
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Whether a field says something that matters: an empty line can stand beside any rule. */
    boolean filled(String name) {
        return all(name).stream().anyMatch(value -> !value.isBlank());
    }

    /** The same for a question of yes or no, to which the bare name is a yes. */
    boolean affirmed(String name) {
        return all(name).stream().map(String::strip).anyMatch(value -> !NO.contains(value));
    }

    Optional<String> one(String name) {
        var values = all(name);
        if (values.size() > 1) {
            wrong(name, Reason.TWICE);
        }
        return values.stream().findFirst().map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean yes(String name) {
        var values = all(name);
        if (values.size() > 1) {
            wrong(name, Reason.TWICE);
        }
        if (values.isEmpty() || NO.contains(values.getFirst().strip())) {
            return false;
        }
        if (!YES.contains(values.getFirst().strip())) {
            wrong(name, Reason.NOT_YES_OR_NO);
        }
        return true;
    }

    @Nullable
    Integer number(String name, int most) {
        var text = one(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.get().matches("-?\\d{1,18}")) {
            wrong(name, text.get().matches("-?\\d+") ? Reason.TOO_MANY : Reason.NOT_A_NUMBER);
            return null;
        }
        var number = Long.parseLong(text.get());
        if (number < 0 || number > most) {
            wrong(name, number < 0 ? Reason.TOO_FEW : Reason.TOO_MANY);
            return null;
        }
        return (int) number;
    }

    @Nullable
    LocalDate day(String name) {
        return one(name).map(text -> day(name, text)).orElse(null);
    }

    @Nullable
    LocalDate day(String name, String text) {
        return within(name, Reason.NOT_A_DAY, text, LocalDate::parse, LocalDate::getYear);
    }

    @Nullable
    Instant moment(String name, String text) {
        return within(
                name,
                Reason.NOT_A_MOMENT,
                text,
                Fields::moment,
                moment -> CalendarDays.dayOf(moment).getYear());
    }

    /** With an offset, or on the clock of the Netherlands. A plus sign in an address may arrive as a blank. */
    private static Instant moment(String text) {
        var whole = text.replace(' ', '+');
        return whole.endsWith("Z") || whole.matches(".*[+-]\\d\\d:\\d\\d")
                ? OffsetDateTime.parse(whole).toInstant()
                : LocalDateTime.parse(whole).atZone(CalendarDays.AMSTERDAM).toInstant();
    }

    private <T> @Nullable T within(
            String name, Reason otherwise, String text, Function<String, T> reading, Function<T, Integer> year) {
        try {
            var value = reading.apply(text);
            if (year.apply(value) < FIRST_YEAR || year.apply(value) > LAST_YEAR) {
                wrong(name, Reason.YEAR_TOO_FAR);
                return null;
            }
            return value;
        } catch (DateTimeException e) {
            wrong(name, text.matches("[+-]?\\d{5,}-.*|-\\d.*") ? Reason.YEAR_TOO_FAR : otherwise);
            return null;
        }
    }

    /** @return whether the day is not there, or fits */
    boolean notBefore(String name, @Nullable LocalDate day, LocalDate first) {
        if (day != null && day.isBefore(first)) {
            wrong(name, Reason.TOO_EARLY);
            return false;
        }
        return true;
    }

    void wrong(String field, Reason reason) {
        problems.putIfAbsent(field, new Problem(field, reason));
    }

    boolean fine() {
        return problems.isEmpty();
    }

    BadFacts refused() {
        return new BadFacts(List.copyOf(problems.values()));
    }
}
