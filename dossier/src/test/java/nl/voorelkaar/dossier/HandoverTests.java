package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.HandoverRefused;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.ProceduresTests.Talk;
import nl.voorelkaar.dossier.handover.WarmHandovers;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.HandedBack;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import org.junit.jupiter.api.Test;

/** Warme overdracht: the story once, one opens and the other closes, and the resident has a say in who. */
class HandoverTests {

    private static final Set<Section> HERE = Set.of(Section.PLAN);

    private final DossierWorld world = DossierWorld.shared();
    private final WarmHandovers notes = world.workspace.bean(WarmHandovers.class);
    private final Handovers desk = world.workspace.bean(Handovers.class);
    private final Handovers mine = world.resident.bean(Handovers.class);
    private final CaseAssignments cases = world.workspace.bean(CaseAssignments.class);
    private final Procedures werkplek = world.workspace.bean(Procedures.class);
    private final CaseDesk waiting = world.workspace.bean(CaseDesk.class);
    private final Actor.Professional manager = world.professional("Henk Oosterhof", Role.TM);
    private final Actor.Professional anouk = world.professional("Anouk Meijer", Role.GSP);
    private final Actor.Professional bram = world.professional("Bram Visser", Role.CM);
    private final Actor.Resident fatima = world.resident("Fatima");
    private final HandoverId id = new HandoverId(UUID.randomUUID());
    private final ProcedureId talk = begun();

    private ProcedureId begun() {
        var procedure = new ProcedureId(UUID.randomUUID());
        world.resident
                .bean(Procedures.class)
                .take(
                        fatima,
                        fatima.id(),
                        HERE,
                        "plan.say",
                        turn -> turn.start(new Talk(), procedure, step(), new Talk.Said("goedemorgen")));
        give(anouk, procedure);
        return procedure;
    }

    private void give(Actor.Professional to, ProcedureId procedure) {
        waiting.give(
                manager, head(procedure).orElseThrow(), to.id(), world.today().plusDays(42));
    }

    private Optional<ProcedureHead> head(ProcedureId procedure) {
        return waiting.waiting(manager).stream()
                .filter(head -> head.id().equals(procedure))
                .findFirst();
    }

    private Handover offered() {
        return notes.offer(anouk, id, fatima.id(), bram.id(), "Mevrouw wil 's ochtends hulp.");
    }

    @Test
    void oneOpensAndTheOtherClosesInOneGo() {
        var grant = world.grants(fatima, anouk, world.toRead(Section.VERHAAL));
        offered();
        assertThat(words(anouk)).as("until it is accepted").contains("goedemorgen");
        assertRefused(() -> words(bram));

        var handed = desk.accept(bram, id);

        assertThat(handed.state()).isEqualTo(Handover.State.AANVAARD);
        assertThat(words(bram)).contains("goedemorgen");
        assertThat(notes.note(bram, id)).isEqualTo("Mevrouw wil 's ochtends hulp.");
        assertThat(werkplek.handledBy(bram)).extracting(ProcedureHead::id).containsExactly(talk);
        assertThat(cases.heldBy(bram))
                .singleElement()
                .satisfies(one -> assertThat(one.until())
                        .isEqualTo(nl.voorelkaar.consent.CalendarDays.endOf(
                                world.today().plusDays(42))));

        assertRefused(() -> words(anouk));
        assertRefused(() -> notes.note(anouk, id));
        assertRefused(() -> world.workspace.dossiers().open(anouk, fatima.id()));
        assertThat(werkplek.handledBy(anouk)).isEmpty();
        assertThat(cases.heldBy(anouk)).isEmpty();
        assertThat(world.resident.bean(Grants.class).of(fatima))
                .filteredOn(one -> one.id().equals(grant.id()))
                .extracting(Grant::state)
                .containsExactly(Grant.State.BEEINDIGD);
        assertThat(leases(anouk)).isZero();
        assertThat(leases(bram)).isOne();
        assertThat(cases.assignedBy(manager))
                .extracting(CaseAssignment::to)
                .anySatisfy(to -> assertThat(to.id()).isEqualTo(bram.id()));
    }

    @Test
    void theResidentReadsTheNoteAndWhoItIsNow() {
        offered();
        assertThat(world.resident.bean(WarmHandovers.class).note(fatima, id))
                .isEqualTo("Mevrouw wil 's ochtends hulp.");
        desk.accept(bram, id);

        assertThat(mine.of(fatima))
                .singleElement()
                .satisfies(handover -> assertThat(handover.to()).isEqualTo(bram.id()));
        assertThat(world.log(fatima, LedgerEvent.Kind.HANDED_OVER)).hasSize(1);
    }

    @Test
    void whomTheResidentRefusesByNameIsOutAndIsNotGivenTheCaseAgain() {
        offered();
        desk.accept(bram, id);

        mine.refusePerson(fatima, id);

        assertRefused(() -> words(bram));
        assertThat(leases(bram)).isZero();
        assertThat(head(talk).orElseThrow().handedBack())
                .contains(new HandedBack(bram.id(), HandedBack.Why.REFUSED_BY_RESIDENT));
        assertThatThrownBy(() -> give(bram, talk))
                .isInstanceOfSatisfying(
                        ConsentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ConsentRefused.Reason.REFUSED_BY_NAME));
        var carla = world.professional("Carla", Role.CM);
        give(carla, talk);
        assertThat(words(carla)).contains("goedemorgen");
        var back = new HandoverId(UUID.randomUUID());
        reason(
                HandoverRefused.Reason.REFUSED_BY_NAME,
                () -> notes.offer(carla, back, fatima.id(), bram.id(), "Toch weer Bram?"));
        assertThat(world.log(fatima, LedgerEvent.Kind.PERSON_REFUSED)).hasSize(1);
    }

    @Test
    void theResidentCanRefuseBeforeItIsAcceptedAndNothingMoves() {
        offered();
        mine.refusePerson(fatima, id);

        reason(HandoverRefused.Reason.HAS_ENDED, () -> desk.accept(bram, id));
        assertThat(words(anouk)).contains("goedemorgen");
        assertRefused(() -> words(bram));
    }

    /** Who was part of the matter does not get it by this way either, and nothing moves. */
    @Test
    void whoMayNotHandleItDoesNotGetItByTakingOver() {
        werkplek.take(
                anouk,
                fatima.id(),
                HERE,
                "plan.say",
                turn -> turn.take(new Talk(), talk, step(), words -> words.say("niet door " + bram.id())));
        offered();
        reason(HandoverRefused.Reason.EXCLUDED, () -> desk.accept(bram, id));
        assertThat(words(anouk)).contains("goedemorgen");
        assertRefused(() -> words(bram));
        assertThat(leases(bram)).isZero();
        assertThat(leases(anouk)).isOne();
    }

    @Test
    void onlyWhatOneHoldsGoesAndOnlyToWhoseTaskItIs() {
        var jurist = world.professional("Ingrid", Role.JUR);
        assertRefused(() -> notes.offer(bram, id, fatima.id(), anouk.id(), "Ik heb niets."));
        reason(
                HandoverRefused.Reason.NOT_THEIR_TASK,
                () -> notes.offer(anouk, id, fatima.id(), jurist.id(), "Voor de jurist?"));
        offered();
        reason(
                HandoverRefused.Reason.OFFERED_ALREADY,
                () -> notes.offer(anouk, new HandoverId(UUID.randomUUID()), fatima.id(), bram.id(), "Nog een keer."));
        var stranger = world.professional("Sem", Role.CM);
        assertRefused(() -> desk.accept(stranger, id));
        desk.decline(bram, id);
        reason(HandoverRefused.Reason.HAS_ENDED, () -> desk.accept(bram, id));
        assertThat(words(anouk)).contains("goedemorgen");
    }

    private static void reason(HandoverRefused.Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        HandoverRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private java.util.List<String> words(Actor.Professional actor) {
        return werkplek.read(
                actor, fatima.id(), HERE, open -> open.find(new Talk(), talk).words());
    }

    /** In the broker's own database: without one the municipal root key is out of reach. */
    private long leases(Actor.Professional who) {
        return world.past(world.databases.keysOwner())
                .sql(
                        "select count(*) from keystore.statutory_lease where party_id = :party and resident_id = :resident")
                .param("party", who.id().value())
                .param("resident", fatima.id().value())
                .query(Long.class)
                .single();
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
