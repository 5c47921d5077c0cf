package nl.voorelkaar.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Timeliness;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.decision.CopiedLetters;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Deliveries;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Result;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Outcome;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;

/** An objection, with its files and its letter, on both faces. */
class ObjectionsTests {

    private static final List<String> HOME = List.of("F. el Amrani", "Dorpsstraat 1", "1234 AB Voorbeeldstad");
    private static final byte[] PDF = "%PDF-1.7\nbrief van de huisarts".getBytes(US_ASCII);
    private static final byte[] LETTER = "%PDF-1.7\nbeslissing".getBytes(US_ASCII);

    private final DossierWorld world = DossierWorld.shared();
    private final Objections home = world.resident.bean(Objections.class);
    private final Objections desk = world.workspace.bean(Objections.class);

    @Test
    void aFileIsKeptOnceAndOpensForWhoHandlesTheObjectionOnly() {
        var fatima = world.resident("Fatima");
        var objection = objects(fatima);
        home.addFile(fatima, fatima.id(), objection.id(), "../huisarts.pdf", PDF);
        var after = home.addFile(fatima, fatima.id(), objection.id(), "huisarts.pdf", PDF)
                .bezwaar();

        assertThat(after.files()).as("sent twice").singleElement().satisfies(one -> {
            assertThat(one.file().name()).isEqualTo("huisarts.pdf");
            assertThat(one.file().mediaType()).isEqualTo("application/pdf");
            assertThat(one.byResident()).isTrue();
        });
        var paper = after.files().getFirst().file().paper();
        var ingrid = works(fatima, "Ingrid Smit", Role.JUR, "Awb 7:4");
        assertThat(desk.file(ingrid, fatima.id(), objection.id(), paper)).isEqualTo(PDF);
        assertRefused(
                () -> desk.file(world.professional("Anouk Meijer", Role.GSP), fatima.id(), objection.id(), paper));
        assertRefused(() -> home.file(fatima, fatima.id(), objection.id(), new PaperId(UUID.randomUUID())));
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .contains("bezwaar.add-file");
    }

    @Test
    void whatIsNoDocumentIsNotKept() {
        var fatima = world.resident("Fatima");
        var id = objects(fatima).id();
        assertNotKept(fatima, id, "brief.pdf", "MZ programma".getBytes(US_ASCII), "NOT_WHAT_ITS_NAME_SAYS");
        assertNotKept(fatima, id, "leeg.pdf", new byte[0], "EMPTY");
        assertNotKept(fatima, id, "groot.pdf", new byte[Procedures.LARGEST_PAPER + 1], "TOO_LARGE");
        assertThat(home.find(fatima, fatima.id(), id).bezwaar().files()).isEmpty();
    }

    private void assertNotKept(Actor.Resident actor, ProcedureId id, String name, byte[] content, String why) {
        assertThatThrownBy(() -> home.addFile(actor, actor.id(), id, name, content))
                .isInstanceOf(DocumentRefused.class)
                .hasMessage(why);
    }

    @Test
    void theDecisionIsThereWhenItsLetterLeavesAndNotBefore() {
        var fatima = world.resident("Fatima");
        var objection = objects(fatima);
        var id = objection.id();
        home.take(
                fatima,
                fatima.id(),
                id,
                step(),
                "waive-hearing",
                (now, by, at) -> now.waiveHearing(by, NoHearing.RESIDENT_DECLINED));
        var peter = works(fatima, "Peter de Groot", Role.BES, "Wmo 2.3.5");
        var letter = letter(Sending.Channel.BRIEF);
        assertThatThrownBy(() ->
                        desk.ready(peter, fatima.id(), id, step(), decision(), letter(Sending.Channel.PORTAAL), LETTER))
                .hasMessageContaining("portal-not-chosen");

        var ready = desk.ready(peter, fatima.id(), id, step(), decision(), letter, LETTER);
        assertThat(ready.bezwaar().state().open()).isTrue();
        assertThat(ready.besluit().state()).isEqualTo(Besluit.State.IN_BEZWAAR);
        assertRefused(() -> home.letter(fatima, fatima.id(), id, letter.paper()));

        var leaving = step();
        desk.sent(peter, fatima.id(), id, leaving, letter.sending(), "brief-1");
        desk.sent(peter, fatima.id(), id, leaving, letter.sending(), "brief-1");

        var seen = home.find(fatima, fatima.id(), id);
        assertThat(seen.bezwaar().state()).isEqualTo(Bezwaar.State.BESLIST);
        assertThat(seen.besluit().state()).isEqualTo(Besluit.State.HERROEPEN);
        assertThat(home.letter(fatima, fatima.id(), id, letter.paper())).isEqualTo(LETTER);
        assertThat(seen.bezwaar().appealUntil())
                .as("one term on both faces")
                .isPresent()
                .isEqualTo(desk.find(peter, fatima.id(), id).bezwaar().appealUntil());
        home.take(fatima, fatima.id(), id, step(), "open", (now, by, at) -> now.openDecision(by));
        assertThat(desk.find(peter, fatima.id(), id).bezwaar().openedAt()).isPresent();
    }

    @Test
    void whoChoseThePortalHasTheDecisionAtOnce() {
        var fatima = world.resident("Fatima");
        world.resident.bean(Decisions.class).choose(fatima, step(), true);
        var id = objects(fatima).id();
        home.take(
                fatima,
                fatima.id(),
                id,
                step(),
                "waive-hearing",
                (now, by, at) -> now.waiveHearing(by, NoHearing.RESIDENT_DECLINED));
        var peter = works(fatima, "Peter de Groot", Role.BES, "Wmo 2.3.5");
        var letter = letter(Sending.Channel.PORTAAL);
        var click = step();
        desk.ready(peter, fatima.id(), id, click, decision(), letter, LETTER);
        var after = desk.ready(peter, fatima.id(), id, click, decision(), letter, LETTER);
        assertThat(after.bezwaar().state()).isEqualTo(Bezwaar.State.BESLIST);
        assertThat(after.bezwaar().sendings().left().all()).as("twice pressed").hasSize(1);
        assertThat(home.letter(fatima, fatima.id(), id, letter.paper())).isEqualTo(LETTER);

        var deliveries = world.resident.bean(Deliveries.class);
        deliveries.notified(fatima.id(), id);
        deliveries.bounced(fatima.id(), id);
        deliveries.bounced(fatima.id(), id);
        var sent = home.find(fatima, fatima.id(), id).bezwaar().sendings();
        assertThat(sent.last().orElseThrow().notifiedAt()).isPresent();
        assertThat(sent.failed().orElseThrow().failure()).contains(Sending.Failure.MELDING_MISLUKT);
        assertThat(head(fatima, id).closed())
                .as("somebody has to send it again")
                .isFalse();
        assertThat(head(fatima, id).state()).isEqualTo(BesluitType.NOT_DELIVERED);

        var again = letter(Sending.Channel.BRIEF);
        desk.ready(peter, fatima.id(), id, step(), after.bezwaar().decision().orElseThrow(), again, LETTER);
        desk.sent(peter, fatima.id(), id, step(), again.sending(), "brief-2");
        assertThat(head(fatima, id).closed()).isTrue();
        assertThat(head(fatima, id).state()).isEqualTo(Bezwaar.State.BESLIST.name());
        var term = home.find(fatima, fatima.id(), id).bezwaar().appealUntil().orElseThrow();
        assertThat(term.facts().failedSending())
                .as("the second sending starts the term (Awb 2:11)")
                .isEqualTo(world.today());
    }

    private ProcedureHead head(Actor.Resident resident, ProcedureId id) {
        return world.resident.bean(Procedures.class).heads(resident).stream()
                .filter(head -> head.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Scenario S13: a way that was not meant for it is a way all the same. */
    @Test
    void whatCameByMailIsTakenInByTheLawyerAndTheResidentHasTheReceipt() {
        var fatima = world.resident("Fatima");
        var besluit = refused(fatima);
        var ingrid = works(fatima, "Ingrid Smit", Role.JUR, "Awb 7:4");
        var id = new ProcedureId(UUID.randomUUID());
        var click = step();
        for (var press = 0; press < 2; press++) {
            desk.register(
                    ingrid,
                    fatima.id(),
                    besluit,
                    id,
                    click,
                    new ObjectionEvent.Arrived(ObjectionEvent.Channel.MAIL, world.today(), Optional.empty()),
                    filing());
        }
        var seen = home.find(fatima, fatima.id(), id);
        assertThat(seen.bezwaar().state()).isEqualTo(Bezwaar.State.BEVESTIGD);
        assertThat(seen.bezwaar().timeliness()).isEqualTo(Timeliness.IN_TIME);
        assertThat(seen.besluit().state()).isEqualTo(Besluit.State.IN_BEZWAAR);
        assertThat(desk.whose(ingrid, id)).as("on the lawyer's list").contains(fatima.id());
        assertThat(desk.of(ingrid, fatima.id())).hasSize(1);
    }

    /** Awb 6:11, 7:2 and 7:11: nobody is sent away, a person judges, and what is decided is one thing on both faces. */
    @Test
    void aDayTooLateItIsTakenInExcusedHeardAndDecidedAnew() {
        var person = world.person("Fatima");
        var besluit = refused(person.signsIn());
        var decisions = world.resident.bean(Decisions.class);
        var asked = person.signsIn();
        var term = decisions
                .of(asked, asked.id())
                .besluiten()
                .getFirst()
                .objectionUntil(world.resident.bean(Deadlines.class));
        until(term.end().plus(Duration.ofHours(9)));
        var fatima = person.signsIn();

        var filed = home.file(fatima, besluit, new ProcedureId(UUID.randomUUID()), step(), filing());

        var id = filed.bezwaar().id();
        assertThat(filed.bezwaar().state()).as("taken in all the same").isEqualTo(Bezwaar.State.BEVESTIGD);
        assertThat(filed.bezwaar().timeliness()).isEqualTo(Timeliness.LATE);
        assertThat(filed.besluit().state()).isEqualTo(Besluit.State.IN_BEZWAAR);
        var ingrid = works(fatima, "Ingrid Smit", Role.JUR, "Awb 7:4");
        takes(ingrid, fatima, id, "ask-why-late", (now, by, at) -> now.askWhyLate(by));
        takes(fatima, fatima, id, "why-late", (now, by, at) -> now.giveLateReason(by, "Ik lag in het ziekenhuis."));
        takes(ingrid, fatima, id, "judge-lateness", (now, by, at) -> now.judgeLateness(by, true, "Dat telt."));
        var hearing = world.clock.instant().plus(Duration.ofDays(12));
        takes(
                ingrid,
                fatima,
                id,
                "plan-hearing",
                (now, by, at) -> now.planHearing(by, hearing, "Stadhuis, kamer 2", at));
        until(hearing.plus(Duration.ofHours(2)));
        fatima = person.signsIn();
        ingrid = works(fatima, "Ingrid Smit", Role.JUR, "Awb 7:4");
        takes(
                ingrid,
                fatima,
                id,
                "hear",
                (now, by, at) ->
                        now.hear(by, CalendarDays.dayOf(hearing), List.of("Fatima"), "Beneden is geen plaats.", at));
        var peter = works(fatima, "Peter de Groot", Role.BES, "Awb 7:11");
        assertThat(desk.find(peter, fatima.id(), id).bezwaar().decisionTerm())
                .as("one term on both faces")
                .isEqualTo(home.find(fatima, fatima.id(), id).bezwaar().decisionTerm());
        var anew = new ObjectionEvent.Decided(
                Outcome.GEGROND, Consequence.GEWIJZIGD, "U krijgt de traplift.", Optional.empty(), Optional.empty());
        var letter = letter(Sending.Channel.BRIEF);
        desk.ready(peter, fatima.id(), id, step(), anew, letter, LETTER);
        desk.sent(peter, fatima.id(), id, step(), letter.sending(), "brief-2");

        var seen = home.find(fatima, fatima.id(), id);
        assertThat(seen.bezwaar().state()).isEqualTo(Bezwaar.State.BESLIST);
        assertThat(seen.bezwaar().decision().orElseThrow().reasons()).isEqualTo("U krijgt de traplift.");
        assertThat(seen.besluit().state()).isEqualTo(Besluit.State.GEWIJZIGD);
        assertThat(home.letter(fatima, fatima.id(), id, letter.paper())).isEqualTo(LETTER);
        assertThat(seen.bezwaar().appealUntil())
                .isPresent()
                .isEqualTo(desk.find(peter, fatima.id(), id).bezwaar().appealUntil());
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .containsSubsequence(
                        "bezwaar.decide",
                        "bezwaar.ready",
                        "bezwaar.hear",
                        "bezwaar.plan-hearing",
                        "bezwaar.judge-lateness",
                        "bezwaar.why-late",
                        "bezwaar.ask-why-late",
                        "bezwaar.file");
    }

    /** Whatever happens, in whatever order: one state and one term, whoever looks. */
    @Test
    void whateverIsTriedBothFacesSeeTheSameObjection() {
        var fatima = world.resident("Fatima");
        var id = objects(fatima).id();
        var ingrid = works(fatima, "Ingrid Smit", Role.JUR, "Awb 7:4");
        var hearing = world.clock.instant().plus(Duration.ofDays(20));
        var later = world.today().plusDays(30);
        var verbs = List.<Map.Entry<Actor, Objections.Verb>>of(
                Map.entry(ingrid, (now, by, at) -> now.askRepair(by, "Waarom?", later, at)),
                Map.entry(fatima, (now, by, at) -> now.giveGrounds(by, "Omdat ik val.")),
                Map.entry(ingrid, (now, by, at) -> now.appointCommittee(by)),
                Map.entry(ingrid, (now, by, at) -> now.extend(by, "Wij wachten op een arts.", at)),
                Map.entry(ingrid, (now, by, at) -> now.planHearing(by, hearing, "Stadhuis", at)),
                Map.entry(fatima, (now, by, at) -> now.waiveHearing(by, NoHearing.RESIDENT_DECLINED)),
                Map.entry(fatima, (now, by, at) -> now.noticeDefault(by, at)));
        var random = new Random(7);
        for (var turn = 0; turn < 15; turn++) {
            var any = verbs.get(random.nextInt(verbs.size()));
            try {
                takes(any.getKey(), fatima, id, "try", any.getValue());
            } catch (StepRefused refused) {
                assertThat(refused.reason().key()).startsWith("objection.");
            }
            var here = home.find(fatima, fatima.id(), id);
            var there = desk.find(ingrid, fatima.id(), id);
            assertThat(here.bezwaar()).isEqualTo(there.bezwaar());
            assertThat(here.bezwaar().decisionTerm()).isEqualTo(there.bezwaar().decisionTerm());
            assertThat(here.besluit().objectionUntil(world.resident.bean(Deadlines.class)))
                    .isEqualTo(there.besluit().objectionUntil(world.workspace.bean(Deadlines.class)));
        }
        assertThat(home.find(fatima, fatima.id(), id).bezwaar().steps())
                .as("some of it went")
                .hasSizeGreaterThan(5);
    }

    private void takes(Actor by, Actor.Resident of, ProcedureId id, String name, Objections.Verb verb) {
        (by instanceof Actor.Professional ? desk : home).take(by, of.id(), id, step(), name, verb);
    }

    private void until(Instant moment) {
        world.clock.advance(Duration.between(world.clock.instant(), moment));
    }

    /**
     * Awb 6:17: both see in the delivery ledger that who acts for the resident has a copy; once for each letter that
     * left.
     */
    @Test
    void aCopyForWhoActsForTheResidentStandsInTheLedgerOnBothFaces() {
        var fatima = world.resident("Fatima");
        var copies = world.resident.bean(CopiedLetters.class);
        var decisions = world.resident.bean(Decisions.class);
        var besluit = refused(fatima);
        assertThat(copies.copy(fatima.id(), besluit, letter -> false))
                .as("nobody acts")
                .isEmpty();
        assertThat(decisions.of(fatima, fatima.id()).besluiten().getFirst().sendings())
                .allSatisfy(sending -> assertThat(sending.copiedAt()).isEmpty());

        assertThat(copies.copy(fatima.id(), besluit, letter -> true)).contains(CopiedLetters.Letter.BESLUIT);
        assertThat(copies.copy(fatima.id(), besluit, letter -> true)).isEmpty();
        var bea = works(fatima, "Bea de Boer", Role.BES, "Wmo 2.3.5");
        for (var seen : List.of(
                decisions.of(fatima, fatima.id()),
                world.workspace.bean(Decisions.class).of(bea, fatima.id()))) {
            assertThat(seen.besluiten().getFirst().sendings())
                    .singleElement()
                    .satisfies(sending -> assertThat(sending.copiedAt()).contains(world.clock.instant()));
        }
    }

    private Bezwaar objects(Actor.Resident actor) {
        return home.file(actor, refused(actor), new ProcedureId(UUID.randomUUID()), step(), filing())
                .bezwaar();
    }

    /** A refusal that went by letter. */
    private ProcedureId refused(Actor.Resident actor) {
        var decisions = world.workspace.bean(Decisions.class);
        var aanvraag = world.resident
                .bean(Decisions.class)
                .file(actor, new ProcedureId(UUID.randomUUID()), step(), "Een traplift", Law.WMO);
        var bea = works(actor, "Bea de Boer", Role.BES, "Wmo 2.3.5");
        decisions.take(bea, actor.id(), aanvraag.id(), step(), "complete", (now, by, at) -> now.findComplete(by));
        var draft = decisions.draft(
                bea,
                actor.id(),
                aanvraag.id(),
                new ProcedureId(UUID.randomUUID()),
                step(),
                new DecisionText(
                        Result.AFGEWEZEN,
                        "Wij zeggen nee. U hoeft nu niets te doen.",
                        "U kunt beneden slapen.",
                        "artikel 2.3.5 van de Wmo 2015",
                        List.of(),
                        "",
                        "Bea de Boer, telefoon 14 0999"));
        var besluit = decisions.establish(bea, actor.id(), draft.id(), step(), "Er is haast bij.");
        var letter = new Decisions.Letter(
                besluit,
                UUID.randomUUID(),
                Sending.Channel.BRIEF,
                HOME,
                new PaperId(UUID.randomUUID()),
                LETTER,
                "0".repeat(64));
        decisions.ready(bea, actor.id(), step(), letter);
        decisions.sent(bea, actor.id(), besluit.id(), step(), letter.sending(), "brief-1");
        return besluit.id();
    }

    private Actor.Professional works(Actor.Resident on, String name, Role role, String statute) {
        var professional = world.professional(name, role, name + "-" + on.id());
        world.workspace
                .bean(CaseAssignments.class)
                .assign(
                        world.professional("Teammanager", Role.TM),
                        on.id(),
                        professional.id(),
                        statute,
                        world.today().plusDays(60));
        return professional;
    }

    private static ReadyLetter letter(Sending.Channel channel) {
        return new ReadyLetter(
                UUID.randomUUID(),
                channel,
                channel == Sending.Channel.BRIEF ? HOME : List.of(),
                new PaperId(UUID.randomUUID()),
                "0".repeat(64));
    }

    private static ObjectionEvent.Decided decision() {
        return new ObjectionEvent.Decided(
                Outcome.GEGROND, Consequence.HERROEPEN, "U hebt gelijk.", Optional.empty(), Optional.empty());
    }

    private static Bezwaar.Filing filing() {
        return new Bezwaar.Filing("Ik kan de trap niet op.", true, "", "", false, false);
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
