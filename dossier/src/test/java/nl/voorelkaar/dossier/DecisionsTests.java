package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.DecisionRefusal;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Deliveries;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.decision.Result;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.HandedBack;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureAlarms;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;

/** From the application to the decision, by the resident and by who decides, each on their own face. */
class DecisionsTests {

    private static final List<String> HOME = List.of("F. el Amrani", "Dorpsstraat 1", "1234 AB Voorbeeldstad");
    private static final byte[] PDF = {37, 80, 68, 70};

    private final DossierWorld world = DossierWorld.shared();
    private final Decisions residents = world.resident.bean(Decisions.class);
    private final Decisions werkplek = world.workspace.bean(Decisions.class);
    private final Deadlines deadlines = world.resident.bean(Deadlines.class);

    /** No signature, an application all the same, a refusal. How it goes on is in {@link GoldenScenariosTests}. */
    @Test
    void goldenScenarioS4AnApplicationNeedsNoSignatureAndGetsItsDecision() {
        var fatima = world.resident("Fatima");
        assertThat(residents.basis(fatima)).isEqualTo(AanvraagEvent.Basis.VROEG);
        var aanvraag = files(fatima);
        assertThat(aanvraag.state()).isEqualTo(Aanvraag.State.INGEDIEND);
        assertThat(aanvraag.plan()).isEmpty();
        var bea = decider(fatima, aanvraag);
        complete(bea, fatima, aanvraag);
        var besluit = established(bea, fatima, aanvraag);
        assertThat(residents.of(fatima, fatima.id()).aanvragen().getFirst().state())
                .isEqualTo(Aanvraag.State.IN_BEHANDELING);

        var announced = announced(bea, fatima, besluit);

        var seen = residents.of(fatima, fatima.id());
        assertThat(seen.aanvragen().getFirst().state()).isEqualTo(Aanvraag.State.BESLOTEN);
        var decision = seen.besluitOn(aanvraag.id()).orElseThrow();
        assertThat(decision.state()).isEqualTo(Besluit.State.BEKENDGEMAAKT);
        assertThat(decision.result()).isEqualTo(Result.AFGEWEZEN);
        assertThat(decision.decidedBy()).contains(bea.id());
        assertThat(decision.objectionUntil(deadlines))
                .as("one deadline on both faces")
                .isEqualTo(werkplek.of(bea, fatima.id())
                        .besluiten()
                        .getFirst()
                        .objectionUntil(world.workspace.bean(Deadlines.class)));
        assertThat(residents.letter(
                        fatima, fatima.id(), decision.id(), announced.letter().orElseThrow()))
                .isEqualTo(PDF);
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .contains("aanvraag.file", "besluit.establish", "besluit.ready", "besluit.announce");
    }

    @Test
    void goldenScenarioS12WithoutHerChoiceThePortalIsNoWayAndALetterThatLiesReadyIsNotSent() {
        var fatima = world.resident("Fatima");
        var aanvraag = files(fatima);
        var bea = decider(fatima, aanvraag);
        complete(bea, fatima, aanvraag);
        var besluit = established(bea, fatima, aanvraag);
        refused(
                DecisionRefusal.PORTAL_NOT_CHOSEN,
                () -> werkplek.ready(bea, fatima.id(), step(), letter(besluit, Sending.Channel.PORTAAL)));

        var letter = letter(besluit, Sending.Channel.BRIEF);
        var ready = werkplek.ready(bea, fatima.id(), step(), letter);

        assertThat(ready.state()).isEqualTo(Besluit.State.VASTGESTELD);
        assertThat(ready.bekendgemaaktOp()).isEmpty();
        assertRefused(() -> residents.letter(fatima, fatima.id(), besluit.id(), letter.paper()));
        world.clock.advance(Duration.ofHours(1));
        var sent = werkplek.sent(again(fatima), fatima.id(), besluit.id(), step(), letter.sending(), "brief-7");
        assertThat(sent.state()).isEqualTo(Besluit.State.BEKENDGEMAAKT);
        assertThat(sent.bekendgemaaktOp().orElseThrow().day()).isEqualTo(world.today());
    }

    @Test
    void withHerChoiceThePortalIsMadeKnownAtThatMomentAndSheMayChangeHerMind() {
        var fatima = world.resident("Fatima");
        assertThat(residents.of(fatima, fatima.id()).bezorging().inPortal()).isFalse();
        residents.choose(fatima, step(), true);
        assertThat(residents.of(fatima, fatima.id()).bezorging().inPortal()).isTrue();
        var aanvraag = files(fatima);
        var bea = decider(fatima, aanvraag);
        complete(bea, fatima, aanvraag);
        var besluit = established(bea, fatima, aanvraag);

        var click = step();
        var letter = letter(besluit, Sending.Channel.PORTAAL);
        var sent = werkplek.ready(bea, fatima.id(), click, letter);
        werkplek.ready(bea, fatima.id(), click, letter);

        assertThat(sent.state()).isEqualTo(Besluit.State.BEKENDGEMAAKT);
        assertThat(sent.bekendgemaaktOp().orElseThrow().moment()).isEqualTo(world.clock.instant());
        assertThat(werkplek.of(bea, fatima.id()).besluiten().getFirst().sendings())
                .as("twice pressed, once sent")
                .hasSize(1);
        residents.choose(fatima, step(), false);
        assertThat(residents.of(fatima, fatima.id()).bezorging().inPortal()).isFalse();
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .filteredOn("bezorging.choose"::equals)
                .hasSize(2);
    }

    /** The mail bounced, so the second sending counts. */
    @Test
    void goldenScenarioS11AFailedNoticeIsFollowedByALetterAndThatIsTheTimeOfSending() {
        var person = world.person("Fatima");
        var fatima = person.signsIn();
        residents.choose(fatima, step(), true);
        var aanvraag = files(fatima);
        var bea = decider(fatima, aanvraag);
        complete(bea, fatima, aanvraag);
        var first = werkplek.ready(
                bea, fatima.id(), step(), letter(established(bea, fatima, aanvraag), Sending.Channel.PORTAAL));
        var before = first.objectionUntil(deadlines).lastDay();
        world.clock.advance(Duration.ofDays(3));
        var later = again(fatima);

        world.resident.bean(Deliveries.class).failed(fatima.id(), first.id());
        world.resident.bean(Deliveries.class).failed(fatima.id(), first.id());
        world.resident.bean(Deliveries.class).notified(fatima.id(), first.id());

        assertThat(world.workspace.bean(Procedures.class).handledBy(later))
                .filteredOn(head -> head.id().equals(first.id()))
                .singleElement()
                .satisfies(head -> {
                    assertThat(head.state()).isEqualTo("NIET_BEZORGD");
                    assertThat(head.due()).contains(world.today());
                });
        var failed = werkplek.of(later, fatima.id()).besluiten().getFirst();
        assertThat(failed.failed().orElseThrow().failure()).contains(Sending.Failure.MELDING_MISLUKT);
        assertThat(failed.sendings().getLast().notifiedAt())
                .as("once answered for")
                .isEmpty();
        var again = announced(later, fatima, failed);

        assertThat(again.objectionUntil(deadlines).lastDay())
                .isEqualTo(deadlines.of(Rule.OBJECTION, world.today()).lastDay())
                .isAfterOrEqualTo(before);
        assertThat(again.sendings())
                .extracting(Sending::channel)
                .containsExactly(Sending.Channel.PORTAAL, Sending.Channel.BRIEF);
        var seen = residents.of(person.signsIn(), fatima.id()).besluiten().getFirst();
        assertThat(seen.objectionUntil(deadlines)).isEqualTo(again.objectionUntil(deadlines));
    }

    /** From the day after the term to what it costs in the end (D27 and D28). */
    @Test
    void goldenScenarioS6WhenTheTermPassesTheJobSaysSoAndNoticeOfDefaultStartsTheTwoWeeks() {
        var fatima = world.person("Fatima");
        var signedIn = fatima.signsIn();
        var aanvraag = files(signedIn);
        var term = aanvraag.term(deadlines);
        world.clock.advance(Duration.between(world.clock.instant(), term.end().plus(Duration.ofHours(8))));
        world.resident.bean(ProcedureAlarms.class).takeDue();
        var later = fatima.signsIn();

        var late = residents.of(later, later.id()).aanvragen().getFirst();
        assertThat(late.flags()).containsExactly(Aanvraag.Flag.TE_LAAT);
        var noticed = residents.take(
                later,
                later.id(),
                aanvraag.id(),
                step(),
                "default-notice",
                (now, by, at) -> now.giveNotice(by, deadlines, at));

        assertThat(noticed.flags()).contains(Aanvraag.Flag.IN_GEBREKE);
        var penalty = noticed.penalty(deadlines).orElseThrow();
        assertThat(penalty.firstDay())
                .isEqualTo(penalty.grace().lastDay().plusDays(1))
                .isAfterOrEqualTo(world.today().plusDays(15));
        assertThat(penalty.due(penalty.firstDay().plusDays(14)))
                .as("fourteen days")
                .isEqualByComparingTo("322");
        assertThat(penalty.most()).as("never more than forty-two days").isEqualByComparingTo("1442");
    }

    @Test
    void nobodyWithoutTheCaseSeesAnApplication() {
        var fatima = world.resident("Fatima");
        var aanvraag = files(fatima);
        var bea = world.professional("Bea de Boer", Role.BES);
        assertRefused(() -> werkplek.of(bea, fatima.id()));
        assertRefused(() -> complete(bea, fatima, aanvraag));
        assertRefused(() -> residents.of(world.resident("Jan"), fatima.id()));
    }

    @Test
    void whatTheMailServerTookIsInTheLedgerAndInTheLogOfBoth() {
        var fatima = world.resident("Fatima");
        residents.choose(fatima, step(), true);
        var aanvraag = files(fatima);
        var bea = decider(fatima, aanvraag);
        complete(bea, fatima, aanvraag);
        var placed = werkplek.ready(
                bea, fatima.id(), step(), letter(established(bea, fatima, aanvraag), Sending.Channel.PORTAAL));

        world.resident.bean(Deliveries.class).notified(fatima.id(), placed.id());
        world.resident.bean(Deliveries.class).notified(fatima.id(), placed.id());

        assertThat(residents.of(fatima, fatima.id()).besluiten().getFirst().sendings())
                .singleElement()
                .satisfies(sending -> assertThat(sending.notifiedAt()).contains(world.clock.instant()));
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .containsOnlyOnce("besluit.notified");
    }

    @Test
    void aDraftGoesWithItsApplicationFromHandToHand() {
        var fatima = world.resident("Fatima");
        var aanvraag = files(fatima);
        var bea = decider(fatima, aanvraag);
        complete(bea, fatima, aanvraag);
        var draft = established(bea, fatima, aanvraag);
        var desk = world.workspace.bean(CaseDesk.class);
        var manager = world.professional("Teammanager", Role.TM);

        desk.handBack(bea, aanvraag.id(), HandedBack.Why.AWAY);

        assertThat(world.workspace.bean(Procedures.class).handledBy(bea)).isEmpty();
        assertThat(desk.waiting(manager))
                .extracting(ProcedureHead::id)
                .contains(aanvraag.id())
                .doesNotContain(draft.id());
        var peter = world.professional("Peter", Role.BES);
        desk.give(
                manager,
                desk.waiting(manager).stream()
                        .filter(head -> head.id().equals(aanvraag.id()))
                        .findFirst()
                        .orElseThrow(),
                peter.id(),
                world.today().plusDays(42));
        assertThat(world.workspace.bean(Procedures.class).handledBy(peter))
                .extracting(ProcedureHead::id)
                .containsExactlyInAnyOrder(aanvraag.id(), draft.id());
        assertThat(announced(peter, fatima, draft).state()).isEqualTo(Besluit.State.BEKENDGEMAAKT);
    }

    private Aanvraag files(Actor.Resident actor) {
        return residents.file(actor, new ProcedureId(UUID.randomUUID()), step(), "Hulp bij het schoonmaken", Law.WMO);
    }

    private Actor.Professional decider(Actor.Resident resident, Aanvraag aanvraag) {
        var bea = world.professional("Bea de Boer", Role.BES, "bea-" + resident.id());
        var manager = world.professional("Teammanager", Role.TM);
        var desk = world.workspace.bean(CaseDesk.class);
        var waiting = desk.waiting(manager).stream()
                .filter(head -> head.id().equals(aanvraag.id()))
                .findFirst()
                .orElseThrow();
        desk.give(manager, waiting, bea.id(), world.today().plusDays(90));
        assertThat(world.workspace.bean(Procedures.class).handledBy(bea))
                .extracting(ProcedureHead::id)
                .contains(aanvraag.id());
        return bea;
    }

    /** The same person, who signed in just now. */
    private Actor.Professional again(Actor.Resident resident) {
        return world.professional("Bea de Boer", Role.BES, "bea-" + resident.id());
    }

    private Aanvraag complete(Actor.Professional bea, Actor.Resident resident, Aanvraag aanvraag) {
        return werkplek.take(
                bea, resident.id(), aanvraag.id(), step(), "complete", (now, by, at) -> now.findComplete(by));
    }

    private Besluit established(Actor.Professional bea, Actor.Resident resident, Aanvraag aanvraag) {
        var draft = werkplek.draft(
                bea, resident.id(), aanvraag.id(), new ProcedureId(UUID.randomUUID()), step(), refusal());
        refused(DecisionRefusal.INQUIRY_UNFINISHED, () -> werkplek.establish(bea, resident.id(), draft.id(), step()));
        return werkplek.establish(bea, resident.id(), draft.id(), step(), "Er is haast bij.");
    }

    private Besluit announced(Actor.Professional bea, Actor.Resident resident, Besluit besluit) {
        var letter = letter(besluit, Sending.Channel.BRIEF);
        werkplek.ready(bea, resident.id(), step(), letter);
        return werkplek.sent(bea, resident.id(), besluit.id(), step(), letter.sending(), "brief-1");
    }

    private static Decisions.Letter letter(Besluit besluit, Sending.Channel channel) {
        return new Decisions.Letter(
                besluit,
                UUID.randomUUID(),
                channel,
                channel == Sending.Channel.BRIEF ? HOME : List.of(),
                new PaperId(UUID.randomUUID()),
                PDF,
                "0".repeat(64));
    }

    private static DecisionText refusal() {
        return new DecisionText(
                Result.AFGEWEZEN,
                "Wij zeggen nee op uw aanvraag. U hoeft nu niets te doen.",
                "Uw buurvrouw helpt u al.",
                "artikel 2.3.5 van de Wmo 2015",
                List.of(),
                "",
                "Bea de Boer, telefoon 14 0999");
    }

    private static void refused(DecisionRefusal why, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(why));
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
