package nl.voorelkaar.portal.workspace.assigning;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.BezwaarType;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AssigningTests extends AtDesk {

    private final BezwaarType bezwaren = Partly.made(BezwaarType.class, Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    @Test
    void givesAColleagueACaseUnderAStatuteAndEndsIt() {
        desk.actor = Desk.professional(Role.TM);
        find("7KQ4-M2XP");
        fill("assign-to", Desk.colleague("Anouk Meijer").id().toString());
        fill("assign-statute", "Wmo 2.3.2");
        press("assign-send");

        assertThat(desk.assigned).singleElement().satisfies(assignment -> {
            assertThat(assignment.resident()).isEqualTo(desk.fatima);
            assertThat(assignment.statute()).isEqualTo("Wmo 2.3.2");
        });
        assertThat(screen())
                .contains("De zaak is gegeven")
                .contains("Gegeven op maandag 5 oktober 2026 om 9.00 uur")
                .contains("Aan Anouk Meijer, gespreksvoerder")
                .contains("Onderzoek na een melding (Wmo artikel 2.3.2)")
                .doesNotContain("Fatima");

        press("assignment-end");
        assertThat(desk.assigned).hasSize(1);
        press("assignment-end-confirm");

        assertThat(desk.assigned).isEmpty();
    }

    @Test
    void aCaseIsNamedAfterTheResidentOnlyWhenThatDossierIsOpenForTheAssignerToo() {
        desk.actor = Desk.professional(Role.KCC);
        desk.caseOf(desk.fatima, "Wmo 2.3.2", Desk.TODAY.plusMonths(1), Section.CONTACT);
        desk.gave(desk.fatima);
        desk.gave(desk.jan);

        navigate(AssignmentsView.class);

        assertThat(handles("assignment")).hasSize(2);
        assertThat(screen()).contains("Fatima el Amrani").doesNotContain("Jan Postma");
    }

    @Test
    void nothingChosenGivesNothing() {
        desk.actor = Desk.professional(Role.KCC);
        find("7KQ4-M2XP");

        press("assign-send");

        assertThat(desk.assigned).isEmpty();
        assertThat(screen()).contains("Kies een collega.").contains("Kies een wet.");
    }

    @Test
    void ownDossiersAreGivenByNobody() {
        desk.actor = Desk.professional(Role.TM);

        find("AAAA-AAAA");

        assertThat(sees("own-dossier")).isTrue();
        assertThat(sees("assign-send")).isFalse();
        assertThat(desk.attempts).hasSize(1);
    }

    @Test
    void forOtherRolesThereIsNoSuchPage() {
        desk.actor = Desk.professional(Role.CM);

        UI.getCurrent().navigate(WorkspacePaths.ASSIGN);

        assertThat(screen()).contains("Deze pagina is er niet");
        assertThat(sees("find-submit")).isFalse();
    }

    @Test
    void aCaseThatWasHandedBackWaitsWithTheReasonAndGoesToSomebodyElse() {
        var anouk = Desk.colleague("Anouk Meijer");
        desk.colleagues.add(Desk.colleague("Tessa Groen"));
        desk.colleagues.add(Desk.colleague("Carla Smit", Role.BES));
        var melding = reports();
        procedures.give(melding, anouk.id());
        desk.actor = new Actor.Professional(
                anouk.id(),
                Role.GSP,
                anouk.organisation(),
                anouk.team(),
                desk.actor.level(),
                desk.actor.signedInAt(),
                desk.actor.assertion());
        UI.getCurrent().navigate(WorkspacePaths.INQUIRIES + "/" + melding);
        fill("handback-why", "TOO_CLOSE");
        press("handback-send");

        desk.actor = Desk.professional(Role.TM);
        navigate(AssignmentsView.class);

        assertThat(textOf("handed-back"))
                .contains(
                        "Teruggegeven door Anouk Meijer. Reden: Te dichtbij: ik ken de inwoner of was eerder betrokken.");
        assertThat(textOf("waiting-case"))
                .contains("Melding van maandag 5 oktober 2026")
                .contains("Tessa Groen");
        assertThat(textOf("waiting-to")).doesNotContain("Anouk Meijer", "Carla Smit");
        fill("waiting-to", Desk.colleague("Tessa Groen").id().toString());
        press("waiting-give");
        assertThat(handles("waiting-case")).isEmpty();
    }

    @Test
    void anObjectionThatWasHeardWaitsForADeciderWhoDidNotDecideBefore() {
        desk.actor = Desk.professional(Role.TM);
        var lawyer = Desk.colleague("Ingrid Smit", Role.JUR);
        var first = Desk.colleague("Carla Smit", Role.BES);
        var bezwaar = objects(first);
        procedures.give(bezwaar, lawyer.id());
        desk.colleagues.addAll(List.of(lawyer, first));
        navigate(AssignmentsView.class);
        assertThat(handles("waiting-case")).isEmpty();

        onBezwaar(bezwaar, lawyer, (now, by) -> now.waiveHearing(by, ObjectionEvent.NoHearing.RESIDENT_DECLINED));
        navigate(AssignmentsView.class);
        assertThat(textOf("waiting-case")).contains("Klaar om te beslissen").contains("Geen collega mag dit doen");
        assertThat(sees("waiting-give")).isFalse();

        var second = Desk.colleague("Peter de Boer", Role.BES);
        desk.colleagues.add(second);
        navigate(AssignmentsView.class);
        assertThat(textOf("waiting-to")).contains("Peter de Boer").doesNotContain("Carla", "Ingrid", "Anouk");
        fill("waiting-to", second.id().toString());
        press("waiting-give");
        assertThat(handles("waiting-case")).isEmpty();
    }

    private ProcedureId reports() {
        var id = new ProcedureId(UUID.randomUUID());
        var resident = new Author.Resident();
        procedures.take(
                resident,
                desk.fatima,
                turn -> turn.start(
                        new OnderzoekType(Deadlines.usual()),
                        id,
                        step(),
                        Onderzoek.report(
                                resident,
                                new Happened.Reported("Ik val vaak.", false, Optional.empty(), Optional.empty()))));
        return id;
    }

    private ProcedureId objects(Party decidedBefore) {
        var id = new ProcedureId(UUID.randomUUID());
        var resident = new Author.Resident();
        procedures.take(resident, desk.fatima, turn -> {
            turn.start(
                    bezwaren,
                    id,
                    step(),
                    Bezwaar.file(
                            resident,
                            new ProcedureId(UUID.randomUUID()),
                            Facts.of(Rule.OBJECTION, Desk.TODAY),
                            Set.of(decidedBefore.id()),
                            new ObjectionEvent.Arrived(ObjectionEvent.Channel.PORTAL, Desk.TODAY, Optional.empty()),
                            new Bezwaar.Filing("Ik heb die lift nodig.", false, "", "", false, false)));
            return turn.take(bezwaren, id, step(), Bezwaar::confirm);
        });
        return id;
    }

    private void onBezwaar(ProcedureId id, Party by, BiFunction<Bezwaar, Author, ObjectionEvent> verb) {
        var author = new Author.Professional(by.id(), by.role(), by.name());
        procedures.take(author, desk.fatima, turn -> turn.take(bezwaren, id, step(), now -> verb.apply(now, author)));
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }

    private void find(String code) {
        navigate(AssignmentsView.class);
        fill("find-code", code);
        press("find-submit");
    }
}
