package nl.voorelkaar.portal.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Wording;
import nl.voorelkaar.portal.ui.Dates;

/**
 * The letter with the decision on an objection (Awb 7:12): first the outcome and what one can do, in plain words; the
 * whole legal text is an annex.
 *
 * @param against the day on which the decision that was objected to was sent
 * @param decider who decides, by name
 * @param appeal the time to go to court when the letter leaves now
 */
public record ObjectionLetter(
        Bezwaar bezwaar,
        ObjectionEvent.Decided decision,
        LocalDate against,
        String decider,
        Deadline appeal,
        List<String> address,
        Instant made) {

    /** Name of the place for the seal. */
    public static final String SEAL = "bezwaar";

    public Paper paper() {
        var paper = Paper.in(DecisionLetter.LANGUAGE, line("bezwaar.titel"), made)
                .reference(line("bezwaar.kenmerk", Map.of("nummer", bezwaar.id().reference())))
                .to(address)
                .paragraph(line("bezwaar.kort." + low(decision.outcome())) + " "
                        + line("bezwaar.gevolg." + low(decision.consequence())))
                .paragraph(
                        line("bezwaar.over", Map.of("datum", day(bezwaar.receivedOn()), "besluitdatum", day(against))))
                .text(text("bezwaar.waarom", Map.of("redenen", decision.reasons())));
        if (bezwaar.filed().asksCosts()) {
            paper.text(
                    decision.costs().isPresent()
                            ? text(
                                    "bezwaar.kosten",
                                    Map.of("kosten", decision.costs().get()))
                            : text("bezwaar.kosten.geen", Map.of()));
        }
        return paper.text(text("bezwaar.rechter", Map.of("laatsteDag", day(appeal.lastDay()))))
                .text(text("bezwaar.hulp", Map.of()))
                .newPage()
                .text(text(
                        "bezwaar.wet",
                        Map.of(
                                "beslistOp", day(CalendarDays.dayOf(made)),
                                "beslisser", decider,
                                "nummer", bezwaar.filed().besluit().reference(),
                                "horen", hearing(),
                                "stappen", LetterTexts.steps(appeal))))
                .text(
                        LetterTexts.inEnglish(
                                "bezwaar.kortom",
                                Map.of(
                                        "uitkomst", english("bezwaar.kort." + low(decision.outcome())),
                                        "gevolg", english("bezwaar.gevolg." + low(decision.consequence())),
                                        "laatsteDag", Dates.day(appeal.lastDay(), Locale.ENGLISH))),
                        Locale.ENGLISH)
                .place(SEAL, line("besluit.zegel"))
                .build();
    }

    /** Awb 7:12 lid 1: without a hearing the decision says why. */
    private String hearing() {
        return bezwaar.heard()
                .map(heard -> line("bezwaar.gehoord.wet", Map.of("dag", day(heard.day()))))
                .or(() -> bezwaar.notHeardBecause().map(why -> line("bezwaar.niet-gehoord.wet." + low(why))))
                .orElse("");
    }

    private static String day(LocalDate day) {
        return Dates.day(day, DecisionLetter.LANGUAGE);
    }

    private static String english(String key) {
        return LetterTexts.WORDING.line(Locale.ENGLISH, key);
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String line(String key) {
        return line(key, Map.of());
    }

    private static String line(String key, Map<String, ?> values) {
        return LetterTexts.WORDING.line(DecisionLetter.LANGUAGE, key, values);
    }

    private static Wording.Text text(String key, Map<String, ?> values) {
        return LetterTexts.WORDING.text(DecisionLetter.LANGUAGE, key, values);
    }

    /** What who decides declares with the seal. */
    public static String declaration(String decider) {
        return line("bezwaar.verklaring", Map.of("beslisser", decider));
    }

    @Override
    public String toString() {
        return "ObjectionLetter";
    }
}
