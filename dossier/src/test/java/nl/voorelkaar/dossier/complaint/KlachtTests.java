package nl.voorelkaar.dossier.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Ground;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Judgement;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.NoHearing;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Side;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Klacht.State;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KlachtTests {

    private static final Author RESIDENT = new Author.Resident();
    private static final PartyId ANOUK = new PartyId(new UUID(7, 7));
    private static final Author INGRID = staff(1, Role.KLB);

    /** D29. */
    private static final LocalDate FILED = LocalDate.of(2026, 6, 1);

    private static final Instant NOW = at(FILED.plusDays(7), "09:00");
    private static final Instant SOON = at(FILED.plusDays(14), "09:00");

    private final KlachtType type = new KlachtType(Deadlines.usual());

    private static final Map<String, Function<Klacht, ComplaintEvent>> VERBS = Map.ofEntries(
            Map.entry("confirm", Klacht::confirm),
            Map.entry("add", now -> now.add(RESIDENT, "En nog iets")),
            Map.entry("find-accused", now -> now.findAccused(INGRID, new PartyId(new UUID(7, 8)), "Bram Visser")),
            Map.entry("tell-accused", now -> now.tellAccused(INGRID, "U krijgt een kopie.")),
            Map.entry("begin-informally", now -> now.beginInformally(INGRID, "Ik bel u.")),
            Map.entry("propose", now -> now.propose(INGRID, "Anouk biedt haar excuses aan.")),
            Map.entry("satisfied", now -> now.satisfied(RESIDENT)),
            Map.entry("not-satisfied", now -> now.notSatisfied(RESIDENT, "")),
            Map.entry("leave-aside", now -> now.leaveAside(INGRID, Ground.OVER_A_YEAR_AGO, "Te lang geleden", NOW)),
            Map.entry("forward", now -> now.forward(INGRID, "Zorg Voorbeeld", "Eigen regeling")),
            Map.entry("plan-hearing", now -> now.planHearing(INGRID, SOON, "Stadhuis", NOW)),
            Map.entry("waive-hearing", now -> now.waiveHearing(RESIDENT, NoHearing.RESIDENT_DECLINED)),
            Map.entry("hear", now -> now.hear(INGRID, Side.RESIDENT, FILED, "Verslag", NOW)),
            Map.entry("hear-accused", now -> now.hear(INGRID, Side.ACCUSED, FILED, "Verslag", NOW)),
            Map.entry("accused-declined", now -> now.accusedDeclines(INGRID)),
            Map.entry("adviser", now -> now.appointAdviser(INGRID, "Commissie", NOW)),
            Map.entry("advise", now -> now.advise(INGRID, "Gegrond")),
            Map.entry("extend", now -> now.extend(INGRID, 4, "Vakantie", NOW)),
            Map.entry("ask-delay", now -> now.askDelay(INGRID, LocalDate.of(2026, 9, 30), "Ziek", NOW)),
            Map.entry("agree-delay", now -> now.agreeToDelay(RESIDENT)),
            Map.entry("decline-delay", now -> now.declineDelay(RESIDENT)),
            Map.entry("withdraw", now -> now.withdraw(RESIDENT)),
            Map.entry("settle", now -> now.settle(INGRID, "Zo was het", Judgement.GEGROND, "Wij bellen voortaan")));

    private static final String ALWAYS = "add find-accused tell-accused extend withdraw ";

    @ParameterizedTest(name = "in {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "INGEDIEND | confirm",
                "BEVESTIGD | begin-informally leave-aside plan-hearing waive-hearing adviser",
                "INFORMEEL | propose satisfied not-satisfied leave-aside plan-hearing waive-hearing adviser",
                "HOREN     | plan-hearing waive-hearing hear hear-accused accused-declined adviser",
                "ADVIES    | settle",
            })
    void inEachOpenStateTheseStepsCanBeTakenAndNoOthers(State state, String more) {
        var allowed = List.of((ALWAYS + more).split(" "));
        for (var verb : VERBS.entrySet()) {
            if (allowed.contains(verb.getKey())) {
                assertThat(verb.getValue().apply(in(state))).as(verb.getKey()).isNotNull();
            } else {
                refused(verb.getKey(), state);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPGELOST", "NIET_IN_BEHANDELING", "DOORGESTUURD", "INGETROKKEN", "AFGEDAAN"})
    void whatIsOverTakesNoSteps(State state) {
        assertThat(in(state).state()).isEqualTo(state);
        VERBS.keySet().forEach(verb -> refused(verb, state));
        assertThat(type.closed(in(state))).isTrue();
        assertThat(type.due(in(state))).isEmpty();
        assertThat(type.alarms(in(state))).isEmpty();
    }

    private void refused(String verb, State state) {
        var refused =
                catchThrowableOfType(StepRefused.class, () -> VERBS.get(verb).apply(in(state)));
        assertThat(refused).as("%s in %s", verb, state).isNotNull();
        assertThat(refused.reason().key()).startsWith("complaint.");
        assertThat(refused.state()).isEqualTo(state.name());
    }

    @Test
    void theTermsAreThoseOfTheLaw() {
        var klacht = in(State.BEVESTIGD);
        assertThat(klacht.refusalTerm().lastDay()).as("D29").isEqualTo(LocalDate.of(2026, 6, 29));
        assertThat(klacht.term().lastDay()).as("D29").isEqualTo(LocalDate.of(2026, 7, 13));
        var extended = then(klacht, INGRID, now -> now.extend(INGRID, 4, "x", NOW));
        assertThat(extended.term().lastDay()).as("D29").isEqualTo(LocalDate.of(2026, 8, 10));
        var advised = then(klacht, INGRID, now -> now.appointAdviser(INGRID, "x", NOW));
        assertThat(advised.term().lastDay()).as("D29").isEqualTo(LocalDate.of(2026, 8, 10));
        var both = then(advised, INGRID, now -> now.extend(INGRID, 4, "x", NOW));
        assertThat(both.term().lastDay()).as("D29").isEqualTo(LocalDate.of(2026, 9, 7));
    }

    @Test
    void whatWasToldCountsFromTheDayOnWhichItWasTold() {
        var told = new ComplaintEvent.Arrived(ComplaintEvent.Channel.TOLD, FILED);
        for (var role : Role.values()) {
            var by = staff(40 + role.ordinal(), role);
            if (role == Role.KLB) {
                var klacht = after(start(), by, Klacht.register(by, filing(about()), told, NOW), NOW);
                assertThat(klacht.term().lastDay()).as("D29").isEqualTo(LocalDate.of(2026, 7, 13));
                assertThat(klacht.add(INGRID, "En nog iets").text()).isEqualTo("En nog iets");
            } else {
                assertThatThrownBy(() -> Klacht.register(by, filing(about()), told, NOW))
                        .hasMessageContaining("only-handler");
            }
        }
        var tomorrow = new ComplaintEvent.Arrived(
                ComplaintEvent.Channel.LETTER, CalendarDays.dayOf(NOW).plusDays(1));
        assertThatThrownBy(() -> Klacht.register(INGRID, filing(about()), tomorrow, NOW))
                .hasMessageContaining("came-in-the-future");
        assertThatThrownBy(() -> in(State.BEVESTIGD).add(INGRID, "x")).hasMessageContaining("only-resident");
    }

    /** It is taken in all the same, and not handled by that person. */
    @Test
    void itCanBeToldToWhomItIsAbout() {
        var anouk = new Author.Professional(ANOUK, Role.KLB, "Anouk Meijer");
        var klacht = after(
                start(),
                anouk,
                Klacht.register(
                        anouk, filing(about()), new ComplaintEvent.Arrived(ComplaintEvent.Channel.PHONE, FILED), NOW),
                NOW);
        assertThat(type.excluded(klacht)).containsExactly(ANOUK);
    }

    @Test
    void nothingIsSettledBeforeTheLetterLeavesAndTheOmbudsmanHasAYearFromThen() {
        var ready = then(in(State.ADVIES), INGRID, now -> now.ready(INGRID, OUTCOME, letter(1)));
        assertThat(ready.state()).isEqualTo(State.ADVIES);
        assertThat(ready.settlement()).isEmpty();
        assertThatThrownBy(() -> ready.makeKnown(INGRID, new UUID(3, 1), NOW.plusSeconds(86_400)))
                .hasMessageContaining("letter-of-another-day");

        var settled = then(ready, INGRID, now -> now.makeKnown(INGRID, new UUID(3, 1), NOW));
        var sent = then(settled, INGRID, now -> now.send(INGRID, new UUID(3, 1), Optional.of("brief-1"), NOW));
        assertThat(sent.state()).isEqualTo(State.AFGEDAAN);
        assertThat(sent.settlement()).contains(OUTCOME);
        assertThat(sent.ombudsmanUntil().orElseThrow().lastDay())
                .isEqualTo(CalendarDays.dayOf(NOW).plusYears(1));

        assertThatThrownBy(() -> sent.ready(INGRID, OUTCOME, letter(2))).hasMessageContaining("sending-did-not-fail");
        var failed = then(sent, INGRID, now -> now.fail(INGRID, new UUID(3, 1), Sending.Failure.RETOUR));
        var again = then(failed, INGRID, now -> now.ready(INGRID, OUTCOME, letter(2)));
        assertThat(then(again, INGRID, now -> now.send(INGRID, new UUID(3, 2), Optional.of("brief-2"), NOW))
                        .sendings()
                        .left()
                        .all())
                .hasSize(2);
    }

    private static final ComplaintEvent.Settled OUTCOME =
            new ComplaintEvent.Settled("Zo was het", Judgement.GEGROND, "Wij bellen voortaan");

    private static ReadyLetter letter(int number) {
        return new ReadyLetter(
                new UUID(3, number),
                Sending.Channel.BRIEF,
                List.of("J. Postma", "Dorpsstraat 1"),
                new PaperId(new UUID(6, number)),
                "00");
    }

    @Test
    void takingMoreTimeIsOnceAndThenOnlyWithTheResidentsYes() {
        var klacht = in(State.BEVESTIGD);
        for (var weeks : List.of(-1, 0, 5)) {
            assertThatThrownBy(() -> klacht.extend(INGRID, weeks, "x", NOW)).hasMessageContaining("extension-too-long");
        }
        var until = LocalDate.of(2026, 9, 30);
        assertThatThrownBy(() -> klacht.askDelay(INGRID, until, "x", NOW)).hasMessageContaining("not-extended-yet");
        var extended = then(klacht, INGRID, now -> now.extend(INGRID, 2, "x", NOW));
        assertThatThrownBy(() -> extended.extend(INGRID, 1, "x", NOW)).hasMessageContaining("already-extended");
        assertThatThrownBy(() -> extended.askDelay(INGRID, extended.term().lastDay(), "x", NOW))
                .hasMessageContaining("not-later");

        var asked = then(extended, INGRID, now -> now.askDelay(INGRID, until, "x", NOW));
        assertThat(asked.term().lastDay()).as("asking is not having").isEqualTo(LocalDate.of(2026, 7, 27));
        assertThatThrownBy(() -> asked.agreeToDelay(INGRID)).hasMessageContaining("only-resident");

        var no = then(asked, RESIDENT, now -> now.declineDelay(RESIDENT));
        assertThat(no.delayAsked()).isEmpty();
        assertThat(no.term().lastDay()).isEqualTo(LocalDate.of(2026, 7, 27));
        assertThatThrownBy(() -> no.agreeToDelay(RESIDENT)).hasMessageContaining("no-delay-asked");

        var yes = then(asked, RESIDENT, now -> now.agreeToDelay(RESIDENT));
        assertThat(yes.delayAsked()).isEmpty();
        assertThat(yes.term().lastDay()).isEqualTo(until);
    }

    @Test
    void aTermThatPassedIsFlaggedAndNotMadeLonger() {
        var klacht = in(State.BEVESTIGD);
        var alarm = type.alarms(klacht).getFirst();
        assertThat(alarm.at()).isEqualTo(at(LocalDate.of(2026, 7, 14), "00:00"));
        assertThatThrownBy(() -> klacht.extend(INGRID, 4, "x", alarm.at())).hasMessageContaining("term-is-over");
        assertThatThrownBy(() -> klacht.appointAdviser(INGRID, "x", alarm.at())).hasMessageContaining("term-is-over");
        assertThat(klacht.overdue()).isFalse();

        var passed = after(klacht, new Author.Clock(), type.byClock(alarm.verb()), alarm.at());
        assertThat(passed.overdue()).isTrue();
        assertThat(passed.state()).isEqualTo(State.BEVESTIGD);
        assertThat(type.alarms(passed)).isEmpty();
    }

    @Test
    void afterFourWeeksItIsDealtWith() {
        var klacht = in(State.BEVESTIGD);
        for (var ground : Ground.values()) {
            assertThat(klacht.leaveAside(INGRID, ground, "x", at(LocalDate.of(2026, 6, 29), "23:59")))
                    .isNotNull();
        }
        assertThatThrownBy(
                        () -> klacht.leaveAside(INGRID, Ground.IN_COURT, "x", at(LocalDate.of(2026, 6, 30), "00:00")))
                .hasMessageContaining("too-late-to-leave");
    }

    @Test
    void whomItIsAboutTakesNoPart() {
        for (var role : Role.values()) {
            var anouk = new Author.Professional(ANOUK, role, "Anouk Meijer");
            handlerVerbs(anouk)
                    .forEach(verb -> assertThatThrownBy(() -> verb.apply(in(State.BEVESTIGD)))
                            .hasMessageContaining("about-you"));
        }
        assertThat(type.excluded(in(State.BEVESTIGD))).containsExactly(ANOUK);
    }

    @Test
    void whoTurnsOutToBeTheOneTakesNoPartFromThen() {
        var unknown =
                filed(new ComplaintEvent.About(Whom.PERSON, Optional.empty(), Optional.of("De man van de balie")));
        assertThat(type.excluded(unknown)).isEmpty();
        assertThatThrownBy(() -> unknown.findAccused(INGRID, ((Author.Professional) INGRID).party(), "Ingrid"))
                .hasMessageContaining("about-you");
        var found = then(unknown, INGRID, now -> now.findAccused(INGRID, ANOUK, "Anouk Meijer"));
        assertThat(type.excluded(found)).containsExactly(ANOUK);
        assertThat(found.accusedName()).contains("Anouk Meijer");
        var corrected = then(found, INGRID, now -> now.findAccused(INGRID, new PartyId(new UUID(7, 9)), "Bram Visser"));
        assertThat(type.excluded(corrected)).as("also who was thought of first").hasSize(2);
    }

    @Test
    void eachStepIsForWhoItIsFor() {
        for (var role : EnumSet.complementOf(EnumSet.of(Role.KLB))) {
            handlerVerbs(staff(30 + role.ordinal(), role))
                    .forEach(verb -> assertThatThrownBy(() -> verb.apply(in(State.BEVESTIGD)))
                            .hasMessageContaining("only-handler"));
        }
        handlerVerbs(RESIDENT)
                .forEach(verb -> assertThatThrownBy(() -> verb.apply(in(State.BEVESTIGD)))
                        .hasMessageContaining("only-handler"));
        assertThatThrownBy(() -> in(State.INFORMEEL).satisfied(INGRID)).hasMessageContaining("only-resident");
        assertThatThrownBy(() -> in(State.BEVESTIGD).withdraw(INGRID)).hasMessageContaining("only-resident");
        assertThatThrownBy(() -> in(State.BEVESTIGD).waiveHearing(RESIDENT, NoHearing.CLEARLY_UNFOUNDED))
                .hasMessageContaining("only-handler");
        assertThatThrownBy(() -> Klacht.file(INGRID, filing(about()))).hasMessageContaining("only-resident");
    }

    private static List<Function<Klacht, ComplaintEvent>> handlerVerbs(Author by) {
        return List.of(
                now -> now.findAccused(by, new PartyId(new UUID(7, 8)), "x"),
                now -> now.tellAccused(by, "x"),
                now -> now.beginInformally(by, "x"),
                now -> now.propose(by, "x"),
                now -> now.leaveAside(by, Ground.IN_COURT, "x", NOW),
                now -> now.forward(by, "x", "x"),
                now -> now.planHearing(by, SOON, "x", NOW),
                now -> now.waiveHearing(
                        by, by instanceof Author.Resident ? NoHearing.CLEARLY_UNFOUNDED : NoHearing.RESIDENT_DECLINED),
                now -> now.hear(by, Side.RESIDENT, FILED, "x", NOW),
                now -> now.accusedDeclines(by),
                now -> now.appointAdviser(by, "x", NOW),
                now -> now.advise(by, "x"),
                now -> now.extend(by, 4, "x", NOW),
                now -> now.askDelay(by, FILED, "x", NOW),
                now -> now.settle(by, "x", Judgement.GEGROND, "x"));
    }

    @Test
    void itIsSettledOnlyAfterBothSidesCouldTellTheirs() {
        var hearing = in(State.HOREN);
        assertThatThrownBy(() -> settle(hearing)).hasMessageContaining("resident-not-heard");
        var resident = then(hearing, INGRID, now -> now.hear(INGRID, Side.RESIDENT, FILED, "x", NOW));
        assertThatThrownBy(() -> settle(resident)).hasMessageContaining("accused-not-heard");
        var both = then(resident, INGRID, now -> now.hear(INGRID, Side.ACCUSED, FILED, "x", NOW));
        assertThat(settle(both)).isNotNull();
        assertThat(settle(then(resident, INGRID, now -> now.accusedDeclines(INGRID))))
                .isNotNull();

        var whole = then(
                then(
                        filed(new ComplaintEvent.About(Whom.MUNICIPALITY, Optional.empty(), Optional.empty())),
                        INGRID,
                        Klacht::confirm),
                RESIDENT,
                now -> now.waiveHearing(RESIDENT, NoHearing.RESIDENT_DECLINED));
        assertThat(settle(whole)).as("nobody to hear").isNotNull();
        assertThatThrownBy(() -> whole.tellAccused(INGRID, "x")).hasMessageContaining("nobody-accused");
        var advised = then(both, INGRID, now -> now.appointAdviser(INGRID, "x", NOW));
        assertThatThrownBy(() -> settle(advised)).hasMessageContaining("advice-awaited");
    }

    private static ComplaintEvent settle(Klacht klacht) {
        return klacht.settle(INGRID, "Zo was het", Judgement.DEELS_GEGROND, "Dit doen wij");
    }

    @Test
    void onlyASatisfiedResidentEndsItInformally() {
        var informal = then(in(State.BEVESTIGD), INGRID, now -> now.beginInformally(INGRID, "Ik bel u."));
        assertThatThrownBy(() -> informal.satisfied(RESIDENT)).hasMessageContaining("nothing-proposed");
        var proposed = then(informal, INGRID, now -> now.propose(INGRID, "Excuses"));
        assertThat(proposed.proposal()).contains("Excuses");
        var no = then(proposed, RESIDENT, now -> now.notSatisfied(RESIDENT, "Het was geen vergissing"));
        assertThat(no.state()).isEqualTo(State.BEVESTIGD);
        var again = then(no, INGRID, now -> now.beginInformally(INGRID, "Nog een keer"));
        assertThat(again.proposal()).as("of this time").isEmpty();
    }

    @Test
    void aComplaintAboutAProviderGoesThere() {
        var provider = then(
                filed(new ComplaintEvent.About(Whom.PROVIDER, Optional.empty(), Optional.of("Zorg Voorbeeld"))),
                INGRID,
                Klacht::confirm);
        assertThat(then(provider, INGRID, now -> now.forward(INGRID, "Zorg Voorbeeld", "Eigen regeling"))
                        .state())
                .isEqualTo(State.DOORGESTUURD);
        assertThatThrownBy(() -> in(State.BEVESTIGD).forward(INGRID, "x", "x"))
                .hasMessageContaining("not-about-a-provider");
    }

    @Test
    void itNeedsAPersonOrTheMunicipalityAndWhatHappened() {
        assertThatThrownBy(() -> Klacht.file(
                        RESIDENT, filing(new ComplaintEvent.About(Whom.PERSON, Optional.empty(), Optional.empty()))))
                .hasMessageContaining("empty-text");
        assertThatThrownBy(() -> Klacht.file(RESIDENT, new Klacht.Filing(about(), "  ", "", "")))
                .hasMessageContaining("empty-text");
        assertThatThrownBy(() ->
                        Klacht.file(RESIDENT, new Klacht.Filing(about(), "x".repeat(Klacht.LONGEST_TEXT + 1), "", "")))
                .hasMessageContaining("too-long");
    }

    @Test
    void whateverIsTriedInWhateverOrderItStaysAComplaint() {
        var random = new Random(9);
        var verbs = VERBS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        var reached = EnumSet.noneOf(State.class);
        for (var world = 0; world < 3_000; world++) {
            var about = world % 5 == 0
                    ? new ComplaintEvent.About(Whom.PROVIDER, Optional.empty(), Optional.of("Zorg Voorbeeld"))
                    : about();
            var klacht = filed(about);
            for (var number = 0; number < 25; number++) {
                var verb = verbs.get(random.nextInt(verbs.size()));
                var before = klacht;
                try {
                    var event = verb.getValue().apply(before);
                    assertThat(before.state().open()).isTrue();
                    if (event instanceof ComplaintEvent.Settled) {
                        assertThat(before.bothSidesDone()).isTrue();
                    }
                    klacht = after(before, RESIDENT, event, NOW);
                } catch (StepRefused refused) {
                    assertThat(refused.reason().key()).startsWith("complaint.");
                    assertThat(refused.state()).isEqualTo(before.state().name());
                }
                reached.add(klacht.state());
                assertThat(type.closed(klacht)).isEqualTo(!klacht.state().open());
                assertThat(klacht.term().lastDay())
                        .isAfterOrEqualTo(before.term().lastDay());
                assertThat(type.excluded(klacht)).containsAll(type.excluded(before));
                assertThat(type.alarms(klacht)).hasSize(klacht.state().open() ? 1 : 0);
            }
        }
        assertThat(reached).containsAll(EnumSet.allOf(State.class));
    }

    private Klacht in(State state) {
        var filed = filed(about());
        if (state == State.INGEDIEND) {
            return filed;
        }
        var klacht = then(filed, INGRID, Klacht::confirm);
        return switch (state) {
            case INFORMEEL -> informal(klacht);
            case OPGELOST -> then(informal(klacht), RESIDENT, now -> now.satisfied(RESIDENT));
            case NIET_IN_BEHANDELING ->
                then(klacht, INGRID, now -> now.leaveAside(INGRID, Ground.OVER_A_YEAR_AGO, "x", NOW));
            case DOORGESTUURD ->
                then(
                        then(
                                filed(new ComplaintEvent.About(
                                        Whom.PROVIDER, Optional.empty(), Optional.of("Zorg Voorbeeld"))),
                                INGRID,
                                Klacht::confirm),
                        INGRID,
                        now -> now.forward(INGRID, "x", "x"));
            case HOREN -> then(klacht, INGRID, now -> now.planHearing(INGRID, SOON, "Stadhuis", NOW));
            case ADVIES -> advised();
            case AFGEDAAN -> then(advised(), INGRID, KlachtTests::settle);
            case INGETROKKEN -> then(klacht, RESIDENT, now -> now.withdraw(RESIDENT));
            default -> klacht;
        };
    }

    private Klacht informal(Klacht klacht) {
        return then(
                then(klacht, INGRID, now -> now.beginInformally(INGRID, "Ik bel u.")),
                INGRID,
                now -> now.propose(INGRID, "Excuses"));
    }

    private Klacht advised() {
        var hearing = then(in(State.HOREN), INGRID, now -> now.appointAdviser(INGRID, "Commissie", NOW));
        var heard = then(hearing, INGRID, now -> now.hear(INGRID, Side.RESIDENT, FILED, "x", NOW));
        var both = then(heard, INGRID, now -> now.hear(INGRID, Side.ACCUSED, FILED, "x", NOW));
        return then(both, INGRID, now -> now.advise(INGRID, "Gegrond"));
    }

    private static ComplaintEvent.About about() {
        return new ComplaintEvent.About(Whom.PERSON, Optional.of(ANOUK.value()), Optional.of("Anouk Meijer"));
    }

    private static Klacht.Filing filing(ComplaintEvent.About about) {
        return new Klacht.Filing(about, "Zij kwam niet op de afspraak.", "", "");
    }

    private Klacht filed(ComplaintEvent.About about) {
        return after(start(), RESIDENT, Klacht.file(RESIDENT, filing(about)), at(FILED, "10:00"));
    }

    private Klacht start() {
        return type.begin(new Case(new ResidentId(new UUID(0, 1)), new ProcedureId(new UUID(0, 2))));
    }

    private Klacht then(Klacht before, Author by, Function<Klacht, ComplaintEvent> verb) {
        return after(before, by, verb.apply(before), NOW);
    }

    private Klacht after(Klacht before, Author by, ComplaintEvent event, Instant at) {
        var number = before.steps().size() + 1;
        return type.after(before, new Step<>(number, new StepId(new UUID(8, number)), at, by, event));
    }

    private static Author staff(int number, Role role) {
        return new Author.Professional(new PartyId(new UUID(6, number)), role, "Collega " + number);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(CalendarDays.AMSTERDAM).toInstant();
    }
}
