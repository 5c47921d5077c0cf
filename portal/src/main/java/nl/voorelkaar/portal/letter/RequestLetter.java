package nl.voorelkaar.portal.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.RightWords;
import nl.voorelkaar.portal.ui.Words;

/**
 * To who asked something about data outside the portal: that it came in and by when there is an answer, with what to do
 * when the reader never asked it; or the answer itself.
 */
public record RequestLetter(Verzoek request, List<String> address, Instant made) {

    public Paper paper() {
        return request.answer()
                .map(answer -> paper(
                        "verzoek.antwoord",
                        Map.of(
                                "vraag",
                                        RightWords.name(
                                                Words.DUTCH, request.filed().right()),
                                "uitkomst", RightWords.outcome(Words.DUTCH, answer.outcome()),
                                "antwoord", answer.text(),
                                "door", request.answeredBy().orElseThrow().name())))
                .orElseGet(() -> paper(
                        request.sureWho() ? "verzoek.ontvangen" : "verzoek.ontvangen.wie",
                        Map.of(
                                "vraag",
                                        RightWords.name(
                                                Words.DUTCH, request.filed().right()),
                                "woorden", request.filed().words(),
                                "dag", Dates.day(request.receivedOn(), Words.DUTCH),
                                "laatsteDag", Dates.day(request.term().lastDay(), Words.DUTCH))));
    }

    private Paper paper(String text, Map<String, ?> values) {
        return Paper.in(Words.DUTCH, LetterTexts.WORDING.line(Words.DUTCH, "verzoek.titel", Map.of()), made)
                .reference(LetterTexts.WORDING.line(
                        Words.DUTCH,
                        "verzoek.kenmerk",
                        Map.of("nummer", request.id().reference())))
                .to(address)
                .text(LetterTexts.WORDING.text(Words.DUTCH, text, values))
                .text(LetterTexts.WORDING.text(Words.DUTCH, "bezwaar.hulp", Map.of()))
                .build();
    }

    @Override
    public String toString() {
        return "RequestLetter";
    }
}
