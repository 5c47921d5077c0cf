package nl.voorelkaar.portal.workspace.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HomeTests extends AtDesk {

    @Autowired
    private RememberedProcedures procedures;

    @Test
    void aFreshYesAndAnEndThatIsNearNeedMeNow() {
        desk.granted(desk.jan, Set.of(Right.READ), Desk.TODAY.plusDays(14), Section.WONEN);

        navigate(HomeView.class);

        assertThat(handles("need")).hasSize(2);
        assertThat(screen())
                .contains("Jan Postma: u mag dit dossier nu lezen")
                .contains("Jan Postma: uw toegang stopt over 14 dagen");
    }

    @Test
    void theDeskSeesHowManyWorriesWait() {
        desk.actor = Desk.professional(Role.KCC);
        desk.worries.add(new Worry(
                UUID.randomUUID(),
                Instant.parse("2026-10-05T06:00:00Z"),
                new Worry.Text("Mijn buurman", "Ik zie hem niet meer.", Optional.empty(), Optional.empty(), true)));

        navigate(HomeView.class);

        assertThat(textOf("worry-count")).contains("1 bericht van iemand die zich zorgen maakt wacht");
    }

    @Test
    void anEndThatIsFarAwayDoesNot() {
        desk.caseOf(desk.jan, "Wmo 2.3.2", Desk.TODAY.plusDays(15), Section.MELDING);

        navigate(HomeView.class);

        assertThat(handles("need")).isEmpty();
        assertThat(screen()).contains("Er ligt nu niets voor u klaar").contains("1 dossier open voor u");
    }

    @Test
    void aRequestThatLapsesSoonNeedsMe() {
        desk.request(desk.jan, AccessRequest.State.AANGEVRAAGD, Period.ofDays(12), Section.WONEN);
        desk.request(desk.fatima, AccessRequest.State.AANGEVRAAGD, Period.ofDays(1), Section.WONEN);

        navigate(HomeView.class);

        assertThat(handles("need")).hasSize(1);
        assertThat(screen())
                .contains("2 verzoeken wachten op antwoord")
                .contains("Uw verzoek van woensdag 23 september 2026 om 9.00 uur verloopt op")
                .contains("Doel: Hulp in huis regelen die bij u past. · Gevonden met het BSN")
                .doesNotContain("Jan Postma");
    }

    @Test
    void aRoleWithoutDossiersGetsACalmExplanation() {
        desk.actor = Desk.professional(Role.FG);

        navigate(HomeView.class);

        assertThat(sees("find-submit")).isFalse();
        assertThat(screen()).contains("Met uw functie opent u geen dossiers");
    }

    @Test
    void whoGetsCasesAndHasNoneIsNotToldThatTheRoleIsWrong() {
        desk.actor = Desk.professional(Role.BES);

        navigate(HomeView.class);

        assertThat(screen()).contains("U hebt nu geen zaken").doesNotContain("Klopt uw functie niet?");
    }

    @Test
    void aTeamManagerStartsFromAssigning() {
        desk.actor = Desk.professional(Role.TM);

        navigate(HomeView.class);

        assertThat(sees("find-submit")).isFalse();
        assertThat(screen()).contains("Zaken toewijzen");
    }

    @Test
    void termsThatAreNearOrOverComeFirstAndCountsLeadToTheirLists() {
        desk.actor = Desk.professional(Role.BES);
        desk.caseOf(desk.fatima, "Wmo 2.3.5", Desk.TODAY.plusMonths(3), Section.BESLUITEN);
        var aanvraag = files();
        procedures.give(aanvraag, desk.actor.id());
        navigate(HomeView.class);
        assertThat(screen()).contains("1 aanvraag bij u").contains("Er ligt nu niets voor u klaar");

        desk.pass(Duration.ofDays(4));
        navigate(HomeView.class);
        assertThat(textOf("need"))
                .contains("Aanvraag van Fatima el Amrani")
                .contains("Uiterlijk maandag 19 oktober 2026")
                .contains("Nieuw: is alles er?");
        desk.pass(Duration.ofDays(11));
        navigate(HomeView.class);
        assertThat(textOf("need")).contains("Te laat. Dit moest klaar zijn op maandag 19 oktober 2026.");
    }

    @Test
    void aCaseIsOpenedByTheNumberOnTheLetterAndOnlyOnesOwn() {
        desk.actor = Desk.professional(Role.BES);
        desk.caseOf(desk.fatima, "Wmo 2.3.5", Desk.TODAY.plusMonths(3), Section.BESLUITEN);
        var mine = files();
        procedures.give(mine, desk.actor.id());
        var other = files();
        navigate(HomeView.class);

        fill("case-number", other.reference());
        press("case-number-go");
        assertThat(screen()).contains("U hebt geen zaak met dit nummer.");

        fill("case-number", mine.reference().replace('-', ' '));
        press("case-number-go");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("werkplek/besluiten/" + mine);
    }

    @Test
    void aTeamManagerSeesHowManyCasesWaitAndHowManyArePressed() {
        desk.actor = Desk.professional(Role.TM);
        files();
        navigate(HomeView.class);
        assertThat(textOf("queue-count")).contains("1 zaak wacht op iemand.").doesNotContain("tien dagen");

        desk.pass(Duration.ofDays(4));
        navigate(HomeView.class);
        assertThat(textOf("queue-count")).contains("1 moet binnen tien dagen klaar zijn");
        desk.pass(Duration.ofDays(11));
        navigate(HomeView.class);
        assertThat(textOf("queue-count")).contains("1 is te laat");
    }

    private ProcedureId files() {
        var id = new ProcedureId(UUID.randomUUID());
        procedures.take(
                new Author.Resident(),
                desk.fatima,
                turn -> turn.start(
                        new AanvraagType(Deadlines.usual()),
                        id,
                        new StepId(UUID.randomUUID()),
                        Aanvraag.file(
                                "Een traplift",
                                Law.WMO,
                                AanvraagEvent.Basis.ONDERZOEK_AFGEROND,
                                Optional.empty(),
                                Optional.empty())));
        return id;
    }
}
