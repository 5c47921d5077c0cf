package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Supporter;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.expert.Reply;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.RememberedConsults;
import nl.voorelkaar.portal.RememberedHandovers;
import nl.voorelkaar.portal.RememberedProcedures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Supporters with a boundary, advice of an expert, and who the resident's contact is. */
class BoundaryPagesTests extends AtHome {

    @Autowired
    private RememberedConsults consults;

    @Autowired
    private RememberedHandovers handovers;

    @Autowired
    private RememberedProcedures procedures;

    @Autowired
    private MemoryMandates mandates;

    private final ConsultId consult = new ConsultId(UUID.randomUUID());
    private final HandoverId handover = new HandoverId(UUID.randomUUID());

    private Actor.Professional bram() {
        return new Actor.Professional(
                life.bram.id(),
                Role.CM,
                new OrganisationId("wij-voorbeeldstad"),
                Optional.empty(),
                AssuranceLevel.SUBSTANTIEEL,
                life.now,
                new Assertion("none"));
    }

    private void asked() {
        consults.ask(
                bram(),
                consult,
                life.actor.id(),
                new PartyId(new UUID(4, 4)),
                "Past hier een traplift?",
                Set.of(new EntryId(UUID.randomUUID())),
                LocalDate.of(2026, 10, 19));
    }

    @Test
    void aQuestionToAnExpertWaitsForTheResidentWithAllThatGoesAlong() {
        asked();
        go("mijn");
        assertThat(screen()).contains("Bram Visser wil raad vragen");
        go("mijn/raad/" + consult);
        assertThat(textOf("consult-question")).contains("Past hier een traplift?");
        assertThat(textOf("consult-page")).contains("De trap is steil.");

        press("consult-agree");
        assertThat(textOf("consult-state")).contains("U zei ja");
        assertThat(consults.shown.getFirst().text()).contains("Past hier een traplift?", "De trap");

        press("consult-stop");
        assertThat(textOf("consult-state")).contains("U stopte");
        assertThat(sees("consult-agree")).isFalse();
    }

    @Test
    void sayingNoNeedsNoReason() {
        asked();
        go("mijn/raad/" + consult);
        press("consult-refuse");
        assertThat(textOf("consult-state")).contains("U zei nee");
    }

    @Test
    void whoSignedInLongAgoSignsInAgainBeforeAgreeing() {
        asked();
        life.recently = false;
        go("mijn/raad/" + consult);
        press("consult-agree");
        assertThat(life.signInsAsked).containsExactly("/mijn/raad/" + consult);
        assertThat(consults.shown).isEmpty();
    }

    @Test
    void theAnswerIsThereForTheResidentAlsoAtTheCase() {
        asked();
        consults.agree(life.actor, consult, new nl.voorelkaar.consent.ShownText("", Locale.of("nl")));
        consults.answer(bram(), consult, new Reply(Reply.Verdict.ADVICE, "Een traplift past hier."));
        go("mijn/raad/" + consult);
        assertThat(textOf("consult-reply")).contains("Advies", "Een traplift past hier.");
        assertThat(sees("consult-page")).isFalse();
        go("mijn/melding/" + reported());
        assertThat(textOf("asked-advice")).contains("Bram Visser vroeg raad", "beantwoord");
    }

    @Test
    void theResidentHearsWhoItIsNowAndMayRefuseThatPerson() {
        handovers.offer(
                bram(), handover, life.actor.id(), new PartyId(new UUID(4, 4)), "Mevrouw wil 's ochtends hulp.");
        handovers.accept(bram(), handover);
        go("mijn");
        assertThat(screen()).contains("is er nu voor u");
        go("mijn/overdracht/" + handover);
        assertThat(textOf("handover-note")).contains("Mevrouw wil 's ochtends hulp.");
        press("handover-refuse");
        assertThat(textOf("handover-state")).contains("Wij zoeken iemand anders");
        assertThat(sees("handover-refuse")).isFalse();
    }

    @Test
    void somebodyIsAskedToReadAlongFromTheThingItself() {
        var melding = reported();
        go("mijn/melding/" + melding);
        assertThat(sees("help-go")).isTrue();
        go("mijn/hulp/" + melding);
        press("help-invite");
        assertThat(textOf("errors")).contains("Kies wie u helpt.");
        fill("help-who-tolk", true);
        press("help-invite");
        assertThat(mandates.given.values())
                .singleElement()
                .satisfies(mandate -> assertThat(mandate.boundary())
                        .contains(new Boundary(new Thing(melding.value()), Section.MELDING, Supporter.TOLK)));
        assertThat(textOf("mandate-code")).contains(MemoryMandates.CODE);
    }

    @Test
    void whoUsedTheCodeIsLetIntoThatThingAndIsOfferedNoScopes() {
        var id = new MandateId(UUID.randomUUID());
        var boundary = new Boundary(new Thing(UUID.randomUUID()), Section.BESLUITEN, Supporter.CLIENTONDERSTEUNER);
        mandates.given.put(id, mandates.helping(boundary, id, Mandate.State.GEACCEPTEERD));
        go("mijn/machtigingen/" + id);
        assertThat(screen()).contains("Een cliëntondersteuner mag uw bezwaar lezen, en verder niets.");
        assertThat(sees("mandate-scope-lezen_plan")).isFalse();
        press("mandate-confirm");
        assertThat(mandates.shown.getFirst()).contains("uw bezwaar lezen, en verder niets");
        assertThat(sees("mandate-narrow")).isFalse();
        assertThat(sees("mandate-stop")).isTrue();
    }

    @Test
    void aSupporterSeesThatOneThing() {
        var melding = reported();
        var id = new MandateId(UUID.randomUUID());
        var boundary = new Boundary(new Thing(melding.value()), Section.MELDING, Supporter.BEKENDE);
        mandates.held.put(id, mandates.helping(boundary, id, Mandate.State.ACTIEF));
        go("namens");
        assertThat(screen()).contains("U mag één zaak lezen");
        go("namens/" + id);
        assertThat(textOf("acting-for")).contains("Fatima el Amrani");
        go("namens/" + id + "/zaak");
        assertThat(textOf("helped-words")).contains("De trap gaat niet meer.");
        assertThat(screen()).doesNotContain("Dossier");
    }

    private ProcedureId reported() {
        var id = new ProcedureId(UUID.randomUUID());
        procedures.take(
                new Author.Resident(),
                life.actor.id(),
                turn -> turn.start(
                        new OnderzoekType(Deadlines.usual()),
                        id,
                        new StepId(UUID.randomUUID()),
                        new Happened.Reported(
                                "De trap gaat niet meer.",
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        return id;
    }
}
