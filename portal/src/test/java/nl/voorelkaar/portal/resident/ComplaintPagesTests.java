package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.complaint.KlachtType;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedProcedures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ComplaintPagesTests extends AtHome {

    private static final Author INGRID = new Author.Professional(new PartyId(new UUID(7, 7)), Role.KLB, "Ingrid Smit");

    private final KlachtType klachten = Partly.made(KlachtType.class, Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    @BeforeEach
    void theResidentKnowsBram() {
        life.given.add(life.grant(life.asked, Grant.State.ACTIEF));
    }

    @Test
    void complainingSaysWhoGetsACopyAndGivesAReceiptWithTheDay() {
        go("mijn/klacht");
        press("complaint-check");
        assertThat(textOf("errors")).contains("Kies over wie uw klacht gaat").contains("Vertel wat er is gebeurd");
        fill("complaint-about", life.bram.id().toString());
        fill("complaint-what", "Hij kwam niet op de afspraak.");
        press("complaint-check");
        assertThat(procedures.heads(life.actor)).as("looking sends nothing").isEmpty();
        assertThat(screen()).contains("krijgt een kopie").contains("Deze persoon behandelt uw klacht niet");
        press("complaint-send");

        assertThat(textOf("complaint-receipt"))
                .contains("Bram Visser")
                .contains("Hij kwam niet op de afspraak.")
                .contains("maandag 5 oktober 2026 om 9.00 uur");
        assertThat(screen()).contains("maandag 16 november 2026");
        assertThat(textOf("deadline-steps")).contains("Awb artikel 9:11");
        assertThat(procedures.heads(life.actor))
                .singleElement()
                .satisfies(head -> assertThat(head.excluded()).containsExactly(life.bram.id()));
    }

    @Test
    void somebodyElseNeedsANameAndAProviderHasASchemeOfItsOwn() {
        go("mijn/klacht");
        fill("complaint-about", "aanbieder");
        fill("complaint-what", "Niemand kwam.");
        press("complaint-check");
        assertThat(textOf("errors")).contains("Schrijf de naam op");
        fill("complaint-name", "Zorg Voorbeeld");
        press("complaint-check");
        assertThat(screen()).contains("behandelt de zorgaanbieder zelf");
        press("complaint-send");
        assertThat(textOf("complaint-receipt")).contains("Zorg Voorbeeld").contains("behandelt de zorgaanbieder zelf");
    }

    @Test
    void somebodyElseOfTheMunicipalityIsDescribed() {
        go("mijn/klacht");
        fill("complaint-about", "iemand-anders");
        fill("complaint-name", "De man van de balie");
        fill("complaint-what", "Hij liet mij een uur wachten.");
        fill("complaint-wish", "Dat iemand mij belt.");
        press("complaint-check");
        assertThat(screen())
                .contains("Klopt dit?")
                .contains("De man van de balie")
                .contains("krijgt een kopie");
        press("complaint-send");
        assertThat(textOf("complaint-receipt")).contains("De man van de balie");
    }

    @Test
    void theOutcomeHasItsLetterAndTheLastDayForTheOmbudsman() {
        complain();
        ingrid(now -> now.waiveHearing(INGRID, ComplaintEvent.NoHearing.RESIDENT_DECLINED));
        var letter = new ReadyLetter(
                UUID.randomUUID(),
                Sending.Channel.BRIEF,
                List.of("F. el Amrani", "Dorpsstraat 1"),
                new PaperId(UUID.randomUUID()),
                "0".repeat(64));
        ingrid(now -> now.ready(
                INGRID,
                new ComplaintEvent.Settled("Niemand nam op.", ComplaintEvent.Judgement.GEGROND, "Wij nemen op."),
                letter));
        openIt();
        assertThat(screen()).doesNotContain("Wij nemen op.");
        ingrid(now -> now.makeKnown(INGRID, letter.sending(), life.now));
        ingrid(now -> now.send(INGRID, letter.sending(), Optional.of("brief-1"), life.now));
        openIt();
        assertThat(textOf("complaint-settlement")).contains("Wij nemen op.");
        assertThat(handles("letter-pdf")).hasSize(1);
        assertThat(textOf("ombudsman-until")).contains("dinsdag 5 oktober 2027");
        assertThat(textOf("delivery-ledger")).contains("voor het eerst geopend");
    }

    @Test
    void onlyTheResidentSaysThatItIsSolved() {
        complain();
        ingrid(now -> now.beginInformally(INGRID, "Ik bel u morgen."));
        go("mijn");
        assertThat(screen()).contains("Wij willen uw klacht samen oplossen");
        openIt();
        assertThat(screen()).contains("Ik bel u morgen.").contains("Er is nog geen voorstel");
        assertThat(handles("complaint-satisfied")).isEmpty();
        ingrid(now -> now.propose(INGRID, "Bram biedt zijn excuses aan."));
        openIt();
        assertThat(screen()).contains("Bram biedt zijn excuses aan.");
        press("complaint-satisfied");
        assertThat(textOf("complaint-state")).contains("U bent tevreden");
        assertThat(handles("complaint-withdraw-confirm")).isEmpty();
    }

    @Test
    void moreTimeNeedsTheResidentsYes() {
        complain();
        ingrid(now -> now.extend(INGRID, 1, "Vakantie", life.now));
        ingrid(now -> now.askDelay(INGRID, now.term().lastDay().plusDays(30), "Ziekte", life.now));
        openIt();
        assertThat(screen()).contains("Wij zijn uiterlijk op maandag 23 november 2026 klaar");
        press("complaint-delay-agree");
        assertThat(screen()).contains("Wij zijn uiterlijk op woensdag 23 december 2026 klaar");
        assertThat(handles("complaint-delay-agree")).isEmpty();
    }

    @Test
    void withdrawingNeedsNoReason() {
        complain();
        openIt();
        press("complaint-withdraw-confirm");
        assertThat(textOf("complaint-state")).contains("U hebt deze klacht ingetrokken");
    }

    private void complain() {
        go("mijn/klacht");
        fill("complaint-about", "gemeente");
        fill("complaint-what", "Niemand nam op.");
        press("complaint-check");
        press("complaint-send");
    }

    private void openIt() {
        go("mijn/klacht/" + procedures.heads(life.actor).getFirst().id());
    }

    private void ingrid(Function<Klacht, ComplaintEvent> verb) {
        var id = procedures.heads(life.actor).getFirst().id();
        procedures.take(INGRID, life.actor.id(), turn -> turn.take(klachten, id, new StepId(UUID.randomUUID()), verb));
    }
}
