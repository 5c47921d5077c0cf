package nl.voorelkaar.portal.workspace.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.About;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.complaint.KlachtType;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ComplaintHandlingTests extends AtDesk {

    private final KlachtType klachten = Partly.made(KlachtType.class, Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    private final ProcedureId klacht = new ProcedureId(UUID.randomUUID());

    @BeforeEach
    void aComplaintOfFatimaIsOnTheDeskOfWhoHandlesIt() {
        desk.actor = Desk.professional(Role.KLB);
        var resident = new Author.Resident();
        var about =
                new About(Whom.PERSON, Optional.of(new PartyId(new UUID(3, 3)).value()), Optional.of("Anouk Meijer"));
        procedures.take(resident, desk.fatima, turn -> {
            turn.start(
                    klachten,
                    klacht,
                    step(),
                    Klacht.file(resident, new Klacht.Filing(about, "Zij kwam niet.", "", "Dat iemand belt.")));
            return turn.take(klachten, klacht, step(), Klacht::confirm);
        });
        procedures.give(klacht, desk.actor.id());
    }

    @Test
    void theWorkListSaysWhatIsDueFirst() {
        go("werkplek/klachten");
        assertThat(textOf("complaint-row")).contains("maandag 16 november 2026");
        desk.pass(Duration.ofDays(60));
        go("werkplek");
        go("werkplek/klachten");
        assertThat(textOf("complaint-row")).contains("ging voorbij");
    }

    @Test
    void itIsSettledAfterBothWereHeard() {
        go("werkplek/klachten/" + klacht);
        assertThat(this.<String>value("tell-accused-text")).contains("Zij kwam niet.");
        press("complaint-tell-accused");
        assertThat(handles("complaint-tell-accused")).isEmpty();
        assertThat(handles("complaint-settle")).isEmpty();
        fill("plan-hearing-day", "2026-10-12");
        fill("plan-hearing-time", "14.30");
        fill("plan-hearing-place", "Stadhuis");
        press("complaint-plan-hearing");
        fill("hear-resident-report", "Mevrouw wachtte een uur.");
        press("complaint-hear-resident");
        assertThat(handles("complaint-settle")).isEmpty();
        press("complaint-accused-declined");
        fill("settle-findings", "Niemand belde af.");
        press("complaint-settle");
        assertThat(textOf("errors")).contains("nog iets niet ingevuld");
        fill("settle-judgement", "GEGROND");
        fill("settle-conclusions", "Wij bellen voortaan af.");
        press("complaint-settle");
        assertThat(textOf("errors")).contains("Vul een naam en een adres in");
        fill("letter-address", "F. el Amrani\nDorpsstraat 1");
        press("complaint-settle");
        assertThat(desk.post.letters).as("looking sends nothing").isEmpty();
        press("look-change");
        assertThat(this.<String>value("settle-findings")).isEqualTo("Niemand belde af.");
        press("complaint-settle");
        press("letter-send");
        assertThat(desk.post.letters).hasSize(1);
        assertThat(textOf("delivery-ledger")).contains("De brief is verstuurd op maandag 5 oktober 2026");
        assertThat(textOf("complaint-state")).contains("Afgedaan");
        assertThat(screen())
                .contains("Wij bellen voortaan af.")
                .contains("naar de ombudsman tot en met dinsdag 5 oktober 2027");
        go("werkplek/klachten");
        assertThat(screen()).contains("U behandelt nu geen klachten");
    }

    @Test
    void aRefusalOfTheRulesIsSaidBesideTheField() {
        go("werkplek/klachten/" + klacht);
        press("complaint-begin-informally");
        assertThat(textOf("errors")).contains("Vul hier iets in");
        fill("begin-informally-how", "Ik bel u.");
        press("complaint-begin-informally");
        assertThat(textOf("complaint-state")).contains("Eerst samen oplossen");
        press("complaint-extend");
        assertThat(screen()).contains("Vul hier iets in");
    }

    @Test
    void aPostThatIsAwayLosesNothingAndSettlesNothing() {
        heard();
        desk.post.away = true;
        fill("settle-findings", "Niemand belde af.");
        fill("settle-judgement", "GEGROND");
        fill("settle-conclusions", "Wij bellen voortaan af.");
        fill("letter-address", "F. el Amrani\nDorpsstraat 1");
        press("complaint-settle");
        press("letter-send");
        assertThat(screen()).contains("De post nam de brief niet aan");
        assertThat(textOf("complaint-state")).doesNotContain("Afgedaan");
        desk.post.away = false;
        press("settle-deliver");
        assertThat(textOf("complaint-state")).contains("Afgedaan");
        assertThat(desk.post.letters).hasSize(1);
    }

    private void heard() {
        go("werkplek/klachten/" + klacht);
        fill("waive-hearing-why", "RESIDENT_DECLINED");
        press("complaint-waive-hearing");
        press("complaint-accused-declined");
    }

    /** Awb 9:2: a complaint may be told. */
    @Test
    void whatWasToldIsWrittenDownAndGoesOnFromThere() {
        desk.caseOf(desk.fatima, "Awb 9:10", Desk.TODAY.plusMonths(6), Section.KLACHT);
        go("werkplek/klachten");
        follow("complaint-register");
        press("register-check");
        assertThat(textOf("errors")).contains("Schrijf op wat er is gebeurd");
        fill("register-about", "PERSON");
        fill("register-channel", "TOLD");
        fill("register-received", "2026-10-02");
        fill("register-what", "Niemand luisterde.");
        press("register-check");
        assertThat(textOf("errors")).contains("Kies wie het is, of vul een naam in");
        fill("register-name", "De man van de balie");
        press("register-check");
        assertThat(screen()).contains("De man van de balie").contains("vrijdag 2 oktober 2026");
        press("register-send");
        assertThat(screen()).contains("Niemand luisterde.").contains("Verteld aan het loket");
        assertThat(textOf("complaint-state"))
                .as("from the day on which it was told")
                .contains("vrijdag 13 november 2026");
    }

    @Test
    void onlyWhoHandlesComplaintsWritesThemDown() {
        desk.caseOf(desk.fatima, "Awb 9:10", Desk.TODAY.plusMonths(6), Section.KLACHT);
        go("werkplek/klachten");
        var link = handle("complaint-register").getElement().getAttribute("href");
        desk.actor = Desk.professional(Role.JUR);
        go(link.substring(1));
        assertThat(handles("register-check")).isEmpty();
    }

    private void follow(String link) {
        go(handle(link).getElement().getAttribute("href").substring(1));
    }

    @Test
    void aComplaintOfAnotherDeskIsNotThere() {
        procedures.give(klacht, new PartyId(new UUID(9, 9)));
        go("werkplek/klachten/" + klacht);
        assertThat(screen()).doesNotContain("Zij kwam niet.");
    }

    private void go(String path) {
        UI.getCurrent().navigate(path);
        roundTrip();
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
