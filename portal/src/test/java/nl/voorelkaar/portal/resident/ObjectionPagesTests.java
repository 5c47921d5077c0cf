package nl.voorelkaar.portal.resident;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.BezwaarType;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Outcome;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.Refusals;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ObjectionPagesTests extends AtHome {

    private static final Author INGRID = new Author.Professional(new PartyId(new UUID(7, 7)), Role.JUR, "Ingrid Smit");
    private static final Author PETER =
            new Author.Professional(new PartyId(new UUID(8, 8)), Role.BES, "Peter de Groot");

    private final BezwaarType bezwaren = Partly.made(BezwaarType.class, Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    @Autowired
    private Objections objections;

    private ProcedureId besluit;

    @BeforeEach
    void sheGotARefusal() {
        besluit = Refusals.refused(procedures, life.actor.id());
    }

    @Test
    void filesFollowOnceTheObjectionIsInAndStayInSight() {
        go("mijn/bezwaar?besluit=" + besluit);
        assertThat(screen()).contains("Wilt u een brief of foto meesturen?");
        press("objection-check");
        press("objection-send");
        assertThat(textOf("objection-files")).contains("Er zijn nog geen stukken");
        assertThat(textOf("objection-receipt"))
                .contains(Words.say("bezwaar.hearing"), Words.say("bezwaar.costs"), Words.say("bezwaar.court"))
                .contains(id().reference())
                .doesNotContain(id().toString());
        assertThat(handles("document-file")).hasSize(1);

        objections.addFile(life.actor, life.actor.id(), id(), "huisarts.pdf", "%PDF-1.7".getBytes(US_ASCII));
        openIt();
        assertThat(textOf("objection-file"))
                .contains("huisarts.pdf")
                .contains("U stuurde dit op maandag 5 oktober 2026");
        assertThat(handles("objection-file-download")).hasSize(1);
        takes(INGRID, now -> now.waiveHearing(new Author.Resident(), NoHearing.RESIDENT_DECLINED));
        takes(INGRID, now -> now.withdraw(new Author.Resident()));
        openIt();
        assertThat(handles("document-file"))
                .as("nothing is added to what is over")
                .isEmpty();
        assertThat(textOf("objection-file")).contains("huisarts.pdf");
    }

    @Test
    void aFileAfterTheLastDayForPapersSaysSoAndIsKept() {
        object();
        takes(INGRID, now -> now.planHearing(INGRID, life.now.plusSeconds(11 * 86_400), "Stadhuis", life.now));
        go("mijn");
        assertThat(textOf("task")).contains("Die is op vrijdag 16 oktober 2026 om 9.00 uur");
        openIt();
        assertThat(screen()).contains("dinsdag 6 oktober 2026");
        life.now = life.now.plusSeconds(3 * 86_400);
        objections.addFile(life.actor, life.actor.id(), id(), "laat.pdf", "%PDF-1.7".getBytes(US_ASCII));
        openIt();
        assertThat(textOf("objection-file")).contains("Dit kwam na de laatste dag voor stukken");
    }

    @Test
    void theLetterIsThereWhenItLeftWithTheLastDayForTheCourt() {
        object();
        takes(INGRID, now -> now.waiveHearing(new Author.Resident(), NoHearing.RESIDENT_DECLINED));
        var letter = new ReadyLetter(
                UUID.randomUUID(),
                Sending.Channel.BRIEF,
                List.of("F. el Amrani", "Dorpsstraat 1"),
                new PaperId(UUID.randomUUID()),
                "0".repeat(64));
        takes(
                PETER,
                now -> now.ready(
                        PETER,
                        new ObjectionEvent.Decided(
                                Outcome.GEGROND,
                                Consequence.HERROEPEN,
                                "U hebt beneden geen plaats.",
                                Optional.empty(),
                                Optional.empty()),
                        letter,
                        false));
        openIt();
        assertThat(handles("objection-decision")).isEmpty();
        assertThat(screen()).doesNotContain("U hebt beneden geen plaats.");

        takes(PETER, now -> now.makeKnown(PETER, letter.sending(), life.now));
        takes(PETER, now -> now.send(PETER, letter.sending(), Optional.of("brief-1"), life.now));
        openIt();
        assertThat(textOf("objection-state")).contains("U krijgt gelijk");
        assertThat(textOf("objection-decision")).contains("U hebt beneden geen plaats.");
        assertThat(handles("letter-pdf")).hasSize(1);
        assertThat(textOf("appeal-until")).contains("maandag 16 november 2026");
        assertThat(textOf("delivery-ledger"))
                .contains("De brief is verstuurd op maandag 5 oktober 2026")
                .contains("voor het eerst geopend op de site");
    }

    /** Scenario S13: the same receipt. */
    @Test
    void whatTheLawyerTookInHasTheSameReceipt() {
        var id = new ProcedureId(UUID.randomUUID());
        var today = CalendarDays.dayOf(life.now);
        procedures.take(
                INGRID,
                life.actor.id(),
                turn -> turn.start(
                        bezwaren,
                        id,
                        new StepId(UUID.randomUUID()),
                        Bezwaar.register(
                                INGRID,
                                besluit,
                                Facts.of(Rule.OBJECTION, today),
                                Set.of(),
                                new ObjectionEvent.Arrived(ObjectionEvent.Channel.MAIL, today, Optional.empty()),
                                new Bezwaar.Filing("Ik val.", false, "", "", false, false),
                                life.now)));
        go("mijn/bezwaar/" + id);
        assertThat(textOf("objection-receipt"))
                .contains("maandag 5 oktober 2026, met een mail")
                .contains("Ja, op tijd")
                .contains("Ik val.");
    }

    private void object() {
        go("mijn/bezwaar?besluit=" + besluit);
        fill("objection-grounds", "Ik kan de trap niet op.");
        press("objection-check");
        press("objection-send");
    }

    private ProcedureId id() {
        return procedures.heads(life.actor).stream()
                .filter(head -> head.kind() == ProcedureKind.BEZWAAR)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void openIt() {
        go("mijn/bezwaar/" + id());
    }

    private void takes(Author by, Function<Bezwaar, ObjectionEvent> verb) {
        var id = id();
        procedures.take(by, life.actor.id(), turn -> turn.take(bezwaren, id, new StepId(UUID.randomUUID()), verb));
    }
}
