package nl.voorelkaar.dossier.plan;

import static nl.voorelkaar.dossier.plan.PlanState.AFGESLOTEN;
import static nl.voorelkaar.dossier.plan.PlanState.BIJGESTELD;
import static nl.voorelkaar.dossier.plan.PlanState.CONCEPT;
import static nl.voorelkaar.dossier.plan.PlanState.DEELS_ONDERTEKEND;
import static nl.voorelkaar.dossier.plan.PlanState.DEFINITIEF;
import static nl.voorelkaar.dossier.plan.PlanState.HERROEPEN;
import static nl.voorelkaar.dossier.plan.PlanState.IN_BEDENKTERMIJN;
import static nl.voorelkaar.dossier.plan.PlanState.IN_EVALUATIE;
import static nl.voorelkaar.dossier.plan.PlanState.NIET_AKKOORD;
import static nl.voorelkaar.dossier.plan.PlanState.TER_ONDERTEKENING;
import static nl.voorelkaar.dossier.plan.Planner.ANOUK;
import static nl.voorelkaar.dossier.plan.Planner.FATIMA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;

/** Whatever people try, in whatever order: no state that DOMAIN §2.2 does not know, and no signature lost. */
class AnySequenceTests {

    /** The table of DOMAIN §2.2, written once more. */
    private static final Map<PlanState, Set<PlanState>> TABLE = Map.of(
            CONCEPT, EnumSet.of(CONCEPT, TER_ONDERTEKENING),
            TER_ONDERTEKENING, EnumSet.of(CONCEPT, BIJGESTELD, DEELS_ONDERTEKEND, NIET_AKKOORD),
            DEELS_ONDERTEKEND, EnumSet.of(CONCEPT, BIJGESTELD, IN_BEDENKTERMIJN, NIET_AKKOORD),
            IN_BEDENKTERMIJN, EnumSet.of(IN_BEDENKTERMIJN, HERROEPEN, DEFINITIEF),
            DEFINITIEF, EnumSet.of(DEFINITIEF, IN_EVALUATIE, HERROEPEN),
            IN_EVALUATIE, EnumSet.of(IN_EVALUATIE, BIJGESTELD, AFGESLOTEN),
            BIJGESTELD, EnumSet.of(BIJGESTELD, TER_ONDERTEKENING),
            NIET_AKKOORD, EnumSet.noneOf(PlanState.class),
            HERROEPEN, EnumSet.noneOf(PlanState.class),
            AFGESLOTEN, EnumSet.noneOf(PlanState.class));

    private static final PreparedSignatureType PREPARED = new PreparedSignatureType();
    private static final Author CARER =
            new Author.Resident(Optional.of(new Author.Carer(new PersonId(new UUID(2, 1)), "Youssef el Amrani")));

    private static final List<Author> PEOPLE = List.of(
            FATIMA,
            FATIMA,
            FATIMA,
            ANOUK,
            ANOUK,
            ANOUK,
            Planner.TWEEDE,
            Planner.BRAM,
            Planner.LOKET,
            Planner.AANBIEDER);

    @Test
    void everyPathStaysWithinTheTableAndKeepsEverySignature() {
        var random = new Random(20_261_106);
        var reached = EnumSet.noneOf(PlanState.class);
        for (var run = 0; run < 900; run++) {
            reached.addAll(play(random));
        }
        assertThat(reached).as("the sequences come everywhere").isEqualTo(EnumSet.allOf(PlanState.class));
    }

    /**
     * Whatever a carer makes ready, whatever becomes of the plan meanwhile, and whoever answers in whatever order: it
     * signs nothing by itself, it is offered to the resident exactly as long as the resident can do it, and it ends
     * once.
     */
    @Test
    void aSignatureThatWasMadeReadyIsOfferedAsLongAsItCanBeSetAndEndsOnce() {
        var random = new Random(20_261_107);
        var seen = new HashSet<String>();
        for (var run = 0; run < 300; run++) {
            var planner = new Planner(random.nextInt(3) * 7).filled();
            var ready = new ArrayList<PreparedSignature>();
            for (var turn = 0; turn < 50; turn++) {
                var signed = signatures(planner.plan);
                switch (random.nextInt(4)) {
                    case 0 -> madeReady(random, planner).ifPresent(ready::add);
                    case 1 -> ready.replaceAll(one -> random.nextBoolean() ? one : answered(random, one));
                    default -> anythingHappens(random, planner);
                }
                planner.moved(Duration.ofHours(random.nextInt(40)));
                ready.replaceAll(one -> lapsed(one, planner.now));
                assertThat(signatures(planner.plan)).containsAll(signed);
                for (var one : ready) {
                    seen.add(one.act() + " " + one.state() + " " + offered(one, planner));
                }
            }
        }
        for (var act : PreparedSignature.Act.values()) {
            assertThat(seen).contains(act + " KLAARGEZET true", act + " KLAARGEZET false");
            for (var state : PreparedSignature.State.values()) {
                assertThat(seen).as("the sequences come everywhere").anyMatch(one -> one.startsWith(act + " " + state));
            }
        }
    }

    /** What the resident is offered is what the plan takes from them at this moment, and the other way around. */
    private static boolean offered(PreparedSignature one, Planner planner) {
        var plan = planner.plan;
        var offered = one.fits(plan);
        var sha = plan.versions().isEmpty()
                ? "f".repeat(64)
                : plan.versions().getLast().fingerprint().sha256();
        var act = one.act() == PreparedSignature.Act.SIGN
                ? planner.signing(Signer.RESIDENT, sha, planner.now)
                : (PlanVerb) (now, by, at) -> now.withdraw(by, false, at);
        var takes =
                plan.version().filter(last -> last.number() == one.version()).isPresent()
                        && taken(() -> act.decide(plan, FATIMA, planner.now));
        assertThat(offered).as(one.act() + " in " + plan.state()).isEqualTo(takes);
        assertThat(taken(() -> act.decide(plan, CARER, planner.now)))
                .as("never by the carer")
                .isFalse();
        return offered;
    }

    private static Optional<PreparedSignature> madeReady(Random random, Planner planner) {
        var act = PreparedSignature.Act.values()[random.nextInt(2)];
        var possible = PreparedSignature.fits(act, planner.plan);
        try {
            var event = PreparedSignature.prepare(act, planner.plan, "Kijkt u er rustig naar?");
            assertThat(possible).isTrue();
            return Optional.of(PREPARED.after(PREPARED.begin(planner.plan.of()), step(CARER, event, planner.now)));
        } catch (StepRefused refused) {
            assertThat(possible).isFalse();
            return Optional.empty();
        }
    }

    private static PreparedSignature answered(Random random, PreparedSignature one) {
        for (var other : List.of(CARER, ANOUK, Planner.LOKET)) {
            assertThat(taken(() -> one.confirm(other)) || taken(() -> one.decline(other)))
                    .as("only the resident answers")
                    .isFalse();
        }
        try {
            var answer = random.nextBoolean() ? one.confirm(FATIMA) : one.decline(FATIMA);
            assertThat(one.state()).isEqualTo(PreparedSignature.State.KLAARGEZET);
            return PREPARED.after(one, step(FATIMA, answer, one.at()));
        } catch (StepRefused refused) {
            assertThat(one.state()).isNotEqualTo(PreparedSignature.State.KLAARGEZET);
            return one;
        }
    }

    private static PreparedSignature lapsed(PreparedSignature one, Instant now) {
        return PREPARED.alarms(one).stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .findFirst()
                .map(alarm -> PREPARED.after(one, step(new Author.Clock(), PREPARED.byClock(alarm.verb()), alarm.at())))
                .orElse(one);
    }

    private static Step<PreparedSignature.Event> step(Author by, PreparedSignature.Event event, Instant at) {
        return new Step<>(1, new StepId(UUID.randomUUID()), at, by, event);
    }

    private static void anythingHappens(Random random, Planner planner) {
        try {
            planner.take(PEOPLE.get(random.nextInt(PEOPLE.size())), any(random, planner));
        } catch (StepRefused refused) {
            assertThat(refused.reason()).isInstanceOf(PlanRefusal.class);
        } catch (ChangedMeanwhile changed) {
            assertThat(changed.theirs().step()).isNotNegative();
        }
    }

    private static boolean taken(Supplier<?> verb) {
        try {
            return verb.get() != null;
        } catch (StepRefused refused) {
            return false;
        }
    }

    private static Set<PlanState> play(Random random) {
        var planner = new Planner(random.nextInt(3) * 7);
        if (random.nextInt(3) == 0) {
            planner.givenTo(Planner.BRAM);
        }
        if (random.nextBoolean()) {
            planner.filled();
        } else {
            planner.started();
        }
        var reached = EnumSet.of(planner.plan.state());
        for (var turn = 0; turn < 60; turn++) {
            var before = planner.plan;
            var stepsBefore = planner.steps.size();
            anythingHappens(random, planner);
            if (random.nextInt(4) == 0) {
                planner.moved(Duration.ofHours(random.nextInt(150)));
            }
            reached.add(planner.plan.state());
            legal(planner, stepsBefore, before);
            sound(planner.plan);
        }
        return reached;
    }

    private static void legal(Planner planner, int from, Ondersteuningsplan before) {
        var stands = before;
        for (var step : planner.steps.subList(from, planner.steps.size())) {
            var next = planner.type.after(stands, step);
            assertThat(TABLE.get(stands.state()))
                    .as(stands.state() + " by " + step.event())
                    .contains(next.state());
            assertThat(signatures(next)).as("no signature is lost").containsAll(signatures(stands));
            stands = next;
        }
        var again = planner.type.begin(planner.plan.of());
        for (var step : planner.steps) {
            again = planner.type.after(again, step);
        }
        assertThat(again.content()).isEqualTo(planner.plan.content());
        assertThat(again.state()).isEqualTo(planner.plan.state());
    }

    private static void sound(Ondersteuningsplan plan) {
        var version = plan.version();
        switch (plan.state()) {
            case CONCEPT -> assertThat(version).isEmpty();
            case TER_ONDERTEKENING ->
                assertThat(version.orElseThrow().signatures()).isEmpty();
            case DEELS_ONDERTEKEND ->
                assertThat(version.orElseThrow().signatures()).hasSize(1);
            case IN_BEDENKTERMIJN, DEFINITIEF, HERROEPEN -> {
                assertThat(version.orElseThrow().signedByAll()).isTrue();
                assertThat(plan.coolingOff()).isPresent();
            }
            case NIET_AKKOORD ->
                assertThat(version.orElseThrow().signature(Signer.RESIDENT)).isEmpty();
            case IN_EVALUATIE, BIJGESTELD, AFGESLOTEN -> {}
        }
        plan.versions().forEach(each -> {
            var as = each.signatures().stream().map(Signature::as).toList();
            assertThat(as).doesNotHaveDuplicates();
        });
    }

    private static Set<Signature> signatures(Ondersteuningsplan plan) {
        var all = new HashSet<Signature>();
        plan.versions().forEach(version -> all.addAll(version.signatures()));
        return all;
    }

    private static PlanVerb any(Random random, Planner planner) {
        var part = PlanPart.values()[random.nextInt(PlanPart.values().length)];
        var basedOn = random.nextInt(5) == 0
                ? random.nextInt(10)
                : planner.plan.part(part).step();
        var shas = new ArrayList<>(planner.plan.versions().stream()
                .map(version -> version.fingerprint().sha256())
                .toList());
        shas.add("f".repeat(64));
        var sha = shas.get(Math.max(0, shas.size() - 2 - (random.nextInt(6) == 0 ? 1 : 0)));
        var as = Signer.values()[random.nextInt(2)];
        var loggedIn = planner.now.minus(Duration.ofMinutes(random.nextInt(18)));
        return switch (random.nextInt(22)) {
            case 0, 1 ->
                (plan, by, now) -> plan.write(by, part, "Tekst " + random.nextInt(), random.nextBoolean(), basedOn);
            case 2 -> (plan, by, now) -> plan.setGoal(by, UUID.randomUUID(), "Doel", 0);
            case 3 ->
                (plan, by, now) -> plan.dropGoal(
                        by,
                        Planner.GOAL,
                        plan.goal(Planner.GOAL).map(goal -> goal.text().step()).orElse(0));
            case 4 -> (plan, by, now) -> plan.markTask(by, Planner.TASK, true);
            case 5, 6, 7, 8 ->
                (plan, by, now) ->
                        plan.freeze(by, new PaperId(UUID.randomUUID()), Planner.print(plan), plan.textStep());
            case 9 -> (plan, by, now) -> plan.reopen(by);
            case 10, 11, 12, 13, 14 -> planner.signing(as, sha, loggedIn);
            case 15 ->
                (plan, by, now) ->
                        random.nextInt(3) == 0 ? plan.disagree(by, false, "") : plan.markGoal(by, Planner.GOAL, true);
            case 16 -> (plan, by, now) -> plan.startEarly(by);
            case 17 -> (plan, by, now) -> random.nextInt(3) == 0 ? plan.withdraw(by, false, now) : plan.startEarly(by);
            case 18 -> (plan, by, now) -> plan.evaluate(by);
            case 19 -> (plan, by, now) -> plan.adjust(by);
            case 20 -> (plan, by, now) -> random.nextInt(3) == 0 ? plan.close(by, "") : plan.adjust(by);
            default ->
                (plan, by, now) -> random.nextBoolean()
                        ? plan.signInInk(
                                by,
                                sha,
                                new PaperId(UUID.randomUUID()),
                                CalendarDays.dayOf(now),
                                Optional.empty(),
                                now,
                                planner.deadlines)
                        : plan.withdrawFor(by, Channel.PHONE, CalendarDays.dayOf(now), now);
        };
    }
}
