package nl.voorelkaar.portal.letter;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Provision;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/**
 * The letter with a decision: first what was decided and what to do, in plain words, on one page; the whole legal text
 * is an annex (DOMAIN §7, rules 1, 3, 7 and 9).
 *
 * @param what what was applied for, in the resident's words
 * @param through who applied in the resident's name
 * @param decider who decided, by name
 * @param objection the time to object when the letter leaves now
 * @param at where one can object
 */
public record DecisionLetter(
        DecisionText text,
        String what,
        Optional<String> through,
        String number,
        String decider,
        LocalDate decidedOn,
        Deadline objection,
        String at,
        List<String> address,
        Instant made) {

    /** Name of the place for the seal. */
    public static final String SEAL = "besluit";

    /** Decisions are in Dutch (Awb 2:6). */
    public static final Locale LANGUAGE = Words.DUTCH;

    public Paper paper() {
        var paper = Paper.in(LANGUAGE, line("besluit.titel"), made)
                .reference(line("besluit.kenmerk", Map.of("nummer", number)))
                .to(address)
                .paragraph(text.inShort())
                .paragraph(line("besluit.over", Map.of("wat", what)));
        through.ifPresent(who -> paper.paragraph(line("besluit.namens", Map.of("wie", who))));
        if (text.result().gives()) {
            paper.text(LetterTexts.WORDING.text(
                    LANGUAGE,
                    "besluit.krijgt",
                    Map.of("voorzieningen", provisions(text.provisions()), "bijdrage", text.contribution())));
        }
        return paper.text(LetterTexts.WORDING.text(LANGUAGE, "besluit.waarom", Map.of("redenen", text.reasons())))
                .text(LetterTexts.WORDING.text(
                        LANGUAGE,
                        "besluit.bezwaar",
                        Map.of("laatsteDag", Dates.day(objection.lastDay(), LANGUAGE), "adres", at)))
                .text(LetterTexts.WORDING.text(LANGUAGE, "besluit.hulp", Map.of("contact", text.contact())))
                .newPage()
                .text(LetterTexts.WORDING.text(
                        LANGUAGE,
                        "besluit.wet",
                        Map.of(
                                "beslistOp", Dates.day(decidedOn, LANGUAGE),
                                "beslisser", decider,
                                "artikelen", text.articles(),
                                "stappen", LetterTexts.steps(objection))))
                .text(
                        LetterTexts.inEnglish(
                                "besluit.kortom",
                                Map.of(
                                        "uitkomst",
                                        Words.say(
                                                Locale.ENGLISH,
                                                "besluit.result."
                                                        + text.result().name().toLowerCase(Locale.ROOT)),
                                        "laatsteDag",
                                        Dates.day(objection.lastDay(), Locale.ENGLISH),
                                        "adres",
                                        at)),
                        Locale.ENGLISH)
                .place(SEAL, line("besluit.zegel"))
                .build();
    }

    /** Each provision in one line, as on paper. */
    public static List<String> provisions(List<Provision> provisions) {
        return provisions.stream().map(DecisionLetter::provision).toList();
    }

    private static String provision(Provision provision) {
        var from = provision.from().map(day -> Dates.day(day, LANGUAGE)).orElse("…");
        var until = provision.until().map(day -> Dates.day(day, LANGUAGE)).orElse("…");
        return switch (provision.form()) {
            case ZIN ->
                line(
                        "besluit.zin",
                        Map.of("wat", provision.what(), "van", from, "tot", until, "aanbieder", provision.provider()));
            case PGB ->
                line(
                        "besluit.pgb",
                        Map.of(
                                "wat", provision.what(),
                                "bedrag", euro(provision.euro().orElse(BigDecimal.ZERO)),
                                "van", from,
                                "tot", until,
                                "voorwaarden", provision.conditions()));
        };
    }

    /** As in "€ 1.442". */
    public static String euro(BigDecimal amount) {
        var format = NumberFormat.getNumberInstance(LANGUAGE);
        var cents = amount.stripTrailingZeros().scale() > 0 ? 2 : 0;
        format.setMinimumFractionDigits(cents);
        format.setMaximumFractionDigits(cents);
        return "€\u00a0" + format.format(amount);
    }

    private static String line(String key) {
        return line(key, Map.of());
    }

    private static String line(String key, Map<String, ?> values) {
        return LetterTexts.WORDING.line(LANGUAGE, key, values);
    }

    @Override
    public String toString() {
        return "DecisionLetter";
    }
}
