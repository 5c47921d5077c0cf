package nl.voorelkaar.dossier.decision;

import static nl.voorelkaar.dossier.decision.Walk.ANOUK;
import static nl.voorelkaar.dossier.decision.Walk.BEA;
import static nl.voorelkaar.dossier.decision.Walk.FATIMA;
import static nl.voorelkaar.dossier.decision.Walk.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag.Flag;
import nl.voorelkaar.dossier.decision.Aanvraag.State;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AanvraagTests {

    private static final Deadlines DEADLINES = Deadlines.usual();
    private static final ProcedureId BESLUIT = new ProcedureId(UUID.randomUUID());

    /** Every verb as the one who may take it takes it. */
    private static final Map<String, BiFunction<Aanvraag, Instant, AanvraagEvent>> VERBS = verbs();

    private final AanvraagType type = new AanvraagType(DEADLINES);

    private static Map<String, BiFunction<Aanvraag, Instant, AanvraagEvent>> verbs() {
        var verbs = new LinkedHashMap<String, BiFunction<Aanvraag, Instant, AanvraagEvent>>();
        verbs.put("cancel", (now, at) -> now.cancel(FATIMA));
        verbs.put("withdraw", (now, at) -> now.withdraw(FATIMA));
        verbs.put("ask-more", (now, at) -> now.askForMore(ANOUK, "Uw huurcontract", day(at).plusDays(7), at));
        verbs.put("supply", (now, at) -> now.supply(FATIMA, "Dit is mijn huurcontract"));
        verbs.put("complete", (now, at) -> now.findComplete(ANOUK));
        verbs.put("intend", (now, at) -> now.intendToRefuse(BEA, "Uw buurvrouw helpt al", day(at).plusDays(5), at));
        verbs.put("view", (now, at) -> now.giveView(FATIMA, "Zij verhuist volgende maand"));
        verbs.put("tell-delay", (now, at) -> now.tellDelay(BEA, day(at).plusDays(20), at));
        verbs.put("default-notice", (now, at) -> now.giveNotice(FATIMA, DEADLINES, at));
        verbs.put("fix-penalty", (now, at) -> now.fixPenalty(BEA, DEADLINES, at));
        verbs.put("decide", (now, at) -> now.decide(BEA, BESLUIT, Result.AFGEWEZEN));
        verbs.put("not-process", (now, at) -> now.decide(BEA, BESLUIT, Result.BUITEN_BEHANDELING));
        return verbs;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KLAARGEZET         | cancel
            INGEDIEND          | withdraw ask-more complete tell-delay
            ONVOLLEDIG         | withdraw supply tell-delay
            ONVOLLEDIG_VOORBIJ | withdraw supply tell-delay not-process
            IN_BEHANDELING     | withdraw intend tell-delay decide
            ZIENSWIJZE         | withdraw view tell-delay
            BESLOTEN           |
            BUITEN_BEHANDELING |
            INGETROKKEN        |
            TE_LAAT            | withdraw intend tell-delay decide default-notice
            IN_GEBREKE         | withdraw intend tell-delay decide
            DWANGSOM           | withdraw intend tell-delay decide
            DWANGSOM_VOL       | withdraw intend tell-delay decide fix-penalty
            DWANGSOM_BESLOTEN  | fix-penalty
            """)
    void eachStateKnowsTheseStepsAndNoOthers(String state, String known) {
        var expected = known == null ? Set.<String>of() : Set.of(known.split(" "));
        var walk = in(state);
        for (var verb : VERBS.entrySet()) {
            if (expected.contains(verb.getKey())) {
                assertThat(verb.getValue().apply(walk.stands(), walk.now()))
                        .as("%s in %s", verb.getKey(), state)
                        .isNotNull();
            } else {
                var refused = catchThrowableOfType(
                        StepRefused.class, () -> verb.getValue().apply(walk.stands(), walk.now()));
                assertThat(refused).as("%s in %s", verb.getKey(), state).isNotNull();
                assertThat(refused.reason()).isInstanceOf(DecisionRefusal.class);
                assertThat(refused.state()).isEqualTo(walk.stands().state().name());
            }
        }
    }

    @Test
    void nobodyTakesTheStepOfAnother() {
        refused(DecisionRefusal.ONLY_RESIDENT, () -> in("INGEDIEND").stands().withdraw(BEA));
        refused(DecisionRefusal.ONLY_RESIDENT, () -> in("KLAARGEZET").stands().cancel(ANOUK));
        refused(DecisionRefusal.ONLY_RESIDENT, () -> in("ONVOLLEDIG").stands().supply(BEA, "x"));
        refused(DecisionRefusal.NOT_THIS_ROLE, () -> in("INGEDIEND").stands().findComplete(FATIMA));
        refused(
                DecisionRefusal.ONLY_DECIDER,
                () -> in("IN_BEHANDELING").stands().decide(ANOUK, BESLUIT, Result.TOEGEKEND));
        refused(
                DecisionRefusal.ONLY_DECIDER,
                () -> in("IN_BEHANDELING").stands().decide(FATIMA, BESLUIT, Result.TOEGEKEND));
    }

    @Test
    void textIsNeverEmptyAndNeverEndless() {
        refused(
                DecisionRefusal.EMPTY_TEXT,
                () -> Aanvraag.file("  ", Law.WMO, AanvraagEvent.Basis.VROEG, Optional.empty(), Optional.empty()));
        refused(DecisionRefusal.TEXT_TOO_LONG, () -> in("ONVOLLEDIG").stands().supply(FATIMA, "x".repeat(10_001)));
        var walk = in("INGEDIEND");
        refused(
                DecisionRefusal.DAY_NOT_AHEAD,
                () -> walk.stands().askForMore(BEA, "Iets", day(walk.now()), walk.now()));
    }

    /** DOMAIN D23 and D24. */
    @ParameterizedTest
    @CsvSource({
        "WMO, 2026-11-17, 2026-12-01",
        "WMO, 2026-12-11, 2026-12-28",
        "JEUGDWET, 2026-10-01, 2026-11-26",
        "PARTICIPATIEWET, 2026-10-30, 2026-12-28"
    })
    void theTimeToDecideFollowsTheLaw(Law law, String filed, LocalDate last) {
        var walk = filed(law, filed);
        assertThat(walk.stands().term(DEADLINES).lastDay()).isEqualTo(last);
        assertThat(type.due(walk.stands())).contains(last);
    }

    /** DOMAIN D25. */
    @Test
    void theClockStandsStillWhileSomethingIsMissing() {
        var walk = filed(Law.WMO, "2026-11-02").at("2026-11-05");
        walk.step(BEA, now -> now.askForMore(BEA, "Een bewijs", LocalDate.parse("2026-11-19"), walk.now()));
        assertThat(walk.stands().term(DEADLINES).standsStill()).isTrue();
        assertThat(type.due(walk.stands())).contains(LocalDate.parse("2026-11-19"));

        walk.at("2026-11-12").step(FATIMA, now -> now.supply(FATIMA, "Dit is het"));

        assertThat(walk.stands().term(DEADLINES).lastDay()).isEqualTo("2026-11-23");
        assertThat(walk.stands().state()).isEqualTo(State.IN_BEHANDELING);
    }

    /** DOMAIN D26. */
    @Test
    void whatStaysMissingMayBeLeftAsideForFourWeeks() {
        var walk = filed(Law.WMO, "2026-11-02").at("2026-11-05");
        walk.step(BEA, now -> now.askForMore(BEA, "Een bewijs", LocalDate.parse("2026-11-12"), walk.now()));
        walk.at(CalendarDays.endOf(LocalDate.parse("2026-11-12")).minusNanos(1));
        assertThat(walk.stands().supplyLapsed()).isFalse();
        refused(DecisionRefusal.STILL_TIME_TO_SUPPLY, () -> walk.stands().requireDecidable(Result.BUITEN_BEHANDELING));

        walk.at(CalendarDays.endOf(LocalDate.parse("2026-11-12")));

        assertThat(walk.stands().supplyLapsed()).isTrue();
        assertThat(walk.stands().notProcessedBy(DEADLINES).orElseThrow().lastDay())
                .isEqualTo("2026-12-10");
        assertThat(walk.stands().term(DEADLINES).lastDay()).isEqualTo("2026-11-23");
        walk.stands().requireDecidable(Result.BUITEN_BEHANDELING);
        walk.step(FATIMA, now -> now.supply(FATIMA, "Te laat, maar hier is het"));
        assertThat(walk.stands().state()).isEqualTo(State.IN_BEHANDELING);
        assertThat(walk.stands().term(DEADLINES).lastDay()).isEqualTo("2026-11-23");
    }

    /** DOMAIN D27 and D28, scenario S6. */
    @Test
    void whoIsTooLatePaysPerDayAfterNoticeOfDefault() {
        var walk = complete(Law.WMO, "2026-05-18");
        walk.at("2026-05-21");
        assertThat(walk.stands().flags()).isEmpty();
        walk.at("2026-05-22");
        assertThat(walk.stands().flags()).containsExactly(Flag.DREIGT);
        walk.at("2026-06-01");
        refused(DecisionRefusal.NOT_LATE_YET, () -> walk.stands().giveNotice(FATIMA, DEADLINES, walk.now()));

        walk.at("2026-06-03");
        assertThat(walk.stands().flags()).containsExactly(Flag.TE_LAAT);
        walk.step(FATIMA, now -> now.giveNotice(FATIMA, DEADLINES, walk.now()));

        var penalty = walk.stands().penalty(DEADLINES).orElseThrow();
        assertThat(penalty.firstDay()).isEqualTo("2026-06-18");
        assertThat(penalty.lastDay()).isEqualTo("2026-07-29");
        walk.at("2026-06-17");
        assertThat(walk.stands().flags()).doesNotContain(Flag.DWANGSOM);
        walk.at("2026-06-18");
        assertThat(walk.stands().flags()).contains(Flag.DWANGSOM);
        refused(DecisionRefusal.NOTICE_GIVEN, () -> walk.stands().giveNotice(FATIMA, DEADLINES, walk.now()));
        refused(DecisionRefusal.PENALTY_RUNS, () -> walk.stands().fixPenalty(BEA, DEADLINES, walk.now()));

        walk.at("2026-07-02").step(BEA, now -> now.decide(BEA, BESLUIT, Result.AFGEWEZEN));
        var fixed = walk.stands().fixPenalty(BEA, DEADLINES, walk.now());
        assertThat(fixed.days()).isEqualTo(14);
        assertThat(fixed.euro()).isEqualByComparingTo(BigDecimal.valueOf(322));
    }

    @Test
    void aPenaltyIsNeverMoreThanItsMost() {
        var walk = in("DWANGSOM_VOL");
        var fixed = walk.stands().fixPenalty(BEA, DEADLINES, walk.now());
        assertThat(fixed.days()).isEqualTo(42);
        assertThat(fixed.euro()).isEqualByComparingTo(BigDecimal.valueOf(1442));
    }

    @Test
    void whatWasPreparedIsFiledByTheClockAtItsMoment() {
        var files = CalendarDays.endOf(LocalDate.parse("2026-11-23"));
        var walk = prepared(files).at(files.minusNanos(1));
        assertThat(walk.stands().received()).isEmpty();
        assertThat(type.alarms(walk.stands()))
                .extracting(Alarm::verb)
                .as("all that the clock will do is known from the beginning")
                .containsExactly("file-prepared", "warn", "remind", "late");
        var due = type.due(walk.stands());

        walk.at(files);

        assertThat(walk.stands().state()).isEqualTo(State.INGEDIEND);
        assertThat(walk.stands().received()).contains(files);
        assertThat(walk.stands().term(DEADLINES).lastDay()).isEqualTo("2026-12-08");
        assertThat(type.due(walk.stands())).isEqualTo(due);
    }

    /** Three days before: of the term that runs then, once, and not when it only began after that. */
    @Test
    void theResidentIsRemindedOnceOfEachTermThatRuns() {
        var filed = filed(Law.WMO, "2026-05-18").at("2026-05-28");
        assertThat(reminders(filed)).isEmpty();
        filed.at("2026-05-30");
        assertThat(reminders(filed)).containsExactly(CalendarDays.endOf(LocalDate.parse("2026-05-28")));
        filed.at("2026-06-20");
        assertThat(reminders(filed)).hasSize(1);

        var missing = missing().at("2026-05-26");
        assertThat(reminders(missing)).hasSize(1);
        missing.step(FATIMA, now -> now.supply(FATIMA, "Dit is mijn huurcontract"))
                .at("2026-06-20");
        assertThat(reminders(missing)).as("now of the time to decide").hasSize(2);

        var soon = filed(Law.WMO, "2026-05-18");
        soon.step(ANOUK, now -> now.askForMore(ANOUK, "Bel ons", LocalDate.parse("2026-05-20"), soon.now()))
                .at("2026-05-20");
        assertThat(reminders(soon)).isEmpty();
    }

    private static List<Instant> reminders(Walk<Aanvraag, AanvraagEvent> walk) {
        return walk.steps().stream()
                .filter(step -> step.event() instanceof AanvraagEvent.Reminded)
                .map(Step::at)
                .toList();
    }

    @Test
    void whatWasPreparedAndCancelledIsNeverFiled() {
        var files = CalendarDays.endOf(LocalDate.parse("2026-11-23"));
        var walk = prepared(files).at("2026-11-20").step(FATIMA, now -> now.cancel(FATIMA));
        walk.at(files.plus(Duration.ofDays(100)));
        assertThat(walk.stands().state()).isEqualTo(State.INGETROKKEN);
        assertThat(walk.stands().received()).isEmpty();
    }

    @Test
    void generatedSequencesNeverReachAnIllegalState() {
        for (var seed = 1; seed <= 400; seed++) {
            var random = new Random(seed);
            var walk = random.nextInt(4) == 0
                    ? prepared(on("2026-10-05").plus(Duration.ofDays(random.nextInt(20))))
                    : filed(Law.values()[random.nextInt(Law.values().length)], "2026-10-05");
            for (var i = 0; i < 25; i++) {
                walk.at(walk.now().plus(Duration.ofHours(random.nextInt(24 * 9))));
                var before = walk.stands();
                var verbs = List.copyOf(VERBS.values());
                try {
                    walk.step(
                            author(before, random),
                            now -> verbs.get(random.nextInt(verbs.size())).apply(now, walk.now()));
                } catch (StepRefused refused) {
                    assertThat(refused.reason().key()).startsWith("decision.");
                    assertThat(refused.state()).isEqualTo(before.state().name());
                    assertThat(walk.stands()).isSameAs(before);
                }
                legal(seed, walk);
            }
        }
    }

    /** Who writes it plays no part in what follows. */
    private static Author author(Aanvraag before, Random random) {
        return before.state().open() && random.nextBoolean() ? BEA : FATIMA;
    }

    private void legal(int seed, Walk<Aanvraag, AanvraagEvent> walk) {
        var now = walk.stands();
        var flags = now.flags();
        assertThat(flags.containsAll(Set.of(Flag.DREIGT, Flag.TE_LAAT)))
                .as("seed %d", seed)
                .isFalse();
        assertThat(!flags.contains(Flag.DWANGSOM) || flags.contains(Flag.IN_GEBREKE))
                .as("seed %d", seed)
                .isTrue();
        assertThat(!flags.contains(Flag.IN_GEBREKE) || flags.contains(Flag.TE_LAAT))
                .as("seed %d", seed)
                .isTrue();
        assertThat(type.closed(now)).isEqualTo(!now.state().open());
        assertThat(now.state().open() || type.alarms(now).isEmpty())
                .as("seed %d", seed)
                .isTrue();
        assertThat(type.alarms(now))
                .as("seed %d", seed)
                .allMatch(alarm -> alarm.at().isAfter(walk.now()));
        assertThat(type.alarms(now).stream().map(Alarm::at).collect(Collectors.toSet()))
                .as("one moment, one step; seed %d", seed)
                .hasSameSizeAs(type.alarms(now));
        for (var i = 1; i < walk.steps().size(); i++) {
            assertThat(walk.steps().get(i).at())
                    .as("seed %d", seed)
                    .isAfterOrEqualTo(walk.steps().get(i - 1).at());
        }
        if (now.state().open()
                && now.received().isPresent()
                && !now.term(DEADLINES).standsStill()) {
            assertThat(flags.contains(Flag.TE_LAAT))
                    .as("seed %d at %s: %s", seed, walk.now(), now)
                    .isEqualTo(now.term(DEADLINES).passed(walk.now()));
        }
    }

    private Walk<Aanvraag, AanvraagEvent> in(String state) {
        return switch (state) {
            case "KLAARGEZET" -> prepared(on("2026-06-01"));
            case "INGEDIEND" -> filed(Law.WMO, "2026-05-18");
            case "ONVOLLEDIG" -> missing();
            case "ONVOLLEDIG_VOORBIJ" -> missing().at("2026-05-27");
            case "IN_BEHANDELING" -> complete(Law.WMO, "2026-05-18");
            case "ZIENSWIJZE" -> {
                var walk = complete(Law.WMO, "2026-05-18");
                yield walk.step(
                        BEA,
                        now -> now.intendToRefuse(BEA, "Daarom", day(walk.now()).plusDays(5), walk.now()));
            }
            case "BESLOTEN" ->
                complete(Law.WMO, "2026-05-18").step(BEA, now -> now.decide(BEA, BESLUIT, Result.TOEGEKEND));
            case "BUITEN_BEHANDELING" ->
                missing().at("2026-05-27").step(BEA, now -> now.decide(BEA, BESLUIT, Result.BUITEN_BEHANDELING));
            case "INGETROKKEN" -> filed(Law.WMO, "2026-05-18").step(FATIMA, now -> now.withdraw(FATIMA));
            case "TE_LAAT" -> complete(Law.WMO, "2026-05-18").at("2026-06-03");
            case "IN_GEBREKE" -> noticed();
            case "DWANGSOM" -> noticed().at("2026-06-18");
            case "DWANGSOM_VOL" -> noticed().at("2026-07-30");
            case "DWANGSOM_BESLOTEN" ->
                noticed().at("2026-06-25").step(BEA, now -> now.decide(BEA, BESLUIT, Result.TOEGEKEND));
            default -> throw new AssertionError(state);
        };
    }

    private Walk<Aanvraag, AanvraagEvent> noticed() {
        var walk = complete(Law.WMO, "2026-05-18").at("2026-06-03");
        return walk.step(FATIMA, now -> now.giveNotice(FATIMA, DEADLINES, walk.now()));
    }

    private Walk<Aanvraag, AanvraagEvent> missing() {
        var walk = filed(Law.WMO, "2026-05-18");
        return walk.step(ANOUK, now -> now.askForMore(ANOUK, "Iets", LocalDate.parse("2026-05-25"), walk.now()));
    }

    private Walk<Aanvraag, AanvraagEvent> complete(Law law, String day) {
        return filed(law, day).step(ANOUK, now -> now.findComplete(ANOUK));
    }

    private Walk<Aanvraag, AanvraagEvent> filed(Law law, String day) {
        return new Walk<>(type, on(day))
                .step(
                        FATIMA,
                        now -> Aanvraag.file(
                                "Hulp in huis",
                                law,
                                AanvraagEvent.Basis.ONDERZOEK_AFGEROND,
                                Optional.empty(),
                                Optional.empty()));
    }

    private Walk<Aanvraag, AanvraagEvent> prepared(Instant files) {
        return new Walk<>(type, on("2026-05-18"))
                .step(
                        FATIMA,
                        now -> Aanvraag.prepare(
                                "Hulp in huis",
                                Law.WMO,
                                AanvraagEvent.Basis.ONDERZOEK_AFGEROND,
                                Optional.empty(),
                                Optional.empty(),
                                files));
    }

    private static LocalDate day(Instant at) {
        return CalendarDays.dayOf(at);
    }

    private static void refused(DecisionRefusal why, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(why));
    }
}
