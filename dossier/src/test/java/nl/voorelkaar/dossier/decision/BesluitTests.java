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
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Besluit.State;
import nl.voorelkaar.dossier.decision.DecisionText.Missing;
import nl.voorelkaar.dossier.decision.Sending.Channel;
import nl.voorelkaar.dossier.decision.Sending.Failure;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BesluitTests {

    private static final Deadlines DEADLINES = Deadlines.usual();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final ProcedureId BEZWAAR = new ProcedureId(UUID.randomUUID());
    private static final List<String> HOME = List.of("F. el Amrani", "Dorpsstraat 1", "1234 AB Voorbeeldstad");
    private static final Map<String, BiFunction<Besluit, Instant, BesluitEvent>> VERBS = verbs();

    private final BesluitType type = new BesluitType(DEADLINES);

    private static Map<String, BiFunction<Besluit, Instant, BesluitEvent>> verbs() {
        var verbs = new LinkedHashMap<String, BiFunction<Besluit, Instant, BesluitEvent>>();
        verbs.put("redraft", (now, at) -> now.redraft(BEA, refusal()));
        verbs.put("establish", (now, at) -> now.establish(BEA, applied().stands(), Set.of()));
        verbs.put("reopen", (now, at) -> now.reopen(BEA));
        verbs.put("ready", (now, at) -> readied(now, Channel.BRIEF, UUID.randomUUID()));
        verbs.put(
                "send", (now, at) -> now.send(BEA, now.ready().map(Sending::id).orElse(FIRST), Optional.empty(), at));
        verbs.put("open", (now, at) -> now.open(FATIMA));
        verbs.put(
                "fail",
                (now, at) -> now.fail(
                        BEA,
                        now.sendings().isEmpty()
                                ? FIRST
                                : now.sendings().getLast().id(),
                        Failure.RETOUR));
        verbs.put("object", (now, at) -> now.objectTo(BEZWAAR));
        verbs.put("end-objection", (now, at) -> now.endObjection(BEZWAAR));
        verbs.put("reconsider", (now, at) -> now.reconsider(BEZWAAR, BesluitEvent.Outcome.GEWIJZIGD));
        verbs.put("withdraw", (now, at) -> now.withdraw(BEA, "U bent verhuisd."));
        return verbs;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONCEPT        | redraft establish
            VASTGESTELD    | reopen ready
            KLAAR          | reopen ready send
            BEKENDGEMAAKT  | open fail object withdraw
            MISLUKT        | open ready object withdraw
            ONHERROEPELIJK | open fail object withdraw
            IN_BEZWAAR     | open fail end-objection reconsider
            GEWIJZIGD      | open fail object withdraw
            HERROEPEN      | open fail
            INGETROKKEN    | open fail object
            VERLOPEN       | open fail object
            """)
    void eachStateKnowsTheseStepsAndNoOthers(String state, String known) {
        var expected = Set.of(known.split(" "));
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
                assertThat(refused.state()).isEqualTo(walk.stands().state().name());
            }
        }
    }

    @Test
    void onlyAMandatedDeciderDecidesAndNotAloneWhenTheyLedTheConversation() {
        var aanvraag = applied().stands();
        refused(DecisionRefusal.ONLY_DECIDER, () -> Besluit.draft(ANOUK, aanvraag, refusal()));
        refused(DecisionRefusal.ONLY_DECIDER, () -> Besluit.draft(FATIMA, aanvraag, refusal()));
        var draft = in("CONCEPT").stands();
        refused(
                DecisionRefusal.ONLY_DECIDER,
                () -> draft.establish(Walk.professional(Role.JUR, "Ingrid Smit"), aanvraag, Set.of()));
        refused(DecisionRefusal.LED_THE_CONVERSATION, () -> draft.establish(BEA, aanvraag, Set.of(BEA.party())));
        assertThat(draft.establish(BEA, aanvraag, Set.of(ANOUK.party()))).isNotNull();
        assertThat(in("VASTGESTELD").stands().decidedBy()).contains(BEA.party());
        assertThat(draft.decidedBy()).isEmpty();
    }

    @Test
    void whoDecidesBeforeTheInquiryIsDoneSaysWhy() {
        var aanvraag = applied().stands();
        var draft = in("CONCEPT").stands();
        refused(DecisionRefusal.INQUIRY_UNFINISHED, () -> draft.establish(BEA, aanvraag, Set.of(), Optional.of(" ")));
        refused(
                DecisionRefusal.TEXT_TOO_LONG,
                () -> draft.establish(BEA, aanvraag, Set.of(), Optional.of("a".repeat(Aanvraag.LONGEST_TEXT + 1))));
        var decided = in("CONCEPT")
                .step(BEA, now -> now.establish(BEA, aanvraag, Set.of(), Optional.of(" Het kan niet wachten. ")));
        assertThat(decided.stands().beforeInquiry()).contains("Het kan niet wachten.");
        assertThat(decided.step(BEA, now -> now.reopen(BEA)).stands().beforeInquiry())
                .isEmpty();
        assertThat(in("VASTGESTELD").stands().beforeInquiry()).isEmpty();
    }

    @Test
    void aDecisionSaysAllThatItMustSay() {
        assertThat(refusal().missing()).isEmpty();
        assertThat(grant(help()).missing()).isEmpty();
        assertThat(new DecisionText(Result.TOEGEKEND, "", "", "", List.of(), "", "").missing())
                .containsExactlyInAnyOrder(
                        Missing.IN_SHORT,
                        Missing.REASONS,
                        Missing.ARTICLES,
                        Missing.CONTACT,
                        Missing.PROVISION,
                        Missing.CONTRIBUTION);
        var from = LocalDate.parse("2027-01-01");
        assertThat(grant(Provision.inKind("Hulp", from, from.minusDays(1), "")).missing())
                .containsExactlyInAnyOrder(Missing.PERIOD_BACKWARDS, Missing.PROVIDER);
        assertThat(grant(Provision.budget("Hulp", from, from.plusYears(1), BigDecimal.ZERO, " "))
                        .missing())
                .containsExactlyInAnyOrder(Missing.AMOUNT, Missing.CONDITIONS);
        assertThat(new DecisionText(Result.AFGEWEZEN, "Nee.", "Omdat.", "2.3.5", List.of(help()), "", "Bel ons")
                        .missing())
                .containsExactly(Missing.PROVISION_WITHOUT_GRANT);
        var incomplete = new Walk<>(type, on("2026-10-05"))
                .step(
                        BEA,
                        now -> Besluit.draft(
                                BEA,
                                applied().stands(),
                                new DecisionText(Result.AFGEWEZEN, "Nee.", "", "2.3.5", List.of(), "", "Bel ons")));
        refused(
                DecisionRefusal.DECISION_INCOMPLETE,
                () -> incomplete.stands().establish(BEA, applied().stands(), Set.of()));
    }

    /** DOMAIN D12: the minute counts. */
    @ParameterizedTest
    @CsvSource({"2026-10-09T21:40:00Z, 2026-11-20", "2026-10-09T22:10:00Z, 2026-11-23"})
    void inThePortalTheMomentOfBeingAccessibleCounts(Instant accessible, LocalDate last) {
        var walk = in("VASTGESTELD").at(accessible);
        walk.step(BEA, now -> readied(now, Channel.PORTAAL, FIRST));
        walk.step(BEA, now -> now.send(BEA, FIRST, Optional.empty(), walk.now()));
        assertThat(walk.stands().objectionUntil(DEADLINES).lastDay()).isEqualTo(last);
    }

    @Test
    void withoutTheResidentsChoiceThePortalIsNoWayToSend() {
        refused(
                DecisionRefusal.PORTAL_NOT_CHOSEN,
                () -> in("VASTGESTELD")
                        .stands()
                        .ready(BEA, FIRST, Channel.PORTAAL, List.of(), new PaperId(FIRST), "0", false));
        refused(
                DecisionRefusal.ADDRESS_MISSING,
                () -> in("VASTGESTELD")
                        .stands()
                        .ready(
                                BEA,
                                FIRST,
                                Channel.BRIEF,
                                List.of("F. el Amrani", " "),
                                new PaperId(FIRST),
                                "0",
                                false));
    }

    /** Scenario S12: looking in the portal starts no term; the letter does. */
    @Test
    void openingStartsNoTerm() {
        var walk = in("BEKENDGEMAAKT");
        var before = walk.stands().objectionUntil(DEADLINES);
        walk.at("2026-10-20").step(FATIMA, now -> now.open(FATIMA));
        assertThat(walk.stands().objectionUntil(DEADLINES)).isEqualTo(before);
        assertThat(walk.stands().openedAt()).contains(on("2026-10-20"));
    }

    /** Scenario S11, Awb 2:11. */
    @Test
    void aSecondSendingGivesTheWholeTermAgain() {
        var walk = in("MISLUKT");
        assertThat(walk.stands().objectionUntil(DEADLINES).lastDay()).isEqualTo("2026-11-16");
        walk.at("2026-10-14").step(BEA, now -> readied(now, Channel.BRIEF, SECOND));
        assertThat(walk.stands().objectionUntil(DEADLINES).lastDay())
                .as("a letter that lies ready was not sent")
                .isEqualTo("2026-11-16");
        walk.step(BEA, now -> now.send(BEA, SECOND, Optional.of("brief-2"), walk.now()));

        assertThat(walk.stands().objectionUntil(DEADLINES).lastDay()).isEqualTo("2026-11-25");
        assertThat(walk.stands().bekendgemaaktOp().orElseThrow().failedSending())
                .isEqualTo(LocalDate.parse("2026-10-05"));
        assertThat(walk.stands().sendings()).hasSize(2);
        walk.at("2026-11-17");
        assertThat(walk.stands().state()).isEqualTo(State.BEKENDGEMAAKT);
        walk.at("2026-11-26");
        assertThat(walk.stands().state()).isEqualTo(State.ONHERROEPELIJK);
    }

    @Test
    void aWeekBeforeTheEndTheResidentIsRemindedOnceUnlessAllWasGranted() {
        var walk = in("BEKENDGEMAAKT").at("2026-11-08");
        assertThat(reminders(walk)).isEmpty();
        walk.at("2026-11-09").at("2026-11-12");
        assertThat(reminders(walk)).containsExactly(CalendarDays.endOf(LocalDate.parse("2026-11-08")));
        walk.at("2026-11-20");
        assertThat(reminders(walk)).hasSize(1);

        var granted = new Walk<>(type, on("2026-10-05"));
        granted.step(BEA, now -> Besluit.draft(BEA, applied().stands(), grant(help())));
        sent(established(granted)).at("2026-11-20");
        assertThat(reminders(granted)).isEmpty();
    }

    private static List<Instant> reminders(Walk<Besluit, BesluitEvent> walk) {
        return walk.steps().stream()
                .filter(step -> step.event() instanceof BesluitEvent.ObjectionEndsSoon)
                .map(Step::at)
                .toList();
    }

    /** Scenario S11: the bounce is written by a machine, and what did not arrive never becomes final by itself. */
    @Test
    void aMailThatBouncesIsInTheLedgerAndHoldsTheDecisionUntilItIsSentAgain() {
        var walk = in("VASTGESTELD");
        walk.step(BEA, now -> readied(now, Channel.PORTAAL, FIRST));
        walk.step(BEA, now -> now.send(BEA, FIRST, Optional.empty(), walk.now()));
        assertThat(walk.steps().getLast().event()).isEqualTo(new BesluitEvent.Placed(FIRST));

        walk.step(new Author.Clock(), now -> type.byClock("notice-failed"));

        var failed = walk.stands().failed().orElseThrow();
        assertThat(failed.failure()).contains(Failure.MELDING_MISLUKT);
        assertThat(type.state(walk.stands())).isEqualTo("NIET_BEZORGD");
        assertThat(type.due(walk.stands())).contains(day(walk.now()));
        walk.at("2026-12-01");
        assertThat(walk.stands().state()).isEqualTo(State.BEKENDGEMAAKT);
        walk.step(BEA, now -> readied(now, Channel.BRIEF, SECOND));
        walk.step(BEA, now -> now.send(BEA, SECOND, Optional.of("brief-2"), walk.now()));
        assertThat(walk.stands().objectionUntil(DEADLINES).lastDay()).isEqualTo("2027-01-12");
        assertThat(type.state(walk.stands())).isEqualTo("BEKENDGEMAAKT");

        walk.step(new Author.Clock(), now -> type.byClock("notice-failed"));
        assertThat(walk.stands().failed())
                .as("a bounce after the letter is not about the letter")
                .isEmpty();
    }

    @Test
    void aMailThatWasTakenIsInTheLedger() {
        var walk = in("VASTGESTELD");
        walk.step(BEA, now -> readied(now, Channel.PORTAAL, FIRST));
        walk.step(BEA, now -> now.send(BEA, FIRST, Optional.empty(), walk.now()));
        walk.step(new Author.Clock(), now -> type.byClock("notified"));
        assertThat(walk.stands().sendings().getLast().notifiedAt()).contains(walk.now());
    }

    private static LocalDate day(Instant moment) {
        return CalendarDays.dayOf(moment);
    }

    @Test
    void aLetterThatComesBackAfterTheTermOpensItAgain() {
        var walk = in("ONHERROEPELIJK").step(BEA, now -> now.fail(BEA, FIRST, Failure.RETOUR));
        walk.step(BEA, now -> readied(now, Channel.BRIEF, SECOND));
        walk.step(BEA, now -> now.send(BEA, SECOND, Optional.empty(), walk.now()));
        assertThat(walk.stands().state()).isEqualTo(State.BEKENDGEMAAKT);
        assertThat(walk.stands().objectionUntil(DEADLINES).passed(walk.now())).isFalse();
    }

    @Test
    void aLetterCarriesTheDayOnWhichItLeaves() {
        var walk = in("KLAAR").at(CalendarDays.endOf(LocalDate.parse("2026-10-05")));
        refused(
                DecisionRefusal.LETTER_OF_ANOTHER_DAY,
                () -> walk.stands().send(BEA, FIRST, Optional.empty(), walk.now()));
        walk.step(BEA, now -> readied(now, Channel.BRIEF, SECOND));
        assertThat(walk.stands().sendings()).extracting(Sending::id).containsExactly(SECOND);
        assertThat(walk.stands().send(BEA, SECOND, Optional.empty(), walk.now()))
                .isInstanceOf(BesluitEvent.Announced.class);
    }

    @Test
    void theClockMakesItFinalAtMidnightAndAnObjectionStopsThat() {
        var walk = in("BEKENDGEMAAKT");
        var end = walk.stands().objectionUntil(DEADLINES).end();
        walk.at(end.minusNanos(1));
        assertThat(walk.stands().state()).isEqualTo(State.BEKENDGEMAAKT);
        var objected = in("BEKENDGEMAAKT").at(end.minusNanos(1)).step(FATIMA, now -> now.objectTo(BEZWAAR));
        walk.at(end);
        assertThat(walk.stands().state()).isEqualTo(State.ONHERROEPELIJK);
        objected.at(end.plus(Duration.ofDays(30)));
        assertThat(objected.stands().state()).isEqualTo(State.IN_BEZWAAR);
        objected.step(FATIMA, now -> now.endObjection(BEZWAAR))
                .at(objected.now().plus(Duration.ofMinutes(1)));
        assertThat(objected.stands().state()).isEqualTo(State.ONHERROEPELIJK);
    }

    @Test
    void whatWasGrantedRunsOutOnItsLastDayButNeverBeforeTheTimeToObject() {
        var walk = new Walk<>(type, on("2026-10-05"));
        var short1 = Provision.inKind(
                "Taxi", LocalDate.parse("2026-10-06"), LocalDate.parse("2026-10-10"), "Taxi Voorbeeld");
        walk.step(BEA, now -> Besluit.draft(BEA, applied().stands(), grant(short1)));
        sent(established(walk));
        assertThat(type.alarms(walk.stands())).extracting(Alarm::verb).containsExactly("final", "run-out");
        assertThat(type.alarms(walk.stands())).extracting(Alarm::closes).containsExactly(false, true);
        walk.at("2026-11-17");
        assertThat(walk.stands().state()).isEqualTo(State.VERLOPEN);
        assertThat(type.closed(walk.stands())).isTrue();
    }

    @Test
    void generatedSequencesNeverReachAnIllegalState() {
        for (var seed = 1; seed <= 400; seed++) {
            var random = new Random(seed);
            var text = random.nextBoolean() ? refusal() : grant(help());
            var walk = new Walk<>(type, on("2026-10-05"))
                    .step(BEA, now -> Besluit.draft(BEA, applied().stands(), text));
            var verbs = List.copyOf(VERBS.values());
            for (var i = 0; i < 40; i++) {
                if (random.nextInt(3) == 0) {
                    walk.at(walk.now().plus(Duration.ofHours(random.nextInt(24 * 20))));
                }
                var before = walk.stands();
                try {
                    walk.step(
                            BEA, now -> verbs.get(random.nextInt(verbs.size())).apply(now, walk.now()));
                } catch (StepRefused refused) {
                    assertThat(refused.reason().key()).startsWith("decision.");
                    assertThat(walk.stands()).isSameAs(before);
                }
                legal(seed, before, walk);
            }
        }
    }

    private void legal(int seed, Besluit before, Walk<Besluit, BesluitEvent> walk) {
        var now = walk.stands();
        assertThat(now.state().known())
                .as("seed %d", seed)
                .isEqualTo(now.bekendgemaaktOp().isPresent());
        assertThat(!before.state().known() || now.state().known())
                .as("what was made known stays known; seed %d", seed)
                .isTrue();
        assertThat(now.state() == State.CONCEPT || now.decidedBy().isPresent()).isTrue();
        assertThat(now.text().missing().isEmpty() || now.state() == State.CONCEPT)
                .isTrue();
        assertThat(type.alarms(now))
                .allMatch(alarm -> alarm.at().isAfter(walk.now().minusMillis(1)));
        if (before.state().known() && now.state().known()) {
            assertThat(now.objectionUntil(DEADLINES).lastDay())
                    .as("the time to object never gets shorter; seed %d", seed)
                    .isAfterOrEqualTo(before.objectionUntil(DEADLINES).lastDay());
        }
        assertThat(type.closed(now)
                        && type.alarms(now).stream()
                                .anyMatch(alarm -> alarm.verb().equals("final")))
                .isFalse();
    }

    private Walk<Besluit, BesluitEvent> in(String state) {
        return switch (state) {
            case "CONCEPT" ->
                new Walk<>(type, on("2026-10-05"))
                        .step(BEA, now -> Besluit.draft(BEA, applied().stands(), refusal()));
            case "VASTGESTELD" -> established(in("CONCEPT"));
            case "KLAAR" -> in("VASTGESTELD").step(BEA, now -> readied(now, Channel.BRIEF, FIRST));
            case "BEKENDGEMAAKT" -> sent(in("VASTGESTELD"));
            case "MISLUKT" -> in("BEKENDGEMAAKT").step(BEA, now -> now.fail(BEA, FIRST, Failure.RETOUR));
            case "ONHERROEPELIJK" -> in("BEKENDGEMAAKT").at("2026-11-17");
            case "IN_BEZWAAR" -> in("BEKENDGEMAAKT").step(FATIMA, now -> now.objectTo(BEZWAAR));
            case "GEWIJZIGD", "HERROEPEN" ->
                in("IN_BEZWAAR").step(BEA, now -> now.reconsider(BEZWAAR, BesluitEvent.Outcome.valueOf(state)));
            case "INGETROKKEN" -> in("BEKENDGEMAAKT").step(BEA, now -> now.withdraw(BEA, "Verhuisd"));
            case "VERLOPEN" ->
                sent(established(new Walk<>(type, on("2026-10-05"))
                                .step(BEA, now -> Besluit.draft(BEA, applied().stands(), grant(help())))))
                        .at("2028-01-02");
            default -> throw new AssertionError(state);
        };
    }

    private static Walk<Besluit, BesluitEvent> established(Walk<Besluit, BesluitEvent> walk) {
        return walk.step(BEA, now -> now.establish(BEA, applied().stands(), Set.of()));
    }

    private static Walk<Besluit, BesluitEvent> sent(Walk<Besluit, BesluitEvent> walk) {
        return walk.step(BEA, now -> readied(now, Channel.BRIEF, FIRST))
                .step(BEA, now -> now.send(BEA, FIRST, Optional.of("brief-1"), walk.now()));
    }

    private static BesluitEvent.Readied readied(Besluit now, Channel channel, UUID sending) {
        return now.ready(
                BEA,
                sending,
                channel,
                channel == Channel.BRIEF ? HOME : List.of(),
                new PaperId(UUID.randomUUID()),
                "0".repeat(64),
                true);
    }

    private static Walk<Aanvraag, AanvraagEvent> applied() {
        return new Walk<>(new AanvraagType(DEADLINES), on("2026-10-01"))
                .step(
                        FATIMA,
                        now -> Aanvraag.file(
                                "Hulp in huis",
                                Law.WMO,
                                AanvraagEvent.Basis.ONDERZOEK_AFGEROND,
                                Optional.empty(),
                                Optional.empty()))
                .step(ANOUK, now -> now.findComplete(ANOUK));
    }

    static DecisionText refusal() {
        return new DecisionText(
                Result.AFGEWEZEN,
                "Wij zeggen nee op uw aanvraag. U hoeft nu niets te doen.",
                "Uw buurvrouw helpt u al.",
                "artikel 2.3.5 van de Wmo 2015",
                List.of(),
                "",
                "Bea de Boer, telefoon 14 0999");
    }

    static DecisionText grant(Provision provision) {
        return new DecisionText(
                Result.TOEGEKEND,
                "U krijgt hulp in huis. U hoeft nu niets te doen.",
                "U kunt zelf niet schoonmaken.",
                "artikel 2.3.5 van de Wmo 2015",
                List.of(provision),
                "U betaalt een eigen bijdrage aan het CAK.",
                "Bea de Boer, telefoon 14 0999");
    }

    static Provision help() {
        return Provision.inKind(
                "Hulp bij het huishouden, 3 uur per week",
                LocalDate.parse("2027-01-01"),
                LocalDate.parse("2027-12-31"),
                "Zorg Voorbeeld");
    }

    private static void refused(DecisionRefusal why, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(why));
    }
}
