package nl.voorelkaar.portal.open;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.voorelkaar.dossier.deadline.BadFacts;
import nl.voorelkaar.dossier.deadline.DeadlinePolicy;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;
import org.jspecify.annotations.Nullable;

/** The questions about one term, by the names that their answers have in the address. */
final class TermQuestions {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final Rule rule;
    private final Map<String, Component> questions = new LinkedHashMap<>();

    TermQuestions(Rule rule, DeadlinePolicy policy) {
        this.rule = rule;
        var start = day("vanaf", "terms.ask." + code(rule.event()));
        if (rule == Rule.DEFAULT_NOTICE) {
            start.optional();
            day("beslistermijn", "terms.ask.due").optional();
            day("besluit", "terms.ask.decided").optional();
            number("dagen", "terms.ask.late-days").optional();
            return;
        }
        if (rule == Rule.OBJECTION) {
            start.hint(Words.say("terms.ask.announced.hint"));
        }
        for (var option : rule.options()) {
            switch (option) {
                case COMMITTEE -> check("commissie", "terms.ask.committee");
                case ADVISER -> check("adviseur", "terms.ask.adviser");
                case EXTENDED -> check("verdaagd", "terms.ask.extended");
                case AGREED -> day("uitgesteldTot", "terms.ask.agreed").optional();
                case SUSPENDED -> {
                    day("opgeschortVan", "terms.ask.suspended-from").optional();
                    day("opgeschortTot", "terms.ask.suspended-until").optional();
                }
                case DAYS ->
                    number("dagen", "terms.ask.days")
                            .setValue(Integer.toString(
                                    rule == Rule.COOLING_OFF
                                            ? policy.coolingOffDays()
                                            : rule.length().number()));
                case ROLLS, SENT_AGAIN, OUTAGE -> {}
            }
        }
    }

    private DayField day(String name, String key) {
        var field = new DayField(Words.say(key)).handle("term-" + name).between(FIRST, LAST);
        questions.put(name, field);
        return field;
    }

    private TextLine number(String name, String key) {
        var field = new TextLine(Words.say(key)).handle("term-" + name).keyboard("numeric");
        questions.put(name, field);
        return field;
    }

    private void check(String name, String key) {
        questions.put(name, new Check(Words.say(key)).handle("term-" + name));
    }

    Component[] fields() {
        return questions.values().toArray(Component[]::new);
    }

    /** What of an address says something about a term; what a mail program or a search engine adds to it does not. */
    Map<String, List<String>> known(Map<String, List<String>> asked) {
        var names = Set.of(
                "regel",
                "eersteVerzending",
                "schuiftDoor",
                "verdaagdMet",
                "opgeschortWegens",
                "storingVan",
                "storingTot");
        var known = new LinkedHashMap<String, List<String>>();
        known.put("regel", List.of(rule.code()));
        asked.forEach((name, values) -> {
            if (!name.equals("regel") && (names.contains(name) || questions.containsKey(name))) {
                known.put(name, values);
            }
        });
        return known;
    }

    void fill(Map<String, List<String>> known) {
        questions.forEach((name, question) -> {
            var value = known.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
            if (value == null) {
                return;
            }
            switch (question) {
                case DayField field -> field.setValue(dayOf(value));
                case TextLine field -> field.setValue(value);
                case Check field ->
                    field.setValue(!Set.of("nee", "false", "0", "off", "no").contains(value));
                default -> throw new IllegalStateException("no such question: " + name);
            }
        });
    }

    private static @Nullable LocalDate dayOf(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** What was filled in, for the address; what was left empty is not there. */
    Map<String, List<String>> filled() {
        var filled = new LinkedHashMap<String, List<String>>();
        filled.put("regel", List.of(rule.code()));
        questions.forEach((name, question) -> {
            var value = switch (question) {
                case DayField field ->
                    field.getValue() == null ? "" : field.getValue().toString();
                case TextLine field -> field.getValue().strip();
                case Check field -> field.getValue() ? "ja" : "";
                default -> "";
            };
            if (!value.isEmpty()) {
                filled.put(name, List.of(value));
            }
        });
        return filled;
    }

    void show(BadFacts bad, ErrorSummary errors) {
        for (var problem : bad.problems()) {
            var name = questions.get(problem.field()) instanceof HasValidation ? problem.field() : "vanaf";
            errors.need(false, (HasValidation) questions.get(name), sentence(name, problem.reason()));
        }
        errors.fine();
    }

    private String sentence(String name, BadFacts.Reason reason) {
        var missing = reason == BadFacts.Reason.MISSING;
        if (missing && rule == Rule.DEFAULT_NOTICE) {
            return Words.say("terms.missing.notice");
        }
        return missing && questions.get(name) instanceof DayField
                ? Words.say("terms.missing.day")
                : Terms.sentence(reason, Words.locale());
    }

    private static String code(Rule.Event event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
