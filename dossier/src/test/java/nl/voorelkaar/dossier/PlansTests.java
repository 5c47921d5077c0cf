package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.handover.WarmHandovers;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.plan.Apply;
import nl.voorelkaar.dossier.plan.ChangedMeanwhile;
import nl.voorelkaar.dossier.plan.Glance;
import nl.voorelkaar.dossier.plan.Glances;
import nl.voorelkaar.dossier.plan.Household;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Intent;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.PlanRefusal;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanStep;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.plan.PlansAtTest;
import nl.voorelkaar.dossier.plan.PreparedSignature;
import nl.voorelkaar.dossier.plan.PreparedSignatures;
import nl.voorelkaar.dossier.plan.Signature;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.plan.Version;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureAlarms;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.seal.AppendedSeals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans of both faces in one database: made together, signed together, kept. */
class PlansTests {

    private final DossierWorld world = DossierWorld.shared();
    private final AppendedSeals seals = new AppendedSeals();
    private final Plans thuis = plans(world.resident);
    private final Plans werkplek = plans(world.workspace);

    private final Households households = world.resident.bean(Households.class);
    private final Households atWork = world.workspace.bean(Households.class);

    private DossierWorld.Person person;
    private Actor.Resident fatima;
    private Actor.Professional anouk;
    private ProcedureId id;

    private Plans plans(DossierWorld.RunningFace face) {
        return PlansAtTest.with(
                face.bean(Procedures.class),
                face.bean(Parties.class),
                face.bean(Carers.class),
                face.bean(Residents.class),
                face.bean(Papers.class),
                face.bean(Deadlines.class),
                seals,
                face.bean(AanvraagType.class),
                face.bean(Decisions.class),
                face.bean(Households.class),
                face == world.workspace ? Optional.of(face.bean(Desk.class)) : Optional.empty());
    }

    @BeforeEach
    void aPlanOfTwo() {
        person = world.person("Fatima el Amrani");
        fatima = person.signsIn();
        anouk = world.professional("Anouk Meijer", Role.GSP);
        world.assigns(anouk, fatima.id());
        id = werkplek.start(step(anouk, new ProcedureId(UUID.randomUUID())), PlanWay.SAMEN, Optional.empty())
                .id();
    }

    @Test
    void bothWriteInOnePlanAndEachSeesTheOther() {
        write(thuis, fatima, PlanPart.WOORDEN, "Ik wil zelf koken");
        write(werkplek, anouk, PlanPart.RESULTAAT, "Fatima kookt zelf");

        var seen = thuis.find(fatima, fatima.id(), id);
        assertThat(seen.part(PlanPart.RESULTAAT).text()).isEqualTo("Fatima kookt zelf");
        assertThat(werkplek.find(anouk, fatima.id(), id).part(PlanPart.WOORDEN).text())
                .isEqualTo("Ik wil zelf koken");
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .containsExactly("plan.write", "plan.write", "plan.start");
    }

    @Test
    void ofTwoWhoChangeOnePartAtOnceOneIsShownTheTextOfTheOther() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(List.<Callable<Optional<String>>>of(
                    () -> writeAtOnce(thuis, fatima, "Van Fatima"), () -> writeAtOnce(werkplek, anouk, "Van Anouk")));
            var one = outcomes.get(0).get();
            var other = outcomes.get(1).get();

            var stands =
                    thuis.find(fatima, fatima.id(), id).part(PlanPart.TIJDPAD).text();
            assertThat(one.isPresent()).isNotEqualTo(other.isPresent());
            assertThat(one.or(() -> other)).contains(stands);
        }
    }

    /** The text of the other, when that was first. */
    private Optional<String> writeAtOnce(Plans plans, Actor actor, String text) {
        try {
            plans.take(step(actor, id), "write", (plan, by, now) -> plan.write(by, PlanPart.TIJDPAD, text, false, 0));
            return Optional.empty();
        } catch (ChangedMeanwhile changed) {
            return Optional.of(changed.theirs().text());
        }
    }

    @Test
    void whoLooksSeesWhoElseDoesAndWhatIsNewWithoutALineInTheLog() {
        var atHome = world.resident.bean(Glances.class);
        var atWork = world.workspace.bean(Glances.class);
        var lines = world.log(fatima).size();
        atWork.look(anouk, fatima.id(), id, Optional.of(PlanPart.TIJDPAD));

        var glance = atHome.look(fatima, fatima.id(), id, Optional.empty());

        assertThat(glance.steps()).isEqualTo(1);
        assertThat(glance.others())
                .containsExactly(new Glance.Reader(Optional.of("Anouk Meijer"), Optional.of(PlanPart.TIJDPAD)));
        assertThat(atWork.look(anouk, fatima.id(), id, Optional.empty()).others())
                .containsExactly(new Glance.Reader(Optional.empty(), Optional.empty()));
        assertThat(world.log(fatima)).hasSize(lines);
        write(thuis, fatima, PlanPart.WOORDEN, "Iets nieuws");
        assertThat(atWork.look(anouk, fatima.id(), id, Optional.empty()).steps())
                .isEqualTo(2);
        world.clock.advance(Glances.PRESENT.plusSeconds(1));
        assertThat(atWork.look(anouk, fatima.id(), id, Optional.empty()).others())
                .isEmpty();
        var stranger = world.professional("Iemand anders", Role.GSP);
        assertRefused(() -> atWork.look(stranger, fatima.id(), id, Optional.empty()));
    }

    @Test
    void aProfessionalWithoutTheCaseSeesNoPlan() {
        var stranger = world.professional("Iemand anders", Role.GSP);
        assertRefused(() -> werkplek.find(stranger, fatima.id(), id));
        assertRefused(() -> werkplek.of(stranger, fatima.id()));
        assertRefused(() -> thuis.find(world.resident("Jan"), fatima.id(), id));
    }

    @Test
    void frozenAndSignedByBothItWaitsUntilTheClockMakesItFinal() {
        var version = frozen();
        assertThat(thuis.paper(fatima, fatima.id(), id, version.frozen())).startsWith("%PDF".getBytes());
        signs(thuis, fatima, version);
        var signed = signs(werkplek, anouk, version);

        assertThat(signed.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        var file = thuis.paper(
                fatima, fatima.id(), id, signed.version().orElseThrow().paper());
        assertThat(seals.inspect(file, version.fingerprint()))
                .extracting(nl.voorelkaar.dossier.seal.Sealed::place)
                .containsExactly("inwoner", "gespreksvoerder");
        assertThat(version.fingerprint().beginsIn(file)).isTrue();
        assertThat(signed.version().orElseThrow().signatures())
                .extracting(Signature::evidence)
                .allSatisfy(evidence -> assertThat(evidence)
                        .contains(version.fingerprint().sha256(), "\"readToTheEnd\":true", "SUBSTANTIEEL"));

        world.clock.advance(Duration.ofDays(20));
        fatima = person.signsIn();
        world.resident.bean(ProcedureAlarms.class).takeDue();
        assertThat(thuis.find(fatima, fatima.id(), id).state()).isEqualTo(PlanState.DEFINITIEF);
        assertThat(refusal(() ->
                        thuis.take(step(fatima, id), "withdraw", (plan, by, now) -> plan.withdraw(by, false, now))))
                .isEqualTo(PlanRefusal.TOO_LATE_TO_WITHDRAW);
    }

    /** S3 and D34: fourteen days after the last signature, until midnight. */
    @Test
    void goldenScenarioS3ComingBackIsPossibleAMinuteBeforeMidnightOfTheLastDayAndNotAMinuteAfter() {
        for (var late : List.of(false, true)) {
            aPlanOfTwo();
            var version = frozen();
            signs(thuis, fatima, version);
            var last = signs(werkplek, anouk, version).coolingOff().orElseThrow();
            var started = thuis.take(step(fatima, id), "start-early", (plan, by, now) -> plan.startEarly(by));
            assertThat(started.startedEarly())
                    .as("begun at once, and coming back stays possible")
                    .isTrue();
            var moment = last.end().plus(Duration.ofMinutes(late ? 1 : -1));
            world.clock.advance(Duration.between(world.clock.instant(), moment));
            fatima = person.signsIn();

            if (late) {
                assertThat(refusal(() -> withdraw())).isEqualTo(PlanRefusal.TOO_LATE_TO_WITHDRAW);
            } else {
                assertThat(withdraw().state()).isEqualTo(PlanState.HERROEPEN);
            }
        }
    }

    private Ondersteuningsplan withdraw() {
        return thuis.take(step(fatima, id), "withdraw", (plan, by, now) -> plan.withdraw(by, false, now));
    }

    @Test
    void twoWhoSignAtTheSameMomentBothGetTheirPlace() throws Exception {
        var version = frozen();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.<Callable<Ondersteuningsplan>>of(
                    () -> signs(thuis, fatima, version), () -> signs(werkplek, anouk, version)))) {
                done.get();
            }
        }
        bothSigned(version);
    }

    @Test
    void aSignatureOfTheOtherWhileOnesOwnIsBeingSealedIsKept() {
        var version = frozen();
        seals.meanwhile(() -> signs(werkplek, anouk, version));

        signs(thuis, fatima, version);

        bothSigned(version);
    }

    private void bothSigned(Version version) {
        var plan = thuis.find(fatima, fatima.id(), id);
        assertThat(plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        var file = thuis.paper(
                fatima, fatima.id(), id, plan.version().orElseThrow().paper());
        assertThat(seals.inspect(file, version.fingerprint())).hasSize(2);
    }

    @Test
    void aCrashBetweenTwoSignaturesLeavesAPlanWithOne() {
        var version = frozen();
        signs(thuis, fatima, version);
        seals.meanwhile(() -> {
            throw new IllegalStateException("the power went");
        });
        var attempt = step(anouk, id);
        assertThatThrownBy(() -> werkplek.sign(attempt, intent(version, Signer.PROFESSIONAL)))
                .hasMessage("the power went");

        var left = thuis.find(fatima, fatima.id(), id);
        assertThat(left.state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
        assertThat(left.version().orElseThrow().signatures()).hasSize(1);

        werkplek.sign(attempt, intent(version, Signer.PROFESSIONAL));
        assertThat(werkplek.sign(attempt, intent(version, Signer.PROFESSIONAL)).state())
                .as("the same attempt again takes no second step")
                .isEqualTo(PlanState.IN_BEDENKTERMIJN);
        bothSigned(version);
    }

    /** A carer makes it ready; nothing is signed until the resident does, and then it is over. */
    @Test
    void aSignatureThatACarerMadeReadyIsTheResidentsToPut() {
        var ready = world.resident.bean(PreparedSignatures.class);
        var mandates = world.resident.bean(Mandates.class);
        var youssef = world.resident("Youssef el Amrani");
        var mandate = new MandateId(UUID.randomUUID());
        mandates.accept(youssef, mandates.invite(fatima, mandate).code(), "Youssef el Amrani");
        mandates.confirm(
                fatima,
                mandate,
                Set.of(MandateScope.ONDERTEKENEN),
                world.today().plusDays(30),
                Mandate.Digest.EACH_ACT,
                "Fatima el Amrani",
                new ShownText("Y. el A. mag dit.", Locale.of("nl")));
        var carer = mandates.acting(youssef, mandate).orElseThrow();
        assertThat(refusal(() -> ready.prepare(
                        carer, id, PreparedSignature.Act.SIGN, "", new ProcedureId(UUID.randomUUID()), newStep())))
                .as("nothing to sign yet")
                .isEqualTo(PlanRefusal.NOT_FROZEN);
        var version = frozen();
        ready.prepare(
                carer,
                id,
                PreparedSignature.Act.SIGN,
                "Lees vooral deel 3",
                new ProcedureId(UUID.randomUUID()),
                newStep());

        assertThat(ready.waiting(fatima)).singleElement().satisfies(one -> {
            assertThat(one.by()).map(Author.Carer::name).contains("Youssef el Amrani");
            assertThat(one.note()).isEqualTo("Lees vooral deel 3");
        });
        assertThat(thuis.find(fatima, fatima.id(), id).version().orElseThrow().signatures())
                .isEmpty();
        assertThat(catchThrowableOfType(
                        AccessRefused.class, () -> thuis.sign(step(carer, id), intent(version, Signer.RESIDENT))))
                .as("by the carer")
                .isNotNull();

        signs(thuis, fatima, version);
        assertThat(ready.waiting(fatima)).isEmpty();
        assertThat(ready.of(carer))
                .extracting(PreparedSignature::state)
                .containsExactly(PreparedSignature.State.BEVESTIGD);
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .filteredOn(
                        line -> "plan.prepare-signature".equals(line.details().get("step"))
                                && line.outcome() == LedgerEvent.Outcome.DONE)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.through()).isPresent());
    }

    @Test
    void aSignatureOnAStaleVersionIsRefused() {
        var first = frozen();
        signs(werkplek, anouk, first);
        thuis.take(step(fatima, id), "reopen", (plan, by, now) -> plan.reopen(by));
        write(thuis, fatima, PlanPart.TIJDPAD, "Voor de winter");
        var second = werkplek.freeze(step(anouk, id)).version().orElseThrow();

        assertThat(refusal(() -> signs(thuis, fatima, first))).isEqualTo(PlanRefusal.STALE_VERSION);

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(signs(thuis, fatima, second).state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
        assertThat(werkplek.find(anouk, fatima.id(), id).versions().getFirst().signatures())
                .hasSize(1);
    }

    @Test
    void anEditWhileItIsBeingSealedVoidsTheSeal() {
        var version = frozen();
        seals.meanwhile(() -> werkplek.take(step(anouk, id), "reopen", (plan, by, now) -> plan.reopen(by)));

        assertThat(refusal(() -> signs(thuis, fatima, version))).isEqualTo(PlanRefusal.STALE_VERSION);

        assertThat(thuis.find(fatima, fatima.id(), id).versions().getLast().signatures())
                .isEmpty();
    }

    @Test
    void anOldLoginDoesNotSign() {
        var version = frozen();
        world.clock.advance(Duration.ofMinutes(16));
        assertThat(refusal(() -> signs(thuis, fatima, version))).isEqualTo(PlanRefusal.SIGN_IN_AGAIN);
    }

    @Test
    void theApplicationIsFiledWithTheSignatureWhenTheResidentChoseSo() {
        var version = frozen();
        var signed = thuis.sign(step(fatima, id), choosing(version, Apply.NOW));

        var filed = application(signed);
        assertThat(filed.state()).isEqualTo(Aanvraag.State.INGEDIEND);
        assertThat(filed.received()).contains(world.clock.instant());
        assertThat(filed.plan()).contains(id);
        assertThat(filed.what()).contains("Over ARRANGEMENT");
    }

    @Test
    void theApplicationWaitsForTheEndOfTheTimeToThinkWhenTheResidentChoseSoAndStopsOnlyWhenAsked() {
        for (var alsoTheApplication : List.of(false, true)) {
            aPlanOfTwo();
            var version = frozen();
            signs(werkplek, anouk, version);
            var signed = thuis.sign(step(fatima, id), choosing(version, Apply.AFTER));
            var prepared = application(signed);
            assertThat(prepared.state()).isEqualTo(Aanvraag.State.KLAARGEZET);
            assertThat(prepared.filesAt())
                    .contains(signed.coolingOff().orElseThrow().end());

            var withdrawn = thuis.withdraw(step(fatima, id), alsoTheApplication);

            assertThat(withdrawn.state()).isEqualTo(PlanState.HERROEPEN);
            assertThat(application(signed).state())
                    .isEqualTo(alsoTheApplication ? Aanvraag.State.INGETROKKEN : Aanvraag.State.KLAARGEZET);
        }
    }

    private static Intent choosing(Version version, Apply apply) {
        return new Intent(
                version.fingerprint().sha256(),
                Signer.RESIDENT,
                "Ik ga akkoord met dit plan.",
                true,
                Optional.of(apply));
    }

    private Aanvraag application(Ondersteuningsplan plan) {
        return world.resident
                .bean(Procedures.class)
                .read(
                        fatima,
                        fatima.id(),
                        java.util.Set.of(Section.BESLUITEN),
                        reading -> reading.find(
                                world.resident.bean(AanvraagType.class),
                                plan.application().orElseThrow()));
    }

    @Test
    void inkIsRegisteredWithItsScan() {
        var version = frozen();
        signs(werkplek, anouk, version);
        var scan = "%PDF-1.7 een scan".getBytes();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                StepRefused.class,
                                () -> werkplek.signInInk(
                                        step(anouk, id),
                                        version.fingerprint().sha256(),
                                        scan,
                                        CalendarDays.dayOf(world.clock.instant()),
                                        Optional.of(Apply.NOT_YET)))
                        .reason())
                .isEqualTo(PlanRefusal.CODE_NEEDED);
        confirmsOnPaper(DeskAct.Kind.SIGN_PLAN);

        var plan = werkplek.signInInk(
                step(anouk, id),
                version.fingerprint().sha256(),
                scan,
                CalendarDays.dayOf(world.clock.instant()),
                Optional.of(Apply.NOT_YET));

        assertThat(plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        var signature = plan.version().orElseThrow().signature(Signer.RESIDENT).orElseThrow();
        assertThat(thuis.paper(fatima, fatima.id(), id, signature.paper())).isEqualTo(scan);
    }

    /** The code from the letter comes back at the desk. */
    private void confirmsOnPaper(DeskAct.Kind kind) {
        var act = werkplek.askPaperCode(step(anouk, id), kind, DeskAct.Channel.BRIEF);
        var office = world.resident.bean(DeskOffice.class);
        office.carryOut(resident -> Optional.empty(), (resident, order) -> true);
        var letter = office.letters().stream()
                .filter(one -> one.act().id().equals(act.id()))
                .findFirst()
                .orElseThrow();
        world.workspace
                .bean(Desk.class)
                .confirm(
                        world.professional("Joris Bos", Role.KCC),
                        fatima.id(),
                        act.id(),
                        letter.code().orElseThrow());
        office.carryOut(resident -> Optional.empty(), (resident, order) -> true);
        assertThat(werkplek.paperCode(step(anouk, id), kind).orElseThrow().state())
                .isEqualTo(DeskAct.State.UITGEVOERD);
    }

    @Test
    void aNewPlanCanBeginWithTheTextOfAnOlderOne() {
        var version = frozen();
        thuis.take(step(fatima, id), "disagree", (plan, by, now) -> plan.disagree(by, false, "Te weinig hulp"));

        var next = werkplek.start(step(anouk, new ProcedureId(UUID.randomUUID())), PlanWay.SAMEN, Optional.of(id));

        assertThat(next.state()).isEqualTo(PlanState.CONCEPT);
        assertThat(next.content()).isEqualTo(version.content());
        assertThat(next.follows()).contains(id);
    }

    @Test
    void aHouseholdMakesOnePlanAndEachSignsInADossierOfTheirOwn() {
        write(thuis, fatima, PlanPart.WOORDEN, "Ik wil zelf koken");
        var version = frozen();
        var code =
                households.invite(fatima, thuis.find(fatima, fatima.id(), id)).text();
        var youssef = world.resident("Youssef el Amrani");
        var own = new ProcedureId(UUID.randomUUID());

        assertThat(households.inviter(youssef, code)).isEqualTo("Fatima el Amrani");
        var joined = households.join(youssef, code.toLowerCase(java.util.Locale.ROOT), own, newStep());

        assertThat(joined.content().goals()).isEqualTo(version.content().goals());
        assertThat(joined.part(PlanPart.WOORDEN).text())
                .as("own words stay with whose they are")
                .isEmpty();
        assertRefused(() -> thuis.find(youssef, fatima.id(), id));
        assertRefused(() -> thuis.find(fatima, youssef.id(), own));
        assertRefused(() -> werkplek.find(anouk, youssef.id(), own));
        assertRefused(() -> households.of(youssef, fatima.id(), id));
        assertThat(households.of(fatima, fatima.id(), id).orElseThrow().members())
                .extracting(Household.Member::name, Household.Member::self, Household.Member::state)
                .containsExactly(
                        tuple("Fatima el Amrani", true, PlanState.TER_ONDERTEKENING),
                        tuple("Youssef el Amrani", false, PlanState.CONCEPT));

        world.assigns(anouk, youssef.id());
        var theirs = werkplek.freeze(stepOf(anouk, youssef, own)).version().orElseThrow();
        thuis.sign(stepOf(youssef, youssef, own), intent(theirs, Signer.RESIDENT));
        werkplek.sign(stepOf(anouk, youssef, own), intent(theirs, Signer.PROFESSIONAL));

        assertThat(other(fatima, id).state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        assertThat(thuis.find(fatima, fatima.id(), id).state())
                .as("nobody signs for another of the household")
                .isEqualTo(PlanState.TER_ONDERTEKENING);
        assertThat(atWork.of(anouk, youssef.id(), own).orElseThrow().members()).hasSize(2);
        thuis.withdraw(stepOf(youssef, youssef, own), false);
        assertThat(other(fatima, id).state()).isEqualTo(PlanState.HERROEPEN);
    }

    @Test
    void aChangeInOnePlanIsShownInTheOthersAndTakenOverByWhoWantsTo() {
        write(thuis, fatima, PlanPart.RESULTAAT, "Fatima kookt zelf");
        var code =
                households.invite(fatima, thuis.find(fatima, fatima.id(), id)).text();
        var youssef = world.resident("Youssef el Amrani");
        var own = new ProcedureId(UUID.randomUUID());
        households.join(youssef, code, own, newStep());
        thuis.take(
                stepOf(youssef, youssef, own),
                "write",
                (plan, by, now) -> plan.write(by, PlanPart.WOORDEN, "Ik wil ook weer sporten", false, 0));
        frozen();

        var shown = other(youssef, own).shared().orElseThrow().text();
        var before = thuis.find(youssef, youssef.id(), own);
        assertThat(before.content().ofTheHousehold()).isNotEqualTo(shown);
        var taken = thuis.take(
                stepOf(youssef, youssef, own),
                "household-take",
                (plan, by, now) -> plan.takeOver(by, shown, before.textStep()));

        assertThat(taken.content().ofTheHousehold()).isEqualTo(shown);
        assertThat(taken.part(PlanPart.WOORDEN).text()).isEqualTo("Ik wil ook weer sporten");
        assertThat(refusal(() -> thuis.take(
                        stepOf(youssef, youssef, own),
                        "household-take",
                        (plan, by, now) -> plan.takeOver(by, shown, plan.textStep()))))
                .isEqualTo(PlanRefusal.NOTHING_NEW);
        assertThat(refusal(() -> thuis.take(
                        stepOf(youssef, youssef, own),
                        "household-take",
                        (plan, by, now) -> plan.takeOver(by, shown, before.textStep()))))
                .as("what was written meanwhile is seen first")
                .isEqualTo(PlanRefusal.MOVED);

        households.leave(youssef, own);
        assertThat(other(fatima, id).left()).isPresent();
        assertThat(other(fatima, id).shared()).isEmpty();
        assertThat(thuis.find(youssef, youssef.id(), own)
                        .part(PlanPart.RESULTAAT)
                        .text())
                .as("the own plan stays")
                .isNotEmpty();
    }

    @Test
    void aCodeOfAHouseholdOpensNothingAndLastsADay() {
        var code =
                households.invite(fatima, thuis.find(fatima, fatima.id(), id)).text();
        assertThatThrownBy(() -> households.inviter(fatima, code))
                .as("one's own")
                .isInstanceOf(Households.CodeRefused.class);
        var young = world.person("Sanne de Wit");
        var sanne = young.signsIn();
        world.resident
                .residents()
                .signedIn(
                        young.bsn,
                        new Residents.Profile(
                                "Sanne de Wit", world.today().minusYears(16).plusDays(1), Optional.empty()),
                        sanne.assertion());
        assertThat(refusal(() -> households.join(sanne, code, new ProcedureId(UUID.randomUUID()), newStep())))
                .isEqualTo(PlanRefusal.TOO_YOUNG_TO_JOIN);

        var youssef = world.resident("Youssef el Amrani");
        for (var wrong : List.of("", "ZZZZ-ZZZZ", "x".repeat(50))) {
            assertThatThrownBy(() -> households.inviter(youssef, wrong)).isInstanceOf(Households.CodeRefused.class);
        }
        world.clock.advance(Households.VALID);
        var later = world.resident("Youssef el Amrani");
        assertThatThrownBy(() -> households.inviter(later, code))
                .isInstanceOfSatisfying(
                        Households.CodeRefused.class,
                        refused -> assertThat(refused.tooManyTries()).isFalse());
        for (var n = 0; n < 9; n++) {
            assertThatThrownBy(() -> households.inviter(later, "2222-2222")).isInstanceOf(Households.CodeRefused.class);
        }
        assertThatThrownBy(() -> households.inviter(later, code))
                .isInstanceOfSatisfying(
                        Households.CodeRefused.class,
                        refused -> assertThat(refused.tooManyTries()).isTrue());
    }

    /**
     * S1, for who reads the plan by consent: an open screen asks every three seconds, and this is the answer it gets.
     */
    @Test
    void goldenScenarioS1ConsentThatIsPausedOrStoppedClosesAnOpenPlanAtOnceAndResumingOpensIt() {
        var dilara = world.professional("Dilara Kaya", Role.AANB);
        var grant = world.grants(fatima, dilara, world.toRead(Section.PLAN));
        var screen = world.workspace.bean(Glances.class);
        var consent = world.resident.bean(Grants.class);
        assertThat(screen.look(dilara, fatima.id(), id, Optional.empty()).steps())
                .isEqualTo(1);
        assertThat(werkplek.find(dilara, fatima.id(), id).id()).isEqualTo(id);

        consent.pause(fatima, grant.id(), DossierWorld.SHOWN);
        assertRefused(() -> screen.look(dilara, fatima.id(), id, Optional.empty()));
        assertRefused(() -> werkplek.find(dilara, fatima.id(), id));
        assertRefused(() -> werkplek.print(dilara, fatima.id(), id));

        consent.resume(fatima, grant.id(), DossierWorld.SHOWN);
        assertThat(screen.look(dilara, fatima.id(), id, Optional.empty()).steps())
                .isEqualTo(1);
        assertThat(werkplek.find(dilara, fatima.id(), id).id()).isEqualTo(id);

        consent.stop(fatima, grant.id(), DossierWorld.SHOWN);
        assertRefused(() -> screen.look(dilara, fatima.id(), id, Optional.empty()));
        assertRefused(() -> werkplek.find(dilara, fatima.id(), id));
        assertThat(world.log(fatima))
                .filteredOn(line -> line.outcome() == LedgerEvent.Outcome.DONE)
                .extracting(line -> line.kind())
                .containsSubsequence(LedgerEvent.Kind.STOPPED, LedgerEvent.Kind.RESUMED, LedgerEvent.Kind.PAUSED);
    }

    /** ADR 0024. */
    @Test
    void afterAHandoverTheCasemanagerFreezesAndSignsAndACasemanagerWithAnotherCaseDoesNot() {
        var bram = world.professional("Bram Visser", Role.CM);
        var carlos = world.professional("Carlos", Role.CM);
        world.assigns(carlos, fatima.id());
        fills();
        var handover = new HandoverId(UUID.randomUUID());
        world.workspace
                .bean(WarmHandovers.class)
                .offer(anouk, handover, fatima.id(), bram.id(), "Zij wil zelf leren koken.");
        assertRefused(() -> werkplek.freeze(step(bram, id)));

        world.workspace.bean(Handovers.class).accept(bram, handover);

        assertThat(refusal(() -> werkplek.freeze(step(carlos, id)))).isEqualTo(PlanRefusal.ROLE_MAY_NOT);
        assertRefused(() -> werkplek.freeze(step(anouk, id)));
        var version = werkplek.freeze(step(bram, id)).version().orElseThrow();
        signs(werkplek, bram, version);
        assertThat(signs(thuis, fatima, version).state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        bothSigned(version);
        assertThat(thuis.find(fatima, fatima.id(), id)
                        .version()
                        .orElseThrow()
                        .signature(Signer.PROFESSIONAL)
                        .orElseThrow()
                        .by())
                .isEqualTo(new Author.Professional(bram.id(), Role.CM, "Bram Visser"));
    }

    /** S9: who is the gespreksvoerder and the resident is one natural person. */
    @Test
    void nobodySignsOneAsTheProfessionalAndAsTheResident() {
        var version = frozen();
        // At work she is found to be Fatima herself, after the case was given.
        world.workspace.bean(Parties.class).related(anouk.id(), java.util.Set.of(fatima.id()), java.util.Set.of());
        signs(thuis, fatima, version);

        assertRefused(() -> signs(werkplek, anouk, version));
        assertRefused(() -> werkplek.find(anouk, fatima.id(), id));

        assertThat(thuis.find(fatima, fatima.id(), id).state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
        assertThat(world.log(fatima))
                .filteredOn(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                .as("she reads that it was tried")
                .extracting(line -> line.details().get("reason"))
                .contains("OWN_DOSSIER");
    }

    private Household.Member other(Actor.Resident actor, ProcedureId plan) {
        return households.of(actor, actor.id(), plan).orElseThrow().others().getFirst();
    }

    private static PlanStep stepOf(Actor actor, Actor.Resident of, ProcedureId plan) {
        return new PlanStep(actor, of.id(), plan, newStep());
    }

    private static StepId newStep() {
        return new StepId(UUID.randomUUID());
    }

    private Version frozen() {
        fills();
        return werkplek.freeze(step(anouk, id)).version().orElseThrow();
    }

    private void fills() {
        for (var item : PlanItem.values()) {
            write(werkplek, anouk, item.parts().getFirst(), "Over " + item);
        }
        thuis.take(
                step(fatima, id),
                "goal",
                (plan, by, now) -> plan.setGoal(by, UUID.randomUUID(), "Ik kom weer buiten", 0));
    }

    private void write(Plans plans, Actor actor, PlanPart part, String text) {
        plans.take(
                step(actor, id),
                "write",
                (plan, by, now) ->
                        plan.write(by, part, text, false, plan.part(part).step()));
    }

    private Ondersteuningsplan signs(Plans plans, Actor actor, Version version) {
        return plans.sign(
                step(actor, id),
                intent(version, actor instanceof Actor.Resident ? Signer.RESIDENT : Signer.PROFESSIONAL));
    }

    private static Intent intent(Version version, Signer as) {
        return new Intent(
                version.fingerprint().sha256(),
                as,
                "Ik ga akkoord met dit plan.",
                true,
                as == Signer.RESIDENT ? Optional.of(Apply.NOT_YET) : Optional.empty());
    }

    private PlanStep step(Actor actor, ProcedureId plan) {
        return new PlanStep(actor, fatima.id(), plan, new StepId(UUID.randomUUID()));
    }

    private static PlanRefusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        var refused = catchThrowableOfType(StepRefused.class, attempt);
        assertThat(refused).isNotNull();
        return (PlanRefusal) refused.reason();
    }
}
