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
import nl.voorelkaar.dossier.deadline.Rule.Option;
import org.jspecify.annotations.Nullable;

/** Facts as named fields. One form for addresses, for the calculator and for what is kept. */
final class FactsText {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_DAYS = 366;
    private static final int MOST_TIMES = 20;

    /** Which field says what, in the order in which they are written. */
    private static final Map<String, Option> FIELDS = new LinkedHashMap<>();

    private static final Map<String, Suspension.Cause> CAUSES = Map.of(
            "aanvulling", Suspension.Cause.ASKED_FOR_MORE,
            "uitstel", Suspension.Cause.AGREED_TO_WAIT,
            "aanvrager", Suspension.Cause.OWN_DELAY,
            "overmacht", Suspension.Cause.FORCE_MAJEURE);

    private static final Set<String> YES = Set.of("ja", "true", "1", "on", "yes", "");
    private static final Set<String> NO = Set.of("nee", "false", "0", "off", "no");

    static {
        FIELDS.put("eersteVerzending", Option.SENT_AGAIN);
        FIELDS.put("dagen", Option.DAYS);
        FIELDS.put("commissie", Option.COMMITTEE);
        FIELDS.put("adviseur", Option.ADVISER);
        FIELDS.put("verdaagd", Option.EXTENDED);
        FIELDS.put("verdaagdMet", Option.EXTENDED);
        FIELDS.put("uitgesteldTot", Option.AGREED);
        FIELDS.put("opgeschortVan", Option.SUSPENDED);
        FIELDS.put("opgeschortTot", Option.SUSPENDED);
        FIELDS.put("opgeschortWegens", Option.SUSPENDED);
        FIELDS.put("storingVan", Option.OUTAGE);
        FIELDS.put("storingTot", Option.OUTAGE);
    }

    private final Map<String, List<String>> fields;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    private FactsText(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static Facts read(String text) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            fields.computeIfAbsent(decoded(parts[0]), unused -> new ArrayList<>())
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        return read(fields);
    }

    static Facts read(Map<String, List<String>> fields) {
        return new FactsText(fields).facts();
    }

    private Facts facts() {
        var rule = rule();
        for (var name : fields.keySet()) {
            if (!name.equals("regel") && !name.equals("vanaf") && !FIELDS.containsKey(name)) {
                wrong(name, Reason.UNKNOWN_FIELD);
            }
        }
        if (rule != null) {
            FIELDS.forEach((name, option) -> {
                if (said(name) && !rule.options().contains(option)) {
                    wrong(name, Reason.NOT_OF_THIS_RULE);
                }
            });
        }
        var start = start(rule);
        var days = number("dagen", rule == Rule.COOLING_OFF ? DeadlinePolicy.MOST_COOLING_OFF_DAYS : MOST_DAYS);
        var advised = yes("commissie") | yes("adviseur");
        var extension = extension(rule);
        var failed = one("eersteVerzending")
                .map(text -> day("eersteVerzending", text))
                .orElse(null);
        var agreed =
                one("uitgesteldTot").map(text -> day("uitgesteldTot", text)).orElse(null);
        var suspensions = suspensions();
        var outages = outages();
        if (start != null) {
            notBefore("uitgesteldTot", agreed, start.day());
            if (failed != null && failed.isAfter(start.day())) {
                wrong("vanaf", Reason.TOO_EARLY);
            }
        }
        if (!problems.isEmpty() || rule == null || start == null) {
            throw new BadFacts(List.copyOf(problems.values()));
        }
        return new Facts(
                rule, start.day(), start.moment(), advised, extension, agreed, suspensions, days, failed, outages);
    }

    private @Nullable Rule rule() {
        var code = one("regel");
        if (code.isEmpty()) {
            wrong("regel", Reason.MISSING);
            return null;
        }
        var rule = Rule.of(code.get());
        if (rule.isEmpty()) {
            wrong("regel", Reason.UNKNOWN_RULE);
        }
        return rule.orElse(null);
    }

    private record Start(LocalDate day, @Nullable Instant moment) {}

    private @Nullable Start start(@Nullable Rule rule) {
        var text = one("vanaf");
        if (text.isEmpty()) {
            wrong("vanaf", Reason.MISSING);
            return null;
        }
        if (text.get().contains("T")) {
            var moment = moment("vanaf", text.get());
            return moment == null ? null : new Start(CalendarDays.dayOf(moment), moment);
        }
        if (rule != null && rule.timed()) {
            wrong("vanaf", Reason.NOT_A_MOMENT);
            return null;
        }
        var day = day("vanaf", text.get());
        return day == null ? null : new Start(day, null);
    }

    private @Nullable Length extension(@Nullable Rule rule) {
        var most = rule == null ? null : rule.extension();
        var given = number("verdaagdMet", most == null ? MOST_DAYS : most.number());
        if (most == null) {
            yes("verdaagd");
            return null;
        }
        var all = yes("verdaagd");
        return given != null ? new Length(given, most.unit()) : all ? most : null;
    }

    private List<Suspension> suspensions() {
        var from = fields.getOrDefault("opgeschortVan", List.of());
        var until = fields.getOrDefault("opgeschortTot", List.of());
        var causes = fields.getOrDefault("opgeschortWegens", List.of());
        var times = Math.max(from.size(), Math.max(until.size(), causes.size()));
        var suspensions = new ArrayList<Suspension>();
        if (times > MOST_TIMES) {
            wrong("opgeschortVan", Reason.TWICE);
            return suspensions;
        }
        for (var i = 0; i < times; i++) {
            var fromText = at(from, i);
            var untilText = at(until, i);
            if (fromText.isEmpty()) {
                if (!untilText.isEmpty() || !at(causes, i).isEmpty()) {
                    wrong("opgeschortVan", Reason.MISSING);
                }
                continue;
            }
            var first = day("opgeschortVan", fromText);
            var last = untilText.isEmpty() ? null : day("opgeschortTot", untilText);
            var cause = at(causes, i).isEmpty() ? Suspension.Cause.ASKED_FOR_MORE : CAUSES.get(at(causes, i));
            if (cause == null) {
                wrong("opgeschortWegens", Reason.NOT_A_CAUSE);
            } else if (first != null && notBefore("opgeschortTot", last, first)) {
                suspensions.add(new Suspension(cause, first, last));
            }
        }
        return suspensions;
    }

    private List<Outage> outages() {
        var from = fields.getOrDefault("storingVan", List.of());
        var until = fields.getOrDefault("storingTot", List.of());
        var outages = new ArrayList<Outage>();
        if (Math.max(from.size(), until.size()) > MOST_TIMES) {
            wrong("storingVan", Reason.TWICE);
            return outages;
        }
        for (var i = 0; i < Math.max(from.size(), until.size()); i++) {
            if (at(from, i).isEmpty() && at(until, i).isEmpty()) {
                continue;
            }
            if (at(from, i).isEmpty() || at(until, i).isEmpty()) {
                wrong(at(from, i).isEmpty() ? "storingVan" : "storingTot", Reason.MISSING);
                continue;
            }
            var first = moment("storingVan", at(from, i));
            var last = moment("storingTot", at(until, i));
            if (first != null && last != null) {
                if (first.isBefore(last)) {
                    outages.add(new Outage(first, last));
                } else {
                    wrong("storingTot", Reason.TOO_EARLY);
                }
            }
        }
        return outages;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index).strip() : "";
    }

    /** Whether a field says something that matters: an empty box or a "no" can stand beside any rule. */
    private boolean said(String name) {
        var yesOrNo = name.equals("commissie") || name.equals("adviseur") || name.equals("verdaagd");
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .anyMatch(value -> yesOrNo ? !NO.contains(value) : !value.isEmpty());
    }

    private Optional<String> one(String name) {
        var values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong(name, Reason.TWICE);
        }
        return values.stream().findFirst().map(String::strip).filter(value -> !value.isEmpty());
    }

    private boolean yes(String name) {
        var values = fields.getOrDefault(name, List.of());
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

    private @Nullable Integer number(String name, int most) {
        var text = one(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var number = Integer.parseInt(text.get());
            if (number < 0 || number > most) {
                wrong(name, number < 0 ? Reason.TOO_FEW : Reason.TOO_MANY);
                return null;
            }
            return number;
        } catch (NumberFormatException e) {
            wrong(name, text.get().matches("-?\\d+") ? Reason.TOO_MANY : Reason.NOT_A_NUMBER);
            return null;
        }
    }

    private @Nullable LocalDate day(String name, String text) {
        return within(name, Reason.NOT_A_DAY, text, LocalDate::parse, LocalDate::getYear);
    }

    private @Nullable Instant moment(String name, String text) {
        return within(
                name,
                Reason.NOT_A_MOMENT,
                text,
                FactsText::moment,
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
            wrong(name, text.matches("[+-]?\\d{5,}-.*|-.*") ? Reason.YEAR_TOO_FAR : otherwise);
            return null;
        }
    }

    private boolean notBefore(String name, @Nullable LocalDate day, LocalDate first) {
        if (day != null && day.isBefore(first)) {
            wrong(name, Reason.TOO_EARLY);
            return false;
        }
        return true;
    }

    private void wrong(String field, Reason reason) {
        problems.putIfAbsent(field, new Problem(field, reason));
    }

    static String write(Facts facts) {
        var line = new ArrayList<String>();
        put(line, "regel", facts.rule().code());
        put(line, "vanaf", facts.moment() == null ? facts.day() : facts.moment());
        put(line, "eersteVerzending", facts.failedSending());
        put(line, "dagen", facts.days());
        if (facts.advised()) {
            put(line, facts.rule() == Rule.COMPLAINT ? "adviseur" : "commissie", "ja");
        }
        var extension = facts.extension();
        if (extension != null) {
            if (extension.equals(facts.rule().extension())) {
                put(line, "verdaagd", "ja");
            } else {
                put(line, "verdaagdMet", extension.number());
            }
        }
        put(line, "uitgesteldTot", facts.agreedUntil());
        for (var suspension : facts.suspensions()) {
            put(line, "opgeschortVan", suspension.from());
            put(line, "opgeschortTot", suspension.until() == null ? "" : suspension.until());
            put(line, "opgeschortWegens", code(suspension.cause()));
        }
        for (var outage : facts.outages()) {
            put(line, "storingVan", outage.from());
            put(line, "storingTot", outage.until());
        }
        return String.join("&", line);
    }

    private static String code(Suspension.Cause cause) {
        return CAUSES.entrySet().stream()
                .filter(entry -> entry.getValue() == cause)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static void put(List<String> line, String name, @Nullable Object value) {
        if (value != null) {
            line.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
