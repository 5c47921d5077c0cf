package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.deadline.Timeliness;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.decision.Result;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.BezwaarType;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.ObjectionRefusal;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;

/** Scenarios of the domain that go through more than one part of the chain, on both faces. */
class GoldenScenariosTests {

    private static final Set<Section> HERE = Set.of(Section.BESLUITEN);

    private final DossierWorld world = DossierWorld.shared();
    private final Decisions decisions = world.resident.bean(Decisions.class);
    private final Decisions deciding = world.workspace.bean(Decisions.class);
    private final Objections objections = world.resident.bean(Objections.class);
    private final Objections handling = world.workspace.bean(Objections.class);
    private final CaseDesk desk = world.workspace.bean(CaseDesk.class);
    private final Actor.Professional manager = world.professional("Teammanager", Role.TM);
    private final Actor.Professional carla = world.professional("Carla Smit", Role.BES);
    private final Actor.Resident fatima = world.resident("Fatima");

    /**
     * No signature, an application, a refusal, an objection; somebody else decides than who decided first (Awb 7:5).
     */
    @Test
    void goldenScenarioS4WithoutASignatureFromApplicationToADecisionOnTheObjectionBySomebodyElse() {
        var besluit = refused();
        var bezwaar = new ProcedureId(UUID.randomUUID());
        objections.file(
                fatima,
                besluit.id(),
                bezwaar,
                step(),
                new Bezwaar.Filing("Ik kan het niet zelf.", true, "", "", false, false));
        var ingrid = world.professional("Ingrid Smit", Role.JUR);
        gives(bezwaar, ingrid);
        assertThat(waiting(bezwaar)).as("not ready to decide").isEmpty();
        handling.take(
                ingrid,
                fatima.id(),
                bezwaar,
                step(),
                "waive-hearing",
                (now, by, at) -> now.waiveHearing(by, ObjectionEvent.NoHearing.RESIDENT_DECLINED));

        var ready = waiting(bezwaar).orElseThrow();
        assertThat(ready.waitsForDecider()).isTrue();
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(() ->
                        desk.give(manager, ready, carla.id(), world.today().plusDays(7)));
        assertThatExceptionOfType(StepRefused.class)
                .as("her own case would let her in, the rules do not")
                .isThrownBy(() -> decides(carla, bezwaar))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(ObjectionRefusal.DECIDED_BEFORE));
        var peter = world.professional("Peter de Boer", Role.BES);
        assertRefused(() -> decides(peter, bezwaar));
        gives(bezwaar, peter);
        decides(peter, bezwaar);

        var found = objections.find(fatima, fatima.id(), bezwaar);
        assertThat(found.bezwaar().state()).isEqualTo(Bezwaar.State.BESLIST);
        assertThat(found.besluit().state()).isEqualTo(Besluit.State.HERROEPEN);
        var procedures = world.workspace.bean(Procedures.class);
        assertThat(procedures.handledBy(peter)).isEmpty();
        assertThat(procedures.closedBy(peter)).extracting(ProcedureHead::id).containsExactly(bezwaar);
        assertThat(handling.find(peter, fatima.id(), bezwaar).bezwaar().state()).isEqualTo(Bezwaar.State.BESLIST);
    }

    /** DOMAIN D14: posted on the last day, received within a week after it. */
    @Test
    void goldenScenarioS5ALetterPostedOnTheLastDayIsInTimeForAWeek() {
        var letter = received(
                ObjectionEvent.Channel.LETTER,
                LocalDate.parse("2026-04-20"),
                Optional.of(LocalDate.parse("2026-04-13")));
        assertThat(letter.timeliness()).isEqualTo(Timeliness.IN_TIME_BY_POST);
        var late = received(
                ObjectionEvent.Channel.LETTER,
                LocalDate.parse("2026-04-21"),
                Optional.of(LocalDate.parse("2026-04-13")));
        assertThat(late.timeliness()).isEqualTo(Timeliness.LATE);
        assertThat(late.state()).as("taken in all the same").isEqualTo(Bezwaar.State.BEVESTIGD);
    }

    /** Awb 2:16 lid 1 onder b: the wrong electronic way is no reason to refuse it. */
    @Test
    void goldenScenarioS13AnObjectionByMailIsTakenIn() {
        var mail = received(ObjectionEvent.Channel.MAIL, LocalDate.parse("2026-04-13"), Optional.empty());
        assertThat(mail.timeliness()).isEqualTo(Timeliness.IN_TIME);
        assertThat(mail.state()).isEqualTo(Bezwaar.State.BEVESTIGD);
    }

    /** Against a decision of 2 March 2026 (D01), kept and opened again. */
    private Bezwaar received(ObjectionEvent.Channel channel, LocalDate day, Optional<LocalDate> posted) {
        var bezwaren = world.resident.bean(BezwaarType.class);
        var id = new ProcedureId(UUID.randomUUID());
        var procedures = world.resident.bean(Procedures.class);
        procedures.take(fatima, fatima.id(), HERE, "bezwaar.file", turn -> {
            turn.start(
                    bezwaren,
                    id,
                    step(),
                    Bezwaar.file(
                            turn.author(),
                            new ProcedureId(UUID.randomUUID()),
                            Facts.of(Rule.OBJECTION, LocalDate.parse("2026-03-02")),
                            Set.of(carla.id()),
                            new ObjectionEvent.Arrived(channel, day, posted),
                            new Bezwaar.Filing("Ik ben het er niet mee eens.", false, "", "", false, false)));
            return turn.take(bezwaren, id, step(), Bezwaar::confirm);
        });
        return procedures.read(fatima, fatima.id(), HERE, open -> open.find(bezwaren, id));
    }

    private Besluit refused() {
        var aanvraag =
                decisions.file(fatima, new ProcedureId(UUID.randomUUID()), step(), "Hulp bij het schoonmaken", Law.WMO);
        gives(aanvraag.id(), carla);
        deciding.take(carla, fatima.id(), aanvraag.id(), step(), "complete", (now, by, at) -> now.findComplete(by));
        var draft = deciding.draft(
                carla,
                fatima.id(),
                aanvraag.id(),
                new ProcedureId(UUID.randomUUID()),
                step(),
                new DecisionText(
                        Result.AFGEWEZEN,
                        "Wij zeggen nee op uw aanvraag.",
                        "Uw buurvrouw helpt u al.",
                        "artikel 2.3.5 van de Wmo 2015",
                        List.of(),
                        "",
                        "Carla Smit, telefoon 14 0999"));
        var established = deciding.establish(carla, fatima.id(), draft.id(), step(), "Zij vroeg het zelf al aan.");
        var letter = new Decisions.Letter(
                established,
                UUID.randomUUID(),
                Sending.Channel.BRIEF,
                List.of("F. el Amrani", "Dorpsstraat 1", "1234 AB Voorbeeldstad"),
                new PaperId(UUID.randomUUID()),
                new byte[] {37, 80, 68, 70},
                "0".repeat(64));
        deciding.ready(carla, fatima.id(), step(), letter);
        var sent = deciding.sent(carla, fatima.id(), draft.id(), step(), letter.sending(), "brief-1");
        assertThat(sent.objectionUntil(world.resident.bean(Deadlines.class)).lastDay())
                .isAfter(world.today().plusDays(41));
        return sent;
    }

    private void decides(Actor.Professional who, ProcedureId bezwaar) {
        handling.take(
                who,
                fatima.id(),
                bezwaar,
                step(),
                "decide",
                (now, by, at) -> now.decide(
                        by,
                        ObjectionEvent.Outcome.GEGROND,
                        ObjectionEvent.Consequence.HERROEPEN,
                        "U krijgt gelijk.",
                        Optional.empty(),
                        Optional.empty()));
    }

    private void gives(ProcedureId id, Actor.Professional to) {
        desk.give(manager, waiting(id).orElseThrow(), to.id(), world.today().plusDays(60));
    }

    private Optional<ProcedureHead> waiting(ProcedureId id) {
        return desk.waiting(manager).stream()
                .filter(head -> head.id().equals(id))
                .findFirst();
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
