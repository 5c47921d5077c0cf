package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.RememberedProcedures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking for help in one's own words, and reading what others asked for one. */
class MeldingTests extends AtHome {

    private static final String LEAD = "Vertel in uw eigen woorden waar u hulp bij nodig hebt. Dat heet een melding.";

    @Autowired
    private Intake intake;

    @Autowired
    private RememberedProcedures procedures;

    @Test
    void thePageSaysWhatAMeldingIsAlsoWhenSomebodyComesBackToChangeIt() {
        go("mijn/melding");
        assertThat(screen()).containsOnlyOnce(LEAD);
        fill("melding-words", "Ik kan de trap niet meer op.");
        press("melding-check");
        assertThat(screen()).contains("Klopt dit?").doesNotContain(LEAD);
        press("melding-change");
        assertThat(screen()).containsOnlyOnce(LEAD);
        assertThat(this.<String>value("melding-words")).isEqualTo("Ik kan de trap niet meer op.");
        assertThat(meldingen()).isEmpty();
    }

    @Test
    void nothingIsFiledBeforeTheLastClickAndThenThereIsAReceipt() {
        go("mijn/melding");
        press("melding-check");
        assertThat(textOf("errors")).contains("Vertel waar u hulp bij nodig hebt.");
        fill("melding-words", "Ik kan de trap niet meer op.");
        fill("melding-reachable", "Bel mijn dochter.");
        press("melding-check");
        assertThat(meldingen()).isEmpty();
        press("melding-send");
        assertThat(meldingen())
                .singleElement()
                .satisfies(melding -> assertThat(melding.melding().source()).isEmpty());
        assertThat(textOf("melding-receipt"))
                .contains("Ik kan de trap niet meer op.", "Bel mijn dochter.", "onafhankelijke cliëntondersteuner")
                .contains(meldingen().getFirst().id().reference());
    }

    @Test
    void whatIsUnderWayStandsOnTheFirstPageUntilItIsOver() {
        go("mijn");
        assertThat(screen()).doesNotContain("Dit loopt");
        go("mijn/melding");
        fill("melding-words", "Ik kan de trap niet meer op.");
        press("melding-check");
        press("melding-send");
        go("mijn");
        assertThat(textOf("under-way"))
                .contains("Uw vraag om hulp", "Wij hebben uw melding.", "De gemeente moet klaar zijn op ")
                .doesNotContain("trap");
    }

    @Test
    void whoAppliedIsShownTheWayToThatAndNotAskedAgain() {
        var id = filed(new Happened.Source(Happened.Way.BY_PHONE, Optional.empty()));
        life.now = life.now.plus(Duration.ofDays(60));
        go("mijn/melding/" + id);
        assertThat(handles("melding-apply")).hasSize(1);
        procedures.take(
                new Author.Resident(),
                life.actor.id(),
                turn -> turn.start(
                        new AanvraagType(Deadlines.usual()),
                        new ProcedureId(UUID.randomUUID()),
                        new StepId(UUID.randomUUID()),
                        Aanvraag.file(
                                "Een traplift",
                                Law.WMO,
                                AanvraagEvent.Basis.ONDERZOEK_TE_LAAT,
                                Optional.empty(),
                                Optional.empty())));
        go("mijn/melding/" + id);
        assertThat(handles("melding-apply")).isEmpty();
        assertThat(handles("melding-applied")).hasSize(1);
    }

    @Test
    void whatTheDeskWroteDownIsThereWithHowItCame() {
        var id = filed(new Happened.Source(Happened.Way.BY_PHONE, Optional.empty()));
        go("mijn/melding/" + id);
        assertThat(textOf("melding-receipt"))
                .contains("U belde ons. Wij schreven het voor u op.", "Wat wij opschreven");
    }

    @Test
    void whoWorriedIsNamedOnlyWhenTheyMayBe() {
        go("mijn/melding/" + filed(new Happened.Source(Happened.Way.WORRIED, Optional.of("Buurvrouw Els"))));
        assertThat(textOf("melding-receipt")).contains("Buurvrouw Els maakte zich zorgen om u");
        go("mijn/melding/" + filed(new Happened.Source(Happened.Way.WORRIED, Optional.empty())));
        assertThat(textOf("melding-receipt")).contains("Iemand maakte zich zorgen om u");
    }

    private ProcedureId filed(Happened.Source source) {
        var type = new OnderzoekType(Deadlines.usual());
        var id = new ProcedureId(UUID.randomUUID());
        var desk = new Author.Professional(new PartyId(new UUID(3, 3)), Role.KCC, "Joris Bos");
        procedures.take(
                desk,
                life.actor.id(),
                turn -> turn.start(
                        type,
                        id,
                        new StepId(UUID.randomUUID()),
                        new Happened.Reported(
                                "De trap gaat niet meer.",
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(source))));
        return id;
    }

    private List<Onderzoek> meldingen() {
        return intake.of(life.actor, life.actor.id());
    }
}
