package nl.voorelkaar.portal.workspace.experts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.HandoverRefused;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.RememberedConsults;
import nl.voorelkaar.portal.RememberedHandovers;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class ExpertsAndHandoverTests extends AtDesk {

    @Autowired
    private RememberedConsults consults;

    @Autowired
    private RememberedHandovers handovers;

    @Autowired
    private RememberedProcedures procedures;

    private final ConsultId consult = new ConsultId(UUID.randomUUID());
    private final HandoverId handover = new HandoverId(UUID.randomUUID());
    private final UUID work = UUID.randomUUID();
    private Party eva;

    @BeforeEach
    void aCaseAndAnExpert() {
        var other = desk.colleagues.getFirst();
        eva = new Party(
                new PartyId(UUID.randomUUID()),
                "Eva de Boer",
                Role.SPEC,
                other.organisation(),
                other.organisationName(),
                Optional.empty());
        desk.colleagues.add(eva);
        desk.cases.add(new CaseAssignment(
                work,
                desk.fatima,
                other,
                "Wmo 2.3.2",
                Set.of(Section.PLAN),
                desk.actor.signedInAt(),
                CalendarDays.endOf(Desk.TODAY.plusDays(40))));
    }

    private void go(String path) {
        UI.getCurrent().navigate(path);
        roundTrip();
    }

    private Actor.Resident resident() {
        return new Actor.Resident(desk.fatima, desk.actor.level(), desk.actor.signedInAt(), desk.actor.assertion());
    }

    private void asked() {
        consults.ask(
                desk.actor,
                consult,
                desk.fatima,
                eva.id(),
                "Past hier een traplift?",
                Set.of(new EntryId(UUID.randomUUID())),
                LocalDate.of(2026, 10, 19));
    }

    @Test
    void aQuestionIsPutFromACaseAndThenWaitsForTheResident() {
        go("werkplek/experts");
        assertThat(textOf("expert-ask")).contains("Fatima el Amrani");
        go("werkplek/experts/nieuw/" + work);
        press("expert-send");
        assertThat(textOf("errors")).contains("Kies een deskundige", "Schrijf iets op.");
        fill("expert-who", eva.id().toString());
        fill("expert-question", "Past hier een traplift?");
        press("expert-send");
        assertThat(consults.askedBy(desk.actor)).extracting(Consult::expert).containsExactly(eva.id());
        assertThat(textOf("consult-state")).contains("Wacht op de inwoner");
        assertThat(screen()).contains("Inwoner Fatima el Amrani");
        press("expert-withdraw");
        assertThat(textOf("consult-state")).contains("Ingetrokken");
    }

    @Test
    void anExpertReadsThatAndAnswersAndItCloses() {
        asked();
        consults.agree(resident(), consult, new ShownText("", Locale.of("nl")));
        desk.actor = new Actor.Professional(
                eva.id(),
                Role.SPEC,
                desk.actor.organisation(),
                desk.actor.team(),
                desk.actor.level(),
                desk.actor.signedInAt(),
                desk.actor.assertion());
        go("werkplek");
        assertThat(textOf("need")).contains("vraagt u om raad");
        go("werkplek/experts");
        assertThat(sees("expert-ask")).isFalse();
        assertThat(sees("expert-open")).isTrue();
        go("werkplek/experts/" + consult);
        assertThat(textOf("consult-page")).contains("De trap is steil.");
        press("expert-answer-send");
        assertThat(textOf("errors")).contains("Kies ja, nee of advies.");
        fill("expert-verdict-advice", true);
        fill("expert-answer", "Een traplift past hier.");
        press("expert-answer-send");
        assertThat(sees("consult-closed")).isTrue();
        assertThat(screen()).doesNotContain("De trap is steil.");
        go("werkplek/experts");
        assertThat(sees("expert-open")).isFalse();
    }

    @Test
    void anOpenQuestionLeavesTheScreenWhenTheResidentStops() {
        asked();
        consults.agree(resident(), consult, new ShownText("", Locale.of("nl")));
        var asker = desk.actor;
        desk.actor = new Actor.Professional(
                eva.id(),
                Role.SPEC,
                asker.organisation(),
                asker.team(),
                asker.level(),
                asker.signedInAt(),
                asker.assertion());
        go("werkplek/experts/" + consult);
        consults.stop(resident(), consult, new ShownText("", Locale.of("nl")));
        tenSecondsPass();
        assertThat(sees("consult-closed")).isTrue();
        assertThat(screen()).doesNotContain("traplift");
    }

    @Test
    void aCaseIsHandedOverWithANote() {
        go("werkplek/overdracht");
        press("handover-start");
        assertThat(textOf("errors")).contains("Kies een zaak.", "Kies een collega.");
        fill("handover-to", desk.colleagues.getFirst().id().toString());
        fill("handover-note", "Mevrouw wil 's ochtends hulp.");
        var melder = new Author.Resident();
        procedures.take(
                melder,
                desk.fatima,
                turn -> turn.start(
                        new OnderzoekType(Deadlines.usual()),
                        new ProcedureId(UUID.randomUUID()),
                        new StepId(UUID.randomUUID()),
                        Onderzoek.report(
                                melder,
                                new Happened.Reported("Ik val vaak.", false, Optional.empty(), Optional.empty()))));
        chooseTheCase();
        assertThat(textOf("handover-behind")).contains("gaat niet mee", "Melding");
        press("handover-start");
        assertThat(handovers.of(desk.actor)).extracting(Handover::state).containsExactly(Handover.State.AANGEBODEN);
        assertThat(handovers.note(
                        desk.actor, handovers.of(desk.actor).getFirst().id()))
                .as("the colleague and the resident read it too")
                .startsWith("Mevrouw wil 's ochtends hulp.\n\nDit gaat niet mee");
        press("handover-withdraw");
        assertThat(handovers.of(desk.actor)).extracting(Handover::state).containsExactly(Handover.State.INGETROKKEN);
    }

    private void chooseTheCase() {
        fill("handover-case", work.toString());
    }

    @Test
    void aCaseIsTakenOverAndTheNoteIsThere() {
        var anouk = new Actor.Professional(
                desk.colleagues.getFirst().id(),
                Role.GSP,
                desk.actor.organisation(),
                desk.actor.team(),
                desk.actor.level(),
                desk.actor.signedInAt(),
                desk.actor.assertion());
        handovers.offer(anouk, handover, desk.fatima, desk.actor.id(), "Mevrouw wil 's ochtends hulp.");
        go("werkplek");
        assertThat(textOf("need")).contains("wil een zaak aan u overdragen");
        go("werkplek/overdracht");
        assertThat(screen()).doesNotContain("'s ochtends");
        press("handover-accept");
        assertThat(textOf("handover-accepted")).contains("nu van u");
        assertThat(textOf("handover")).contains("Mevrouw wil 's ochtends hulp.");
    }

    @ParameterizedTest
    @EnumSource(HandoverRefused.Reason.class)
    void everyRefusalIsOneClearSentence(HandoverRefused.Reason reason) {
        handovers.refuses = Optional.of(reason);
        go("werkplek/overdracht");
        fill("handover-to", desk.colleagues.getFirst().id().toString());
        fill("handover-note", "Een verhaal.");
        chooseTheCase();
        press("handover-start");
        assertThat(textOf("errors")).doesNotContain("handover.refused");
        assertThat(handovers.of(desk.actor)).isEmpty();
    }
}
