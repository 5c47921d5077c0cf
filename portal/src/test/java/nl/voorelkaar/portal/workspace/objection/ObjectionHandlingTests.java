package nl.voorelkaar.portal.workspace.objection;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.decision.BezorgingType;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.BezwaarType;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.Refusals;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ObjectionHandlingTests extends AtDesk {

    private final BezwaarType bezwaren = Partly.made(BezwaarType.class, Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    private ProcedureId besluit;

    @BeforeEach
    void fatimaGotARefusal() {
        besluit = Refusals.refused(procedures, desk.fatima);
    }

    /** Scenario S13. */
    @Test
    void aLawyerTakesInWhatCameByLetterWithItsPostmark() {
        desk.actor = Desk.professional(Role.JUR);
        desk.caseOf(desk.fatima, "Awb 7:4", Desk.TODAY.plusMonths(6), Section.BESLUITEN);
        desk.pass(Duration.ofDays(50));
        go("werkplek/bezwaar");
        follow("objection-register");
        press("register-check");
        assertThat(textOf("errors")).contains("Kies hoe het binnenkwam");
        fill("register-channel", "LETTER");
        fill("register-received", "2026-11-20");
        fill("register-posted", "2026-11-21");
        press("register-check");
        assertThat(textOf("errors")).contains("kan niet later op de post zijn");
        fill("register-posted", "2026-11-16");
        fill("register-grounds", "Ik val van de trap.");
        press("register-check");
        assertThat(screen()).contains("maandag 16 november 2026").contains("Wij zeggen nee tegen een traplift");
        press("register-send");

        assertThat(screen())
                .contains("vrijdag 20 november 2026, met een brief die op maandag 16 november 2026 op de post ging")
                .contains("Ja, op tijd gepost")
                .contains("Ik val van de trap.");
        assertThat(textOf("objection-state")).contains("Bevestigd");
        go("werkplek/bezwaar");
        assertThat(handles("objection-row")).hasSize(1);
        follow("objection-register");
        assertThat(screen()).contains("Hier is nu geen besluit voor bezwaar");
    }

    @Test
    void onlyALawyerTakesItIn() {
        desk.actor = Desk.professional(Role.JUR);
        desk.caseOf(desk.fatima, "Awb 7:4", Desk.TODAY.plusMonths(6), Section.BESLUITEN);
        go("werkplek/bezwaar");
        var link = handle("objection-register").getElement().getAttribute("href");
        desk.actor = Desk.professional(Role.KCC);
        go(link.substring(1));
        assertThat(handles("register-check")).isEmpty();
    }

    @Test
    void theLawyerSeesTheFilesAndWhatCanBeDone() {
        var id = objects();
        desk.actor = Desk.professional(Role.JUR);
        procedures.give(id, desk.actor.id());
        go("werkplek/bezwaar/" + id);
        assertThat(textOf("objection-files")).contains("huisarts.pdf").contains("Ontvangen van de inwoner");
        assertThat(handles("objection-file-download")).hasSize(1);
        press("hearing-plan");
        assertThat(textOf("errors")).contains("Vul");
        fill("hearing-day", "2026-10-17");
        fill("hearing-time", "10.00");
        fill("hearing-place", "Stadhuis");
        press("hearing-plan");
        assertThat(textOf("errors")).contains("Dit is een vrije dag: zaterdag 17 oktober 2026. Kies een werkdag");
        assertThat(handles("hearing-day-wanted")).hasSize(1);
        fill("hearing-day", "2026-10-16");
        assertThat(handles("hearing-day-wanted")).isEmpty();
        press("hearing-plan");
        assertThat(textOf("objection-state"))
                .contains("Hoorzitting gepland")
                .contains("vrijdag 16 oktober 2026 om 10.00 uur, Stadhuis");
        fill("heard-day", "2026-10-06");
        fill("heard-report", "Mevrouw vertelt.");
        press("heard-send");
        assertThat(textOf("errors")).as("the rule, beside the question").contains("Deze dag moet nog komen");
    }

    @Test
    void aDecisionIsLookedAtAsALetterAndDecidedWhenItLeaves() {
        decider();
        press("decide-send");
        assertThat(textOf("errors")).contains("Kies de uitkomst").contains("Vul hier iets in");
        decides();
        assertThat(desk.post.letters).as("looking sends nothing").isEmpty();
        press("look-change");
        assertThat(this.<String>value("decide-reasons")).isEqualTo("U hebt beneden geen plaats.");
        press("decide-send");
        press("letter-send");

        assertThat(desk.post.letters).hasSize(1);
        assertThat(textOf("objection-state")).contains("Beslist");
        assertThat(screen()).contains("naar de rechter tot en met maandag 16 november 2026");
        assertThat(textOf("delivery-ledger")).contains("De brief is verstuurd op maandag 5 oktober 2026");
        assertThat(handles("letter-pdf")).hasSize(1);
    }

    @Test
    void aPostThatIsAwayDecidesNothing() {
        decider();
        desk.post.away = true;
        decides();
        press("letter-send");
        assertThat(screen()).contains("De post nam de brief niet aan");
        assertThat(textOf("objection-state")).doesNotContain("Beslist");
        desk.post.away = false;
        press("decide-deliver");
        assertThat(textOf("objection-state")).contains("Beslist");
        assertThat(desk.post.letters).hasSize(1);
    }

    @Test
    void aLetterThatCameBackGoesAgainAndMovesTheTermForTheCourt() {
        var id = decider();
        decides();
        press("letter-send");
        desk.pass(Duration.ofDays(2));
        desk.post.state = LetterPost.State.RETURNED;
        go("werkplek/bezwaar/" + id);
        assertThat(screen()).contains("De post zegt dat deze brief niet is aangekomen");
        press("letter-failed");
        fill("letter-address", "J. Postma\nNieuwstraat 2");
        desk.post.state = LetterPost.State.ON_ITS_WAY;
        press("letter-again");
        assertThat(desk.post.letters).hasSize(2);
        assertThat(textOf("delivery-ledger")).contains("De brief kwam terug").contains("opnieuw verstuurd");
        assertThat(screen()).contains("naar de rechter tot en met woensdag 18 november 2026");
    }

    @Test
    void whoChoseThePortalGetsNoLetter() {
        procedures.take(
                new Author.Resident(),
                desk.fatima,
                turn -> new BezorgingType().choose(turn, desk.fatima, new StepId(UUID.randomUUID()), true));
        decider();
        assertThat(handles("letter-address")).isEmpty();
        fill("decide-outcome", "ONGEGROND");
        fill("decide-consequence", "GEHANDHAAFD");
        fill("decide-reasons", "U kunt beneden slapen.");
        press("decide-send");
        press("letter-send");
        assertThat(desk.post.letters).isEmpty();
        assertThat(textOf("delivery-ledger")).contains("staat op de site sinds maandag 5 oktober 2026");
    }

    private void decides() {
        fill("decide-outcome", "GEGROND");
        fill("decide-consequence", "HERROEPEN");
        fill("decide-reasons", "U hebt beneden geen plaats.");
        press("decide-send");
    }

    /** A second decider, at an objection without a hearing. */
    private ProcedureId decider() {
        var id = objects();
        procedures.take(
                new Author.Resident(),
                desk.fatima,
                turn -> turn.take(
                        bezwaren,
                        id,
                        new StepId(UUID.randomUUID()),
                        now -> now.waiveHearing(turn.author(), NoHearing.RESIDENT_DECLINED)));
        desk.actor = Desk.professional(Role.BES);
        procedures.give(id, desk.actor.id());
        go("werkplek/bezwaar/" + id);
        return id;
    }

    private ProcedureId objects() {
        var id = new ProcedureId(UUID.randomUUID());
        var besluiten = new BesluitType(Deadlines.usual());
        var resident = new Author.Resident();
        procedures.take(resident, desk.fatima, turn -> {
            turn.start(
                    bezwaren,
                    id,
                    new StepId(UUID.randomUUID()),
                    Bezwaar.file(
                            resident,
                            besluit,
                            turn.find(besluiten, besluit).bekendgemaaktOp().orElseThrow(),
                            Set.of(Refusals.BEA.party()),
                            new ObjectionEvent.Arrived(ObjectionEvent.Channel.PORTAL, Desk.TODAY, Optional.empty()),
                            new Bezwaar.Filing("Ik val.", true, "", "", false, false)));
            turn.take(besluiten, besluit, new StepId(UUID.randomUUID()), now -> now.objectTo(id));
            turn.take(bezwaren, id, new StepId(UUID.randomUUID()), Bezwaar::confirm);
            return turn.take(
                    bezwaren,
                    id,
                    new StepId(UUID.randomUUID()),
                    now -> now.addFile(resident, new PaperId(UUID.randomUUID()), "huisarts.pdf", "application/pdf"));
        });
        return id;
    }

    private void go(String path) {
        UI.getCurrent().navigate(path);
        roundTrip();
    }

    private void follow(String link) {
        go(handle(link).getElement().getAttribute("href").substring(1));
    }
}
