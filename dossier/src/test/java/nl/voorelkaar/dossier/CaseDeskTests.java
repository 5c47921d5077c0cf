package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.ProceduresTests.Talk;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.HandedBack;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;

/** Cases go from hand to hand, and access by law goes with them. */
class CaseDeskTests {

    private static final Set<Section> HERE = Set.of(Section.PLAN);

    private final DossierWorld world = DossierWorld.shared();
    private final Procedures werkplek = world.workspace.bean(Procedures.class);
    private final CaseDesk desk = world.workspace.bean(CaseDesk.class);
    private final Actor.Professional manager = world.professional("Teammanager", Role.TM);
    private final Actor.Professional anouk = world.professional("Anouk", Role.GSP);
    private final Actor.Resident fatima = world.resident("Fatima");

    @Test
    void whoHandsACaseBackOpensItNoMoreAndTheManagerSeesWhy() {
        var id = begun("goedemorgen");
        gives(id, anouk);

        desk.handBack(anouk, id, HandedBack.Why.TOO_CLOSE);

        assertThat(werkplek.handledBy(anouk)).isEmpty();
        assertRefused(() -> words(anouk, id));
        assertThat(waiting(id).orElseThrow().handedBack())
                .contains(new HandedBack(anouk.id(), HandedBack.Why.TOO_CLOSE));
        var bram = world.professional("Bram", Role.GSP);
        gives(id, bram);
        assertThat(werkplek.handledBy(bram))
                .singleElement()
                .satisfies(head -> assertThat(head.handedBack()).isEmpty());
        assertThat(words(bram, id).words()).containsExactly("goedemorgen");
    }

    @Test
    void whatIsNotOnesOwnIsNotHandedBack() {
        var id = begun("goedemorgen");
        assertRefused(() -> desk.handBack(anouk, id, HandedBack.Why.AWAY));
        gives(id, anouk);
        var bram = world.professional("Bram", Role.GSP);
        assertRefused(() -> desk.handBack(bram, id, HandedBack.Why.AWAY));
        assertThat(werkplek.handledBy(anouk)).hasSize(1);
    }

    @Test
    void aCaseOfWhichTheAccessEndedWaitsAgainWhoeverEndedIt() {
        var byManager = begun("een");
        gives(byManager, anouk);
        var cases = world.workspace.bean(CaseAssignments.class);
        cases.end(manager, cases.assignedBy(manager).getFirst().id());
        assertThat(waiting(byManager)).isPresent();
        assertThat(werkplek.handledBy(anouk)).isEmpty();

        var byClock = begun("twee");
        desk.give(manager, waiting(byClock).orElseThrow(), anouk.id(), world.today());
        world.clock.advance(Duration.ofDays(1));
        world.resident.bean(DueWork.class).expireDue();
        assertThat(desk.waiting(world.professional("Another", Role.TM)))
                .extracting(ProcedureHead::id)
                .contains(byClock);
    }

    /** Nobody gave it to them, so no assignment takes it back: it must not stay with somebody who opens it no more. */
    @Test
    void whatSomebodyStartedWaitsAgainOnceTheyHaveNoCaseLeftHere() {
        var first = world.assigns(anouk, fatima.id());
        var second = world.assigns(anouk, fatima.id());
        var id = new ProcedureId(UUID.randomUUID());
        werkplek.take(
                anouk,
                fatima.id(),
                HERE,
                "plan.say",
                turn -> turn.start(new Talk(), id, step(), new Talk.Said("door mij begonnen")));
        var cases = world.workspace.bean(CaseAssignments.class);
        cases.end(anouk, first.id());
        assertThat(waiting(id)).as("she still has a case here").isEmpty();
        assertThat(werkplek.handledBy(anouk)).extracting(ProcedureHead::id).contains(id);

        cases.end(anouk, second.id());

        assertThat(waiting(id)).isPresent();
        assertThat(werkplek.handledBy(anouk)).isEmpty();
    }

    /** For who hands over: what does not go along. */
    @Test
    void whatNobodyHasIsToldToWhoMayReadItAndToNobodyElse() {
        var given = begun("van Anouk");
        gives(given, anouk);
        var nobodys = begun("van niemand");
        assertThat(desk.ofNobody(anouk, fatima.id()))
                .extracting(ProcedureHead::id)
                .containsExactly(nobodys);
        assertThat(desk.ofNobody(world.professional("Vreemde", Role.GSP), fatima.id()))
                .isEmpty();
        assertThat(desk.ofNobody(manager, fatima.id())).isEmpty();
    }

    @Test
    void whatNeedsADeciderWaitsForOneWhoNeitherHandlesItNorIsExcluded() {
        var before = world.professional("Carla", Role.GSP);
        var id = begun("niet door " + before.id());
        gives(id, anouk);
        assertThat(waiting(id)).isEmpty();

        says(anouk, id, "beslis");

        var ready = waiting(id).orElseThrow();
        assertThat(ready.waitsForDecider()).isTrue();
        for (var wrong : new Actor.Professional[] {anouk, before}) {
            assertThatThrownBy(() ->
                            desk.give(manager, ready, wrong.id(), world.today().plusDays(7)))
                    .isInstanceOf(StepRefused.class);
        }
        var peter = world.professional("Peter", Role.GSP);
        gives(id, peter);
        assertThat(waiting(id)).isEmpty();
        assertThat(werkplek.handledBy(peter)).extracting(ProcedureHead::id).containsExactly(id);
        assertThat(werkplek.handledBy(anouk)).extracting(ProcedureHead::id).containsExactly(id);
        assertThat(words(peter, id).words()).contains("beslis");

        desk.handBack(peter, id, HandedBack.Why.NO_TIME);

        assertThat(waiting(id).orElseThrow().waitsForDecider()).isTrue();
        assertRefused(() -> words(peter, id));
        assertThat(words(anouk, id).words()).as("the other one keeps the case").isNotEmpty();
    }

    @Test
    void whatIsOverKeepsAnAddressUntilTheCaseEnds() {
        var id = begun("goedemorgen");
        gives(id, anouk);
        assertThat(werkplek.closedBy(anouk)).isEmpty();
        says(anouk, id, "tot ziens");

        assertThat(werkplek.handledBy(anouk)).isEmpty();
        assertThat(werkplek.closedBy(anouk)).extracting(ProcedureHead::id).containsExactly(id);
        assertThat(words(anouk, id).words()).endsWith("tot ziens");

        var cases = world.workspace.bean(CaseAssignments.class);
        cases.end(manager, cases.assignedBy(manager).getFirst().id());
        assertThat(werkplek.closedBy(anouk)).isEmpty();
        assertRefused(() -> words(anouk, id));
    }

    @Test
    void onlyWhoseTaskItIsIsOffered() {
        var head = waiting(begun("goedemorgen")).orElseThrow();
        assertThat(desk.fits(head, Role.GSP)).isTrue();
        assertThat(desk.fits(head, Role.JUR)).isFalse();
    }

    private ProcedureId begun(String word) {
        var id = new ProcedureId(UUID.randomUUID());
        world.resident
                .bean(Procedures.class)
                .take(
                        fatima,
                        fatima.id(),
                        HERE,
                        "plan.say",
                        turn -> turn.start(new Talk(), id, step(), new Talk.Said(word)));
        return id;
    }

    private void gives(ProcedureId id, Actor.Professional to) {
        desk.give(manager, waiting(id).orElseThrow(), to.id(), world.today().plusDays(42));
    }

    private Optional<ProcedureHead> waiting(ProcedureId id) {
        return desk.waiting(manager).stream()
                .filter(head -> head.id().equals(id))
                .findFirst();
    }

    private Talk.Words words(Actor.Professional actor, ProcedureId id) {
        return werkplek.read(actor, fatima.id(), HERE, open -> open.find(new Talk(), id));
    }

    private void says(Actor.Professional actor, ProcedureId id, String word) {
        werkplek.take(
                actor,
                fatima.id(),
                HERE,
                "plan.say",
                turn -> turn.take(new Talk(), id, step(), talk -> talk.say(word)));
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
