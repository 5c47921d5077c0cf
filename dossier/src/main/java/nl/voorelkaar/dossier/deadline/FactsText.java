package nl.voorelkaar.dossier.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.BadFacts.Reason;
import nl.voorelkaar.dossier.deadline.Rule.Option;
import org.jspecify.annotations.Nullable;

/** Facts as named fields. One form for addresses, for the calculator and for what is kept. */
final class FactsText {

    private static final int MOST_DAYS = 366;
    private static final int MOST_TIMES = 20;
    private static final Set<String> YES_OR_NO = Set.of("commissie", "adviseur", "verdaagd");

    /** Which field says what, in the order in which they are written. */
    private static final Map<String, Option> OPTIONS = new LinkedHashMap<>();

    private static final Map<String, Suspension.Cause> CAUSES = Map.of(
            "aanvulling", Suspension.Cause.ASKED_FOR_MORE,
            "uitstel", Suspension.Cause.AGREED_TO_WAIT,
            "aanvrager", Suspension.Cause.OWN_DELAY,
            "overmacht", Suspension.Cause.FORCE_MAJEURE);

    static {
        OPTIONS.put("eersteVerzending", Option.SENT_AGAIN);
        OPTIONS.put("dagen", Option.DAYS);
        OPTIONS.put("schuiftDoor", Option.ROLLS);
        OPTIONS.put("commissie", Option.COMMITTEE);
        OPTIONS.put("adviseur", Option.ADVISER);
        OPTIONS.put("verdaagd", Option.EXTENDED);
        OPTIONS.put("verdaagdMet", Option.EXTENDED);
        OPTIONS.put("uitgesteldTot", Option.AGREED);
        OPTIONS.put("opgeschortVan", Option.SUSPENDED);
        OPTIONS.put("opgeschortTot", Option.SUSPENDED);
        OPTIONS.put("opgeschortWegens", Option.SUSPENDED);
        OPTIONS.put("storingVan", Option.OUTAGE);
        OPTIONS.put("storingTot", Option.OUTAGE);
    }

    private final Fields fields;

    private FactsText(Fields fields) {
        this.fields = fields;
    }

    static Facts read(String line) {
        return read(Fields.of(line));
    }

    static Facts read(Map<String, List<String>> fields) {
        return new FactsText(new Fields(fields)).facts();
    }

    private Facts facts() {
        var rule = rule();
        var known = new LinkedHashSet<>(OPTIONS.keySet());
        known.addAll(Set.of("regel", "vanaf"));
        fields.onlyKnown(known);
        if (rule != null) {
            OPTIONS.forEach((name, option) -> {
                var said = YES_OR_NO.contains(name) ? fields.affirmed(name) : fields.filled(name);
                if (said && !rule.options().contains(option)) {
                    fields.wrong(name, Reason.NOT_OF_THIS_RULE);
                }
            });
        }
        var start = start(rule);
        var days = fields.number("dagen", rule == Rule.COOLING_OFF ? DeadlinePolicy.MOST_COOLING_OFF_DAYS : MOST_DAYS);
        var rolls = fields.filled("schuiftDoor") ? fields.yes("schuiftDoor") : null;
        var advised = fields.yes("commissie") | fields.yes("adviseur");
        var extension = extension(rule);
        var failed = fields.day("eersteVerzending");
        var agreed = fields.day("uitgesteldTot");
        var suspensions = suspensions();
        var outages = outages();
        if (start != null) {
            fields.notBefore("uitgesteldTot", agreed, start.day());
            if (failed != null && failed.isAfter(start.day())) {
                fields.wrong("vanaf", Reason.TOO_EARLY);
            }
        }
        if (!fields.fine() || rule == null || start == null) {
            throw fields.refused();
        }
        return new Facts(
                rule,
                start.day(),
                start.moment(),
                advised,
                extension,
                agreed,
                suspensions,
                days,
                rolls,
                failed,
                outages);
    }

    private @Nullable Rule rule() {
        var code = fields.one("regel");
        if (code.isEmpty()) {
            fields.wrong("regel", Reason.MISSING);
            return null;
        }
        var rule = Rule.of(code.get());
        if (rule.isEmpty()) {
            fields.wrong("regel", Reason.UNKNOWN_RULE);
        }
        return rule.orElse(null);
    }

    private record Start(LocalDate day, @Nullable Instant moment) {}

    private @Nullable Start start(@Nullable Rule rule) {
        var text = fields.one("vanaf");
        if (text.isEmpty()) {
            fields.wrong("vanaf", Reason.MISSING);
            return null;
        }
        if (text.get().contains("T")) {
            var moment = fields.moment("vanaf", text.get());
            return moment == null ? null : new Start(CalendarDays.dayOf(moment), moment);
        }
        if (rule != null && rule.timed()) {
            fields.wrong("vanaf", Reason.NOT_A_MOMENT);
            return null;
        }
        var day = fields.day("vanaf", text.get());
        return day == null ? null : new Start(day, null);
    }

    private @Nullable Length extension(@Nullable Rule rule) {
        var most = rule == null ? null : rule.extension();
        var given = fields.number("verdaagdMet", most == null ? MOST_DAYS : most.number());
        var all = fields.yes("verdaagd");
        if (most == null) {
            return null;
        }
        return given != null ? new Length(given, most.unit()) : all ? most : null;
    }

    private List<Suspension> suspensions() {
        var from = fields.all("opgeschortVan");
        var until = fields.all("opgeschortTot");
        var causes = fields.all("opgeschortWegens");
        var suspensions = new ArrayList<Suspension>();
        var times = times("opgeschortVan", Math.max(from.size(), Math.max(until.size(), causes.size())));
        for (var i = 0; i < times; i++) {
            if (at(from, i).isEmpty()) {
                if (!at(until, i).isEmpty()) {
                    fields.wrong("opgeschortVan", Reason.MISSING);
                }
                continue;
            }
            var first = fields.day("opgeschortVan", at(from, i));
            var last = at(until, i).isEmpty() ? null : fields.day("opgeschortTot", at(until, i));
            var cause = at(causes, i).isEmpty() ? Suspension.Cause.ASKED_FOR_MORE : CAUSES.get(at(causes, i));
            if (cause == null) {
                fields.wrong("opgeschortWegens", Reason.NOT_A_CAUSE);
            } else if (first != null && fields.notBefore("opgeschortTot", last, first)) {
                suspensions.add(new Suspension(cause, first, last));
            }
        }
        return suspensions;
    }

    private List<Outage> outages() {
        var from = fields.all("storingVan");
        var until = fields.all("storingTot");
        var outages = new ArrayList<Outage>();
        var times = times("storingVan", Math.max(from.size(), until.size()));
        for (var i = 0; i < times; i++) {
            if (at(from, i).isEmpty() || at(until, i).isEmpty()) {
                if (!at(from, i).equals(at(until, i))) {
                    fields.wrong(at(from, i).isEmpty() ? "storingVan" : "storingTot", Reason.MISSING);
                }
                continue;
            }
            var first = fields.moment("storingVan", at(from, i));
            var last = fields.moment("storingTot", at(until, i));
            if (first != null && last != null) {
                if (first.isBefore(last)) {
                    outages.add(new Outage(first, last));
                } else {
                    fields.wrong("storingTot", Reason.TOO_EARLY);
                }
            }
        }
        return outages;
    }

    private int times(String name, int times) {
        if (times > MOST_TIMES) {
            fields.wrong(name, Reason.TOO_MANY);
            return 0;
        }
        return times;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index).strip() : "";
    }

    static String write(Facts facts) {
        var line = new ArrayList<String>();
        put(line, "regel", facts.rule().code());
        put(line, "vanaf", facts.moment() == null ? facts.day() : facts.moment());
        put(line, "eersteVerzending", facts.failedSending());
        put(line, "dagen", facts.days());
        var rolls = facts.rolls();
        put(line, "schuiftDoor", rolls == null ? null : rolls ? "ja" : "nee");
        if (facts.advised()) {
            put(line, facts.rule() == Rule.COMPLAINT ? "adviseur" : "commissie", "ja");
        }
        var extension = facts.extension();
        if (extension != null) {
            var whole = extension.equals(facts.rule().extension());
            put(line, whole ? "verdaagd" : "verdaagdMet", whole ? "ja" : extension.number());
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
            line.add(Fields.pair(name, value));
        }
    }
}
