package nl.voorelkaar.dossier.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
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
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.intake.Onderzoek.State;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnderzoekTests {

    private static final Author RESIDENT = new Author.Resident();
    private static final Author ANOUK = new Author.Professional(new PartyId(new UUID(1, 1)), Role.GSP, "Anouk Meijer");
    private static final Instant MONDAY = at("2026-10-05T09:00:00+02:00");

    private final OnderzoekType type = new OnderzoekType(Deadlines.usual());
    private Optional<PartyId> givenTo = Optional.empty();

    /** Every verb, as the one who may do it would. */
    private static final Map<String, Function<Onderzoek, Happened>> VERBS = Map.ofEntries(
            Map.entry("own-plan", now -> now.handInOwnPlan(RESIDENT, "Mijn plan", MONDAY)),
            Map.entry("companion", now -> now.chooseCompanion(RESIDENT, Optional.of("mijn zoon"))),
            Map.entry("withdraw", now -> now.withdraw(RESIDENT)),
            Map.entry("remark", now -> now.remark(RESIDENT, "Dit klopt niet helemaal")),
            Map.entry("urgent", now -> now.findUrgent(ANOUK, "Vanavond is er niemand thuis")),
            Map.entry("forward", now -> now.forward(ANOUK, "De huisarts", "Dit is een zorgvraag")),
            Map.entry("start", now -> now.start(ANOUK, Happened.IdentityDocument.PASSPORT)),
            Map.entry("plan-talk", now -> now.planTalk(ANOUK, MONDAY, "Bij u thuis", MONDAY)),
            Map.entry("talk-held", now -> now.holdTalk(ANOUK, CalendarDays.dayOf(MONDAY), MONDAY)),
            Map.entry("give-report", now -> now.giveReport(ANOUK, Map.of(), "Hulp in huis is nodig")));

    @Test
    void nobodyIsInvitedForADayThatHasPassed() {
        var stands = in(State.ONDERZOEK);
        var later = at("2026-10-05T16:00:00+02:00");
        assertThat(stands.planTalk(ANOUK, MONDAY, "Bij u thuis", later)).isNotNull();
        var refused = catchThrowableOfType(
                StepRefused.class,
                () -> stands.planTalk(ANOUK, MONDAY, "Bij u thuis", at("2026-10-06T00:00:00+02:00")));
        assertThat(refused.reason()).isEqualTo(Refusal.TALK_IN_THE_PAST);
    }

    @ParameterizedTest(name = "in {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "INGEDIEND       | own-plan companion withdraw urgent forward start",
                "ONDERZOEK       | own-plan companion withdraw urgent plan-talk talk-held",
                "GESPREK_GEPLAND | own-plan companion withdraw urgent plan-talk talk-held",
                "GESPREK_GEVOERD | own-plan companion withdraw urgent plan-talk talk-held give-report",
                "AFGEROND        | remark",
                "DOORVERWEZEN    | ''",
                "INGETROKKEN     | ''",
            })
    void inEachStateTheseStepsCanBeTakenAndNoOthers(State state, String allowed) {
        var stands = in(state);
        for (var verb : VERBS.entrySet()) {
            if (List.of(allowed.split(" ")).contains(verb.getKey())) {
                assertThat(verb.getValue().apply(stands)).as(verb.getKey()).isNotNull();
            } else {
                var refused = catchThrowableOfType(
                        StepRefused.class, () -> verb.getValue().apply(stands));
                assertThat(refused).as(verb.getKey() + " in " + state).isNotNull();
                assertThat(refused.state()).isEqualTo(state.name());
            }
        }
    }

    @Test
    void eachStepIsForWhoItIsFor() {
        var ingediend = in(State.INGEDIEND);
        assertThatThrownBy(() -> ingediend.withdraw(ANOUK)).hasMessageContaining("for-the-resident");
        assertThatThrownBy(() -> ingediend.handInOwnPlan(ANOUK, "x", MONDAY)).hasMessageContaining("for-the-resident");
        assertThatThrownBy(() -> ingediend.start(RESIDENT, Happened.IdentityDocument.PASSPORT))
                .hasMessageContaining("for-who-leads-the-talk");
        for (var role : Role.values()) {
            var by = new Author.Professional(new PartyId(new UUID(2, 2)), role, "Iemand");
            if (role != Role.GSP) {
                assertThatThrownBy(() -> ingediend.start(by, Happened.IdentityDocument.PASSPORT))
                        .isInstanceOf(StepRefused.class);
            }
        }
        assertThatThrownBy(() -> in(State.AFGEROND).remark(ANOUK, "x")).isInstanceOf(StepRefused.class);
    }

    /** ADR 0024: whoever takes over in the middle finishes it, and nobody else than who it was given to. */
    @Test
    void theCasemanagerWhoWasGivenTheInquiryFinishesIt() {
        var bram = new Author.Professional(new PartyId(new UUID(1, 2)), Role.CM, "Bram Visser");
        var colleague = new Author.Professional(new PartyId(new UUID(1, 3)), Role.CM, "Carla");
        var desk = new Author.Professional(bram.party(), Role.KCC, "Bram Visser");
        givenTo = Optional.of(bram.party());
        assertThat(in(State.INGEDIEND).forward(bram, "De huisarts", "Dit is een zorgvraag"))
                .isNotNull();
        assertThat(in(State.INGEDIEND).findUrgent(bram, "Vanavond is er niemand thuis"))
                .isNotNull();
        var held = in(State.GESPREK_GEVOERD);
        assertThat(held.giveReport(bram, Map.of(), "Hulp in huis is nodig")).isNotNull();
        for (var other : List.of(colleague, desk)) {
            assertThatThrownBy(() -> held.giveReport(other, Map.of(), "x"))
                    .hasMessageContaining("for-who-leads-the-talk");
            assertThatThrownBy(() -> held.planTalk(other, MONDAY, "Bij u thuis", MONDAY))
                    .hasMessageContaining("for-who-leads-the-talk");
        }
        assertThatThrownBy(() -> held.postReceipt(bram, "P-1")).hasMessageContaining("for-who-leads-the-talk");
        assertThatThrownBy(() -> held.withdraw(bram)).hasMessageContaining("for-the-resident");
    }

    @ParameterizedTest(name = "{3}: reported {0}, own plan until {1}, onderzoek until {2}")
    @CsvSource({
        "2026-10-05, 2026-10-12, 2026-11-16, D20",
        "2026-10-10, 2026-10-19, 2026-11-23, D21",
        "2027-04-28, 2027-05-10, 2027-06-09, D22",
    })
    void theTermsAreThoseOfTheLaw(LocalDate reported, LocalDate ownPlan, LocalDate inquiry, String example) {
        var onderzoek =
                reportedAt(reported.atTime(12, 0).atZone(CalendarDays.AMSTERDAM).toInstant());
        assertThat(onderzoek.ownPlanUntil().lastDay()).as(example).isEqualTo(ownPlan);
        assertThat(onderzoek.inquiryUntil().lastDay()).as(example).isEqualTo(inquiry);
    }

    @Test
    void anAanvraagIsPossibleAfterTheAccountOrWhenTheTermPassed() {
        assertThat(in(State.GESPREK_GEVOERD).aanvraagPossible()).isFalse();
        assertThat(in(State.AFGEROND).aanvraagPossible()).isTrue();

        var progress = progress(new Happened.Reported("Hulp", false, Optional.empty(), Optional.empty()));
        var alarm = type.alarms(progress).getFirst();
        assertThat(alarm.at()).isEqualTo(at("2026-11-17T00:00:00+01:00"));
        var late = type.after(progress, step(2, new Author.Clock(), type.byClock(alarm.verb()), alarm.at()));
        assertThat(late.now().overdue()).isTrue();
        assertThat(late.now().aanvraagPossible()).isTrue();
        assertThat(late.now().state()).isEqualTo(State.INGEDIEND);
        assertThat(type.alarms(late)).isEmpty();
    }

    /** Wmo 2.3.3: at once. The house says within so many hours, counted by the engine, the same for who looks at it. */
    @Test
    void helpThatCannotWaitHasAMomentAndSayingSoAgainDoesNotMoveIt() {
        assertThat(in(State.ONDERZOEK).urgent()).isFalse();
        var found = type.after(
                progressIn(State.ONDERZOEK),
                step(3, ANOUK, new Happened.FoundUrgent("Vanavond is er niemand thuis"), MONDAY));
        var again = type.after(
                found, step(4, ANOUK, new Happened.FoundUrgent("Nog steeds niet"), MONDAY.plusSeconds(7_200)));
        assertThat(again.now().urgentUntil().orElseThrow().end()).isEqualTo(at("2026-10-06T09:00:00+02:00"));
    }

    @Test
    void anOwnPlanIsAcceptedLateTooAndSaysSo() {
        var onderzoek = in(State.ONDERZOEK);
        assertThat(onderzoek
                        .handInOwnPlan(RESIDENT, "plan", at("2026-10-12T23:59:59+02:00"))
                        .inTime())
                .isTrue();
        assertThat(onderzoek
                        .handInOwnPlan(RESIDENT, "plan", at("2026-10-13T00:00:00+02:00"))
                        .inTime())
                .isFalse();
    }

    @Test
    void theReceiptTellsOfTheOwnPlanAndOfFreeSupport() {
        assertThat(Onderzoek.confirm().told())
                .containsExactlyInAnyOrder(Happened.Told.OWN_PLAN, Happened.Told.FREE_SUPPORT);
    }

    @Test
    void remarksStayWithTheAccount() {
        var first = type.after(progressIn(State.AFGEROND), step(9, RESIDENT, new Happened.Remarked("een"), MONDAY));
        var second = type.after(first, step(10, RESIDENT, new Happened.Remarked("twee"), MONDAY));
        assertThat(second.now().remarks()).extracting(Onderzoek.Remark::text).containsExactly("een", "twee");
        assertThat(second.now().account())
                .get()
                .extracting(Onderzoek.Account::by)
                .isEqualTo("Anouk Meijer");
    }

    @Test
    void whateverIsTriedInWhateverOrderNoStepLeavesTheStatesThatThereAre() {
        var random = new Random(23);
        var verbs = VERBS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        var reached = new EnumMap<State, Integer>(State.class);
        for (var world = 0; world < 3_000; world++) {
            var progress = progress(new Happened.Reported("Hulp", false, Optional.empty(), Optional.empty()));
            var ended = false;
            for (var number = 2; number < 14; number++) {
                var verb = verbs.get(random.nextInt(verbs.size()));
                var before = progress.now();
                try {
                    var event = verb.getValue().apply(before);
                    assertThat(ended && !(event instanceof Happened.Remarked)).isFalse();
                    progress = type.after(progress, step(number, author(verb.getKey()), event, MONDAY));
                } catch (StepRefused refused) {
                    assertThat(refused.reason().key()).startsWith("intake.");
                    assertThat(progress.now()).isEqualTo(before);
                }
                reached.merge(progress.now().state(), 1, Integer::sum);
                assertThat(type.closed(progress))
                        .isEqualTo(!progress.now().state().open());
                ended = type.closed(progress);
            }
        }
        assertThat(reached.keySet()).containsExactlyInAnyOrder(State.values());
    }

    @Test
    void emptyAndEndlessTextsAreRefused() {
        assertThatThrownBy(() -> Onderzoek.report(RESIDENT, melding(" \n ", Optional.empty())))
                .hasMessageContaining("empty-text");
        assertThatThrownBy(() ->
                        Onderzoek.report(RESIDENT, melding("x".repeat(Onderzoek.LONGEST_TEXT + 1), Optional.empty())))
                .hasMessageContaining("too-long");
    }

    @ParameterizedTest(name = "{0} files with a source: {1}, allowed: {2}")
    @CsvSource({
        "RES, false, true",
        "RES, true, false",
        "KCC, true, true",
        "KCC, false, false",
        "GSP, true, false",
        "TM, true, false",
        "CLOCK, true, false",
        "CLOCK, false, false"
    })
    void aMeldingIsFiledByTheResidentOrByTheDeskThatSaysHowItCame(String who, boolean source, boolean allowed) {
        Author by = switch (who) {
            case "RES" -> RESIDENT;
            case "CLOCK" -> new Author.Clock();
            default -> new Author.Professional(new PartyId(new UUID(2, 2)), Role.valueOf(who), "Joris Bos");
        };
        var melding = melding(
                "Ik kan de trap niet meer op",
                source ? Optional.of(new Happened.Source(Happened.Way.BY_PHONE, Optional.of(" "))) : Optional.empty());
        if (allowed) {
            assertThat(Onderzoek.report(by, melding).source().flatMap(Happened.Source::who))
                    .as("a name of blanks is no name")
                    .isEmpty();
        } else {
            assertThat(catchThrowableOfType(StepRefused.class, () -> Onderzoek.report(by, melding))
                            .reason())
                    .isEqualTo(Refusal.FOR_RESIDENT_OR_DESK);
        }
    }

    /** Stored for 15 years: what was written before a field was there, reads as before. */
    @Test
    void aMeldingOfBeforeSourcesWereKeptIsTheResidentsOwn() {
        var before = tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readValue(
                        "{\"words\":\"Hulp\",\"soon\":false,\"reachableBy\":null,\"companion\":null}",
                        Happened.Reported.class);
        assertThat(before).isEqualTo(melding("Hulp", Optional.empty()));
    }

    private static Happened.Reported melding(String words, Optional<Happened.Source> source) {
        return new Happened.Reported(words, false, Optional.empty(), Optional.empty(), source);
    }

    private Onderzoek in(State state) {
        return progressIn(state).now();
    }

    private OnderzoekType.Progress progressIn(State state) {
        var events = new ArrayList<Happened>();
        events.add(new Happened.Reported("Ik heb hulp nodig in huis", false, Optional.empty(), Optional.empty()));
        switch (state) {
            case INGEDIEND -> {}
            case DOORVERWEZEN -> events.add(new Happened.Forwarded("De huisarts", "zorg"));
            case INGETROKKEN -> events.add(new Happened.Withdrawn());
            default -> events.add(new Happened.Started(Happened.IdentityDocument.PASSPORT));
        }
        if (List.of(State.GESPREK_GEPLAND, State.GESPREK_GEVOERD, State.AFGEROND)
                .contains(state)) {
            events.add(new Happened.TalkPlanned(MONDAY, "Bij u thuis"));
        }
        if (List.of(State.GESPREK_GEVOERD, State.AFGEROND).contains(state)) {
            events.add(new Happened.TalkHeld(CalendarDays.dayOf(MONDAY)));
        }
        if (state == State.AFGEROND) {
            events.add(new Happened.ReportGiven(Map.of(Topic.NEEDS_AND_WISHES, "Hulp"), "Hulp is nodig"));
        }
        return progress(events.toArray(new Happened[0]));
    }

    private OnderzoekType.Progress progress(Happened... events) {
        var progress = type.begin(new Case(new ResidentId(new UUID(0, 1)), new ProcedureId(new UUID(0, 2)), givenTo));
        for (var number = 0; number < events.length; number++) {
            var by = events[number] instanceof Happened.Reported || events[number] instanceof Happened.Withdrawn
                    ? RESIDENT
                    : ANOUK;
            progress = type.after(progress, step(number + 1, by, events[number], MONDAY));
        }
        return progress;
    }

    private Onderzoek reportedAt(Instant moment) {
        var progress = type.begin(new Case(new ResidentId(new UUID(0, 1)), new ProcedureId(new UUID(0, 2))));
        return type.after(
                        progress,
                        step(
                                1,
                                RESIDENT,
                                new Happened.Reported("x", false, Optional.empty(), Optional.empty()),
                                moment))
                .now();
    }

    private static Author author(String verb) {
        return List.of("own-plan", "companion", "withdraw", "remark").contains(verb) ? RESIDENT : ANOUK;
    }

    private static Step<Happened> step(int number, Author by, Happened event, Instant at) {
        return new Step<>(number, new StepId(new UUID(3, number)), at, by, event);
    }

    private static Instant at(String moment) {
        return ZonedDateTime.parse(moment).toInstant();
    }
}
