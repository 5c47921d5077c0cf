package nl.voorelkaar.portal.letter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/**
 * The confirmation of a melding, with what must be told with it (Wmo 2.3.2 lid 1, 2 and 3), for who wants it on paper.
 */
public record MeldingLetter(Onderzoek melding, String at, List<String> address, Instant made) {

    private static final Locale LANGUAGE = Words.DUTCH;

    public Paper paper() {
        var values = Map.of(
                "dag", Dates.day(CalendarDays.dayOf(melding.reportedAt()), LANGUAGE),
                "woorden", melding.melding().words(),
                "onderzoekTot", Dates.day(melding.inquiryUntil().lastDay(), LANGUAGE),
                "eigenPlanTot", Dates.day(melding.ownPlanUntil().lastDay(), LANGUAGE),
                "adres", at);
        return Paper.in(LANGUAGE, LetterTexts.WORDING.line(LANGUAGE, "melding.titel", Map.of()), made)
                .reference(LetterTexts.WORDING.line(
                        LANGUAGE,
                        "melding.kenmerk",
                        Map.of("nummer", melding.id().reference())))
                .to(address)
                .text(LetterTexts.WORDING.text(LANGUAGE, "melding.bericht", values))
                .text(
                        LetterTexts.inEnglish(
                                "melding.kortom",
                                Map.of(
                                        "onderzoekTot",
                                        Dates.day(melding.inquiryUntil().lastDay(), Locale.ENGLISH),
                                        "eigenPlanTot",
                                        Dates.day(melding.ownPlanUntil().lastDay(), Locale.ENGLISH))),
                        Locale.ENGLISH)
                .build();
    }

    @Override
    public String toString() {
        return "MeldingLetter";
    }
}
