package nl.voorelkaar.portal.workspace.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.BezorgingType;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DecidingTests extends AtDesk {

    private final AanvraagType aanvragen = new AanvraagType(Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    private ProcedureId aanvraag;

    @BeforeEach
    void anApplicationOfFatimaIsOnTheDeskOfWhoDecides() {
        desk.actor = Desk.professional(Role.BES);
        files(AanvraagEvent.Basis.ONDERZOEK_AFGEROND);
    }

    private void files(AanvraagEvent.Basis basis) {
        aanvraag = new ProcedureId(UUID.randomUUID());
        procedures.take(
                new Author.Resident(),
                desk.fatima,
                turn -> turn.start(
                        aanvragen,
                        aanvraag,
                        step(),
                        Aanvraag.file("Een traplift", Law.WMO, basis, Optional.empty(), Optional.empty())));
        procedures.give(aanvraag, desk.actor.id());
    }

    @Test
    void thePageSaysWhoseApplicationItIs() {
        desk.caseOf(desk.fatima, "Wmo 2.3.5", Desk.TODAY.plusMonths(3), Section.BESLUITEN);
        go("werkplek/besluiten/" + aanvraag);
        assertThat(screen()).contains("Aanvraag van Fatima el Amrani");
    }

    @Test
    void theWorkListWarnsFromTenDaysBefore() {
        go("werkplek/besluiten");
        assertThat(textOf("case")).contains("Beslissen uiterlijk op maandag 19 oktober 2026");
        desk.pass(Duration.ofDays(20));
        go("werkplek/besluiten");
        assertThat(textOf("case")).contains("Te laat");
    }

    @Test
    void aRefusalGoesFromCompleteToAnnouncedInStepsOfTheirOwn() {
        go("werkplek/besluiten/" + aanvraag);
        press("complete");
        assertThat(textOf("aanvraag-state")).contains("In behandeling");
        writeRefusal("");
        assertThat(textOf("decision-missing")).contains("De motivering");
        assertThat(handles("decision-establish")).isEmpty();
        writeRefusal("Uw trap is te smal voor een lift.");
        press("decision-establish");
        assertThat(textOf("decision-state")).contains("Vastgesteld, nog niet bekendgemaakt");
        assertThat(desk.post.letters).as("establishing sends nothing").isEmpty();

        press("decision-announce");
        assertThat(textOf("errors")).contains("Vul een naam en een adres in");
        fill("letter-address", "J. Postma\nDorpsstraat 1\n1234 AB Voorbeeldstad");
        press("decision-announce");

        assertThat(desk.post.letters).hasSize(1);
        assertThat(textOf("aanvraag-state")).contains("Besloten");
        assertThat(textOf("decision-state")).contains("Bekendgemaakt");
        assertThat(textOf("objection-until")).contains("maandag 16 november 2026");
        assertThat(textOf("delivery-ledger")).contains("De brief is verstuurd op maandag 5 oktober 2026");
    }

    @Test
    void whoDecidesBeforeTheInquiryIsDoneMustSayWhyAndItStaysInSight() {
        files(AanvraagEvent.Basis.VROEG);
        established();
        assertThat(textOf("errors")).contains("Het onderzoek is nog niet af");
        assertThat(textOf("decision-state")).contains("Concept");
        fill("decision-early-why", "De inwoner kan niet wachten.");
        press("decision-establish");
        assertThat(textOf("decision-state")).contains("Vastgesteld, nog niet bekendgemaakt");
        assertThat(screen())
                .contains("Waarom wij niet op het onderzoek wachtten")
                .contains("De inwoner kan niet wachten.");
    }

    @Test
    void aPostThatIsAwayLosesNothing() {
        established();
        desk.post.away = true;
        fill("letter-address", "J. Postma\nDorpsstraat 1");
        press("decision-announce");
        assertThat(screen()).contains("De post nam de brief niet aan").contains("Vastgesteld, nog niet bekendgemaakt");
        desk.post.away = false;
        press("decision-deliver");
        assertThat(desk.post.letters).hasSize(1);
        assertThat(textOf("decision-state")).contains("Bekendgemaakt");
    }

    /** Scenario S11 and a letter that came back. */
    @Test
    void aLetterThatCameBackIsSentAgainAndMovesTheTerm() {
        established();
        fill("letter-address", "J. Postma\nDorpsstraat 1");
        press("decision-announce");
        desk.pass(Duration.ofDays(2));
        desk.post.state = LetterPost.State.RETURNED;
        go("werkplek/besluiten");
        follow("case-open");
        assertThat(screen()).contains("De post zegt dat deze brief niet is aangekomen");
        press("sending-failed");
        fill("letter-address", "J. Postma\nNieuwstraat 2");
        desk.post.state = LetterPost.State.ON_ITS_WAY;
        press("decision-send-again");

        assertThat(desk.post.letters).hasSize(2);
        assertThat(textOf("delivery-ledger"))
                .contains("De brief kwam terug")
                .contains("opnieuw verstuurd op woensdag 7 oktober 2026");
        assertThat(textOf("objection-until")).contains("woensdag 18 november 2026");
    }

    @Test
    void whoChoseThePortalGetsNoLetter() {
        procedures.take(
                new Author.Resident(),
                desk.fatima,
                turn -> new BezorgingType().choose(turn, desk.fatima, step(), true));
        established();
        assertThat(screen()).contains("De inwoner heeft gekozen voor de site");
        press("decision-announce");
        assertThat(desk.post.letters).isEmpty();
        assertThat(textOf("delivery-ledger")).contains("Het besluit staat op de site sinds maandag 5 oktober 2026");
    }

    @Test
    void askingForMoreStopsTheClock() {
        go("werkplek/besluiten/" + aanvraag);
        fill("missing-what", "Uw huurcontract");
        press("missing-ask");
        assertThat(textOf("aanvraag-state")).contains("De termijn staat stil").contains("maandag 19 oktober 2026");
    }

    @Test
    void anotherDossierIsNotThere() {
        go("werkplek/besluiten/" + UUID.randomUUID());
        assertThat(handles("complete")).isEmpty();
        procedures.give(aanvraag, Desk.colleague("Anouk Meijer").id());
        go("werkplek/besluiten/" + aanvraag);
        assertThat(handles("complete")).isEmpty();
    }

    @Test
    void handingBackLeavesTheListAndIsSaidThere() {
        go("werkplek/besluiten/" + aanvraag);
        press("handback-send");
        assertThat(textOf("errors")).contains("Kies een reden");
        assertThat(handles("case")).isEmpty();
        fill("handback-why", "NO_TIME");
        press("handback-send");

        assertThat(screen()).contains("U hebt de zaak teruggegeven").contains("Er wacht geen aanvraag op u");
        go("werkplek/besluiten/" + aanvraag);
        assertThat(handles("complete")).isEmpty();
    }

    @Test
    void whatTheResidentWithdrewStaysToBeReadAmongWhatIsClosed() {
        procedures.take(
                new Author.Resident(),
                desk.fatima,
                turn -> turn.take(aanvragen, aanvraag, step(), now -> now.withdraw(turn.author())));
        go("werkplek/besluiten");
        assertThat(handles("case")).isEmpty();
        assertThat(textOf("case-closed")).contains("Ingetrokken door de inwoner");
        follow("case-open");
        assertThat(textOf("aanvraag-state")).contains("Ingetrokken door de inwoner");
        assertThat(sees("handback-send")).isFalse();
    }

    private void established() {
        go("werkplek/besluiten/" + aanvraag);
        press("complete");
        writeRefusal("Uw trap is te smal voor een lift.");
        press("decision-establish");
    }

    private void writeRefusal(String reasons) {
        fill("draft-result", "AFGEWEZEN");
        fill("draft-short", "Wij zeggen nee op uw aanvraag. U hoeft nu niets te doen.");
        fill("draft-reasons", reasons);
        press("draft-keep");
    }

    private void go(String path) {
        UI.getCurrent().navigate(path);
        roundTrip();
    }

    private void follow(String link) {
        go(handle(link).getElement().getAttribute("href").substring(1));
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
