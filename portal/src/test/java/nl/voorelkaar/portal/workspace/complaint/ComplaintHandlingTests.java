package nl.voorelkaar.portal.workspace.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.About;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.complaint.KlachtType;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.Partly;
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
        assertThat(textOf("complaint-state")).contains("Afgedaan");
        assertThat(screen()).contains("Wij bellen voortaan af.");
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
