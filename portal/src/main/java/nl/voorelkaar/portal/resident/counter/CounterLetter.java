package nl.voorelkaar.portal.resident.counter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Wording;
import nl.voorelkaar.portal.letter.LetterTexts;
import nl.voorelkaar.portal.resident.log.LogLines;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;

/**
 * A letter about what a resident told the desk. The code stands alone on its line; what it is for stands above it in
 * full, so that nobody confirms what they did not want.
 *
 * @param lines of the log, newest first; empty for every other letter
 * @param at where the site is
 */
record CounterLetter(DeskOffice.Letter letter, List<LedgerLine> lines, String at, List<String> address, Instant made) {

    private static final Locale LANGUAGE = Words.DUTCH;

    Paper paper() {
        var paper = Paper.in(LANGUAGE, line("balie.titel." + low(letter.what())), made)
                .reference(
                        line("balie.kenmerk", Map.of("nummer", letter.act().id().toString())))
                .to(address);
        switch (letter.what()) {
            case INVITATION -> {
                paper.text(text("balie.uitnodiging", values()));
                code(paper);
                paper.text(text("balie.uitnodiging.dan", values()));
            }
            case CODE -> {
                paper.paragraph(line("balie.code.kort"));
                paper.text(text("balie.wat." + low(letter.act().kind()), values()));
                code(paper);
                paper.text(text("balie.code.hoe", values()));
            }
            case RECEIPT -> {
                var received = letter.order() instanceof DeskOrder.Received;
                paper.text(text(
                        "balie.uitkomst."
                                + (received ? "ontvangen" : low(letter.act().state())),
                        values()));
                paper.text(text("balie.wat." + low(letter.act().kind()), values()));
                if (!received) {
                    paper.text(text("balie.uitkomst.stoppen", values()));
                }
            }
            case LOG -> log(paper);
        }
        return paper.text(text(letter.code().isPresent() ? "balie.niet" : "balie.niet.ander", values()))
                .text(text("balie.hulp", values()))
                .build();
    }

    private void code(Paper.Builder paper) {
        letter.code().ifPresent(code -> paper.note(line("balie.uw-code"), code));
    }

    private void log(Paper.Builder paper) {
        if (!(letter.order() instanceof DeskOrder.SendLog(var from, var until))) {
            return;
        }
        paper.paragraph(
                line("balie.log.kort", Map.of("van", Dates.day(from, LANGUAGE), "tot", Dates.day(until, LANGUAGE))));
        if (lines.isEmpty()) {
            paper.paragraph(line("balie.log.niets"));
            return;
        }
        paper.table(
                line("balie.log.tabel"),
                List.of(line("balie.log.wanneer"), line("balie.log.wat"), line("balie.log.waarom")),
                lines.stream()
                        .map(line ->
                                List.of(Dates.moment(line.at(), LANGUAGE), LogLines.sentence(line), LogLines.why(line)))
                        .toList());
    }

    private Map<String, ?> values() {
        return Map.ofEntries(
                Map.entry("wie", letter.to().map(party -> party.name()).orElse("")),
                Map.entry(
                        "rol",
                        letter.to()
                                .map(party -> People.role(party.role()) + ", " + party.organisationName())
                                .orElse("")),
                Map.entry("doel", letter.purpose().orElse("")),
                Map.entry("delen", letter.sections().isEmpty() ? "" : People.sections(letter.sections())),
                Map.entry(
                        "tot",
                        letter.lastDay().map(day -> Dates.day(day, LANGUAGE)).orElse("")),
                Map.entry("initialen", letter.initials().orElse(line("balie.iemand"))),
                Map.entry("mag", scopes()),
                Map.entry(
                        "opgeschreven",
                        Dates.day(CalendarDays.dayOf(letter.act().recordedAt()), LANGUAGE)),
                Map.entry("door", letter.by()),
                Map.entry("hoe", line("balie.kanaal." + low(letter.act().channel()))),
                Map.entry(
                        "geldig",
                        letter.codeUntil()
                                .map(until -> Dates.day(CalendarDays.dayOf(until), LANGUAGE))
                                .orElse("")),
                Map.entry("adres", at));
    }

    private List<String> scopes() {
        return Optional.of(letter.order())
                .filter(DeskOrder.Empower.class::isInstance)
                .map(DeskOrder.Empower.class::cast)
                .map(order -> order.scopes().stream()
                        .sorted()
                        .map(scope -> Words.say(LANGUAGE, "mandate.scope." + scope.code()))
                        .toList())
                .orElse(List.of());
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String line(String key) {
        return line(key, Map.of());
    }

    private static String line(String key, Map<String, ?> values) {
        return LetterTexts.WORDING.line(LANGUAGE, key, values);
    }

    private static Wording.Text text(String key, Map<String, ?> values) {
        return LetterTexts.WORDING.text(LANGUAGE, key, values);
    }

    @Override
    public String toString() {
        return "CounterLetter";
    }
}
