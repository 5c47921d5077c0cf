package nl.voorelkaar.portal.letter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Wording;
import nl.voorelkaar.portal.ui.Dates;

/**
 * The letter with the outcome of a complaint (Awb 9:12): what the municipality thinks of it and does, what it found,
 * and the way to the ombudsman with its last day.
 *
 * @param handler who settles it, by name
 * @param ombudsman the time to go there when the letter leaves now
 */
public record ComplaintLetter(
        Klacht klacht,
        ComplaintEvent.Settled outcome,
        String handler,
        Deadline ombudsman,
        List<String> address,
        Instant made) {

    /** Name of the place for the seal. */
    public static final String SEAL = "klacht";

    public Paper paper() {
        return Paper.in(DecisionLetter.LANGUAGE, line("klacht.titel", Map.of()), made)
                .reference(line("klacht.kenmerk", Map.of("nummer", klacht.id().reference())))
                .to(address)
                .paragraph(line(judged(), Map.of()))
                .paragraph(
                        line("klacht.over", Map.of("datum", Dates.day(klacht.receivedOn(), DecisionLetter.LANGUAGE))))
                .text(text("klacht.bevindingen", Map.of("bevindingen", outcome.findings())))
                .text(text("klacht.conclusies", Map.of("conclusies", outcome.conclusions())))
                .text(text(
                        "klacht.ombudsman",
                        Map.of("laatsteDag", Dates.day(ombudsman.lastDay(), DecisionLetter.LANGUAGE))))
                .text(text("bezwaar.hulp", Map.of()))
                .newPage()
                .text(text("klacht.wet", Map.of("behandelaar", handler, "stappen", LetterTexts.steps(ombudsman))))
                .text(
                        LetterTexts.inEnglish(
                                "klacht.kortom",
                                Map.of(
                                        "uitkomst",
                                        LetterTexts.WORDING.line(Locale.ENGLISH, judged()),
                                        "laatsteDag",
                                        Dates.day(ombudsman.lastDay(), Locale.ENGLISH))),
                        Locale.ENGLISH)
                .place(SEAL, line("besluit.zegel", Map.of()))
                .build();
    }

    private String judged() {
        return "klacht.kort." + outcome.judgement().name().toLowerCase(Locale.ROOT);
    }

    private static String line(String key, Map<String, ?> values) {
        return LetterTexts.WORDING.line(DecisionLetter.LANGUAGE, key, values);
    }

    private static Wording.Text text(String key, Map<String, ?> values) {
        return LetterTexts.WORDING.text(DecisionLetter.LANGUAGE, key, values);
    }

    /** What who settles it declares with the seal. */
    public static String declaration(String handler) {
        return line("klacht.verklaring", Map.of("behandelaar", handler));
    }

    @Override
    public String toString() {
        return "ComplaintLetter";
    }
}
