package nl.voorelkaar.portal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.complaint.KlachtType;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.BezwaarType;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Outcome;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the letters with an outcome say, as who opens the envelope reads it. */
class OutcomeLettersTests {

    private static final Author RESIDENT = new Author.Resident();
    private static final Author INGRID = new Author.Professional(new PartyId(new UUID(7, 7)), Role.JUR, "Ingrid Smit");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final Instant NOW =
            DAY.atTime(9, 0).atZone(CalendarDays.AMSTERDAM).toInstant();
    private static final List<String> HOME = List.of("J. Postma", "Dorpsstraat 1", "1234 AB Voorbeeldstad");

    private final Papers papers = papers();
    private final BezwaarType bezwaren = Partly.made(BezwaarType.class, Deadlines.usual());
    private final KlachtType klachten = Partly.made(KlachtType.class, Deadlines.usual());

    private static Papers papers() {
        try {
            return (Papers) Partly.made(Class.forName("nl.voorelkaar.dossier.paper.HousePapers"), "Voorbeeldstad");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theOutcomeComesFirstAndTheWayToTheCourtHasItsLastDay() {
        var text = text(letter(heard(), decided(Outcome.GEGROND, Consequence.HERROEPEN, Optional.of("€ 500"))));
        assertThat(text)
                .contains("U krijgt gelijk. Het eerste besluit geldt niet meer.")
                .contains("Het ging over ons besluit van dinsdag 15 september 2026")
                .contains("Wij betalen: € 500")
                .contains("U kunt naar de rechter tot en met maandag 16 november 2026")
                .contains("U kon uw bezwaar mondeling toelichten op vrijdag 2 oktober 2026")
                .contains("Namens het college: Peter de Groot")
                .contains("Awb artikel 6:7")
                .contains("In English")
                .contains("You are right. The first decision no longer counts.")
                .contains("You can go to court until Monday 16 November 2026");
        assertThat(text.indexOf("U krijgt gelijk")).isLessThan(text.indexOf("Bijlage"));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasItsWords(Outcome outcome) {
        for (var consequence : Consequence.values()) {
            if (Bezwaar.fits(outcome, consequence)) {
                assertThat(text(letter(heard(), decided(outcome, consequence, Optional.empty()))))
                        .contains("Wij betalen geen kosten")
                        .doesNotContain("{");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NoHearing.class)
    void withoutAHearingTheLetterSaysWhy(NoHearing why) {
        var bezwaar = then(
                filed(),
                why == NoHearing.RESIDENT_DECLINED ? RESIDENT : INGRID,
                now -> new ObjectionEvent.HearingWaived(why));
        assertThat(text(letter(bezwaar, decided(Outcome.ONGEGROND, Consequence.GEHANDHAAFD, Optional.empty()))))
                .contains("Wij hebben u niet gehoord")
                .contains("artikel 7:3");
    }

    @ParameterizedTest
    @EnumSource(ComplaintEvent.Judgement.class)
    void aComplaintEndsWithTheOmbudsmanAndTheLastDay(ComplaintEvent.Judgement judgement) {
        var klacht = klachten.after(
                klachten.begin(new Case(new ResidentId(new UUID(0, 1)), new ProcedureId(new UUID(0, 2)))),
                new Step<>(
                        1,
                        new StepId(new UUID(8, 1)),
                        NOW,
                        RESIDENT,
                        Klacht.file(
                                RESIDENT,
                                new Klacht.Filing(
                                        new ComplaintEvent.About(
                                                ComplaintEvent.Whom.MUNICIPALITY, Optional.empty(), Optional.empty()),
                                        "Niemand nam op.",
                                        "",
                                        ""))));
        var text = text(new ComplaintLetter(
                        klacht,
                        new ComplaintEvent.Settled("Drie keer gebeld.", judgement, "Wij nemen voortaan op."),
                        "Ingrid Smit",
                        klacht.ombudsmanUntil(NOW),
                        HOME,
                        NOW)
                .paper());
        assertThat(text)
                .contains("Drie keer gebeld.")
                .contains("Wij nemen voortaan op.")
                .contains("Nationale ombudsman om hulp vragen tot en met dinsdag 5 oktober 2027")
                .contains("Awb artikel 9:24")
                .contains("Ingrid Smit")
                .doesNotContain("{");
    }

    private Paper letter(Bezwaar bezwaar, ObjectionEvent.Decided decision) {
        return new ObjectionLetter(
                        bezwaar,
                        decision,
                        LocalDate.of(2026, 9, 15),
                        "Peter de Groot",
                        bezwaar.appealUntil(Sending.Channel.BRIEF, NOW),
                        HOME,
                        NOW)
                .paper();
    }

    private static ObjectionEvent.Decided decided(Outcome outcome, Consequence consequence, Optional<String> costs) {
        return new ObjectionEvent.Decided(outcome, consequence, "U hebt beneden geen plaats.", costs, Optional.empty());
    }

    private Bezwaar heard() {
        return then(filed(), INGRID, now -> new ObjectionEvent.Heard(LocalDate.of(2026, 10, 2), List.of(), "Verslag"));
    }

    private Bezwaar filed() {
        var start = bezwaren.begin(new Case(new ResidentId(new UUID(0, 1)), new ProcedureId(new UUID(0, 2))));
        return then(
                start,
                RESIDENT,
                now -> Bezwaar.file(
                        RESIDENT,
                        new ProcedureId(new UUID(4, 4)),
                        Facts.of(Rule.OBJECTION, DAY.minusDays(20)),
                        Set.of(),
                        new ObjectionEvent.Arrived(ObjectionEvent.Channel.PORTAL, DAY.minusDays(10), Optional.empty()),
                        new Bezwaar.Filing("Ik val.", true, "", "", true, false)));
    }

    private Bezwaar then(Bezwaar before, Author by, Function<Bezwaar, ObjectionEvent> happened) {
        var number = before.steps().size() + 1;
        return bezwaren.after(
                before, new Step<>(number, new StepId(new UUID(8, number)), NOW, by, happened.apply(before)));
    }

    private String text(Paper paper) {
        try (var pdf = Loader.loadPDF(papers.print(paper).pdf())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
