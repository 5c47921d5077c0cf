package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.Aanvraag.Flag;
import nl.voorelkaar.portal.letter.DecisionLetter;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Where an application stands, in the resident's words. */
final class Plain {

    private static final int TITLE = 80;

    private Plain() {}

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String state(Aanvraag aanvraag) {
        return late(aanvraag)
                ? Words.say("aanvraag.state.te_laat")
                : Words.say("aanvraag.state." + code(aanvraag.state()));
    }

    static boolean late(Aanvraag aanvraag) {
        return aanvraag.state().open() && aanvraag.flags().contains(Flag.TE_LAAT);
    }

    static Tone tone(Aanvraag aanvraag) {
        return switch (aanvraag.state()) {
            case ONVOLLEDIG, ZIENSWIJZE -> Tone.TASK;
            default -> late(aanvraag) ? Tone.WARN : Tone.QUIET;
        };
    }

    /** What happens now, with the day. */
    static String now(Aanvraag aanvraag, Deadlines deadlines) {
        return switch (aanvraag.state()) {
            case KLAARGEZET ->
                Words.say(
                        "aanvraag.now.klaargezet",
                        aanvraag.filesAt()
                                .map(at -> Dates.day(CalendarDays.dayOf(at)))
                                .orElse(""));
            case ONVOLLEDIG ->
                aanvraag.supplyLapsed()
                        ? Words.say("aanvraag.now.onvolledig.voorbij")
                        : Words.say(
                                "aanvraag.now.onvolledig",
                                aanvraag.missing()
                                        .map(asked -> Dates.day(asked.until()))
                                        .orElse(""));
            case ZIENSWIJZE ->
                Words.say(
                        "aanvraag.now.zienswijze",
                        aanvraag.intention()
                                .map(meant -> Dates.day(meant.until()))
                                .orElse(""));
            case INGEDIEND, IN_BEHANDELING ->
                Words.say(
                        !late(aanvraag)
                                ? "aanvraag.now.bezig"
                                : aanvraag.flags().contains(Flag.IN_GEBREKE)
                                        ? "aanvraag.now.in_gebreke"
                                        : "aanvraag.now.te_laat",
                        Dates.day(aanvraag.term(deadlines).lastDay()));
            case BESLOTEN, BUITEN_BEHANDELING -> Words.say("aanvraag.now.besloten");
            case INGETROKKEN -> Words.say("aanvraag.now.ingetrokken");
        };
    }

    /** What the municipality wrote in a decision: in Dutch, whatever language the page has (Awb 2:6). */
    static Paragraph decided(String text) {
        var said = new Paragraph(text);
        said.addClassName("ve-text");
        said.getElement().setAttribute("lang", DecisionLetter.LANGUAGE.getLanguage());
        return said;
    }

    /** The first line, so that a heading stays a heading. */
    static String shortened(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() <= TITLE ? line : line.substring(0, TITLE).strip() + "…";
    }
}
