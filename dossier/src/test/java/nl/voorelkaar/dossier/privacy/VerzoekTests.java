package nl.voorelkaar.dossier.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Answered;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Arrived;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Channel;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Filed;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Line;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Outcome;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class VerzoekTests {

    private static final Author RESIDENT = new Author.Resident();
    private static final PartyId BRAM = new PartyId(new UUID(7, 7));
    private static final Author NADIA = staff(new PartyId(new UUID(7, 1)), Role.FG);
    private static final LocalDate FILED = LocalDate.of(2026, 10, 5);
    private static final Instant NOW = at(FILED.plusDays(7));

    private final VerzoekType type = new VerzoekType(Deadlines.usual());

    private static final Map<String, Function<Verzoek, PrivacyEvent>> VERBS = Map.of(
            "extend", now -> now.extend(NADIA, "Wij zoeken het uit.", NOW),
            "answer", now -> now.answer(NADIA, Outcome.NEE, "De wet zegt dat wij dit bewaren."),
            "state", now -> now.state(RESIDENT, "Ik heb nooit gerookt."),
            "lift", now -> now.lift(RESIDENT),
            "withdraw", now -> now.withdraw(RESIDENT));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "RECTIFICATIE, INGEDIEND,   extend answer withdraw",
        "RECTIFICATIE, BEANTWOORD,  state",
        "RECTIFICATIE, INGETROKKEN, ''",
        "VERNIETIGING, INGEDIEND,   answer withdraw",
        "VERNIETIGING, BEANTWOORD,  ''",
        "LOGREGEL,     INGEDIEND,   extend answer withdraw",
        "LOGREGEL,     BEANTWOORD,  ''",
        "BEPERKING,    INGEDIEND,   extend answer withdraw",
        "BEPERKING,    BEANTWOORD,  lift",
    })
    void inEachStateTheseStepsCanBeTakenAndNoOthers(DataRight right, Verzoek.State state, String allowed) {
        var now = in(right, state);
        assertThat(now.state()).isEqualTo(state);
        for (var verb : VERBS.keySet()) {
            if (Arrays.asList(allowed.split(" ")).contains(verb)) {
                assertThat(VERBS.get(verb).apply(now)).as(verb).isNotNull();
            } else {
                var refused = catchThrowableOfType(
                        StepRefused.class, () -> VERBS.get(verb).apply(now));
                assertThat(refused).as(verb).isNotNull();
                assertThat(refused.state()).isEqualTo(state.name());
                assertThat(refused.reason()).isInstanceOf(PrivacyRefusal.class);
            }
        }
        assertThat(type.closed(now)).isEqualTo(state != Verzoek.State.INGEDIEND);
        assertThat(type.due(now).isPresent()).isEqualTo(state == Verzoek.State.INGEDIEND);
        assertThat(type.alarms(now)).hasSize(state == Verzoek.State.INGEDIEND ? 1 : 0);
    }

    /** T-INZAGE and T-VERN of DOMAIN §3.2; Regulation 1182/71 and the Algemene termijnenwet each move a Saturday on. */
    @ParameterizedTest(name = "{0} of {1} is answered on {2}, when extended on {3}")
    @CsvSource({
        "INZAGE,       2026-10-05, 2026-11-05, 2027-01-05",
        "LOGREGEL,     2026-10-05, 2026-11-05, 2027-01-05",
        "RECTIFICATIE, 2026-10-07, 2026-11-09, 2027-01-07",
        "VERNIETIGING, 2026-10-05, 2027-01-05, ",
        "VERNIETIGING, 2026-10-02, 2027-01-04, ",
    })
    void eachRightHasTheTermOfItsLaw(
            DataRight right, LocalDate filed, LocalDate last, @org.jspecify.annotations.Nullable LocalDate extended) {
        var now = begun(right, at(filed));
        assertThat(now.term().lastDay()).isEqualTo(last);
        assertThat(type.due(now)).contains(last);
        assertThat(right.canBeExtended()).isEqualTo(extended != null);
        if (extended != null) {
            var longer = then(now, NADIA, at(filed.plusDays(2)), now.extend(NADIA, "Het is veel.", at(filed)));
            assertThat(longer.term().lastDay()).isEqualTo(extended);
            refuses(PrivacyRefusal.ALREADY_EXTENDED, () -> longer.extend(NADIA, "Nog meer.", at(filed)));
        }
    }

    @Test
    void moreTimeIsToldWithinTheFirstTerm() {
        var now = begun(DataRight.INZAGE, at(FILED));
        var end = now.term().end();
        assertThat(now.extend(NADIA, "Het is veel.", end.minusNanos(1))).isNotNull();
        refuses(PrivacyRefusal.TERM_IS_OVER, () -> now.extend(NADIA, "Het is veel.", end));
    }

    @Test
    void onlyTheResidentAsksAndOnlyAPrivacyOfficerWhomItIsNotAboutAnswers() {
        var asked = asks(DataRight.LOGREGEL);
        refuses(PrivacyRefusal.ONLY_RESIDENT, () -> Verzoek.file(NADIA, asked));
        var now = begun(DataRight.LOGREGEL, at(FILED));
        assertThat(type.excluded(now)).containsExactly(BRAM);
        refuses(PrivacyRefusal.ABOUT_YOU, () -> now.answer(staff(BRAM, Role.FG), Outcome.NEE, "Nee"));
        refuses(PrivacyRefusal.ONLY_OFFICER, () -> now.answer(staff(BRAM, Role.TM), Outcome.NEE, "Nee"));
        refuses(PrivacyRefusal.ONLY_OFFICER, () -> now.answer(RESIDENT, Outcome.JA, "Ja"));
        refuses(PrivacyRefusal.ONLY_OFFICER, () -> now.extend(RESIDENT, "Later", NOW));
        refuses(PrivacyRefusal.ONLY_RESIDENT, () -> now.withdraw(NADIA));
        assertThat(type.excluded(begun(DataRight.INZAGE, at(FILED)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLineBelongsToALineAndAPartToTheRest(DataRight right) {
        var about = Optional.of(Section.PLAN);
        var line = asks(DataRight.LOGREGEL).line();
        var log = right == DataRight.LOGREGEL;
        refuses(
                PrivacyRefusal.NO_SUCH_LINE,
                () -> Verzoek.file(
                        RESIDENT, Filed.online(right, "Waarom?", Optional.empty(), log ? Optional.empty() : line)));
        refuses(PrivacyRefusal.NO_SUCH_LINE, () -> Verzoek.file(RESIDENT, Filed.online(right, "Waarom?", about, line)));
        assertThat(Verzoek.file(RESIDENT, asks(right)).words()).isEqualTo("Dit klopt niet.");
    }

    @Test
    void aTextIsNeitherEmptyNorEndless() {
        var now = begun(DataRight.INZAGE, at(FILED));
        refuses(PrivacyRefusal.EMPTY_TEXT, () -> now.answer(NADIA, Outcome.JA, " \n"));
        refuses(PrivacyRefusal.TOO_LONG, () -> now.answer(NADIA, Outcome.JA, "a".repeat(Verzoek.LONGEST_TEXT + 1)));
        assertThat(now.answer(NADIA, Outcome.JA, " Ja. ").text()).isEqualTo("Ja.");
    }

    @Test
    void aStatementStandsBesideWhatWasNotPutRightAndTheNewestCounts() {
        var refused = in(DataRight.RECTIFICATIE, Verzoek.State.BEANTWOORD);
        var first = then(refused, RESIDENT, NOW, refused.state(RESIDENT, "Ik rook niet."));
        var second = then(first, RESIDENT, NOW, first.state(RESIDENT, "Ik heb nooit gerookt."));
        assertThat(second.statement()).contains("Ik heb nooit gerookt.");
        var open = begun(DataRight.RECTIFICATIE, at(FILED));
        var right = then(open, NADIA, NOW, open.answer(NADIA, Outcome.JA, "Het is verbeterd."));
        refuses(PrivacyRefusal.NOTHING_TO_STAND_BESIDE, () -> right.state(RESIDENT, "Dank u."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"JA", "DEELS"})
    void whatIsRestrictedStaysSoUntilTheResidentOrTheOfficerLiftsIt(Outcome outcome) {
        var open = begun(DataRight.BEPERKING, at(FILED));
        assertThat(open.restricts()).isFalse();
        var granted = then(open, NADIA, NOW, open.answer(NADIA, outcome, "Wij gebruiken het niet."));
        assertThat(granted.restricts()).isTrue();
        var other = staff(BRAM, Role.GSP);
        refuses(PrivacyRefusal.ONLY_OFFICER, () -> granted.lift(other, "Het moet."));
        refuses(PrivacyRefusal.EMPTY_TEXT, () -> granted.lift(NADIA, " "));
        assertThat(granted.lift(RESIDENT).why()).isEmpty();

        var lifted = then(granted, NADIA, NOW, granted.lift(NADIA, "Het is nagegaan."));

        assertThat(lifted.restricts()).isFalse();
        assertThat(lifted.lifted().orElseThrow().why()).contains("Het is nagegaan.");
        refuses(PrivacyRefusal.NOT_RESTRICTED, () -> lifted.lift(RESIDENT));
    }

    @Test
    void theClockSaysThatItIsLateAndLeavesItOpen() {
        var now = begun(DataRight.INZAGE, at(FILED));
        var alarm = type.alarms(now).getFirst();
        assertThat(alarm.at()).isEqualTo(now.term().end());
        var late = then(now, new Author.Clock(), alarm.at(), type.byClock(alarm.verb()));
        assertThat(late.overdue()).isTrue();
        assertThat(type.alarms(late)).isEmpty();
        assertThat(late.answer(NADIA, Outcome.JA, "Sorry dat het zo lang duurde."))
                .isNotNull();
    }

    @Test
    void noContentIsInWhatIsLogged() {
        var now = in(DataRight.RECTIFICATIE, Verzoek.State.BEANTWOORD);
        var words = new TreeSet<>(List.of(
                now.toString(),
                asks(DataRight.LOGREGEL).toString(),
                asks(DataRight.LOGREGEL).line().orElseThrow().toString(),
                new Answered(Outcome.JA, "geheim").toString(),
                new PrivacyEvent.Extended("geheim").toString(),
                new PrivacyEvent.Stated("geheim").toString(),
                new PrivacyEvent.Lifted(Optional.of("geheim")).toString()));
        assertThat(String.join(" ", words))
                .doesNotContain("geheim")
                .doesNotContain("klopt")
                .doesNotContain("keek");
    }

    private void refuses(PrivacyRefusal reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThat(catchThrowableOfType(StepRefused.class, step))
                .isNotNull()
                .extracting(StepRefused::reason)
                .isEqualTo(reason);
    }

    private Verzoek in(DataRight right, Verzoek.State state) {
        var open = begun(right, at(FILED));
        return switch (state) {
            case INGEDIEND -> open;
            case BEANTWOORD -> then(open, NADIA, NOW, open.answer(NADIA, Outcome.DEELS, "Een deel klopt."));
            case INGETROKKEN -> then(open, RESIDENT, NOW, open.withdraw(RESIDENT));
        };
    }

    @Test
    void whatDidNotComeInThePortalIsRegisteredByTheOfficerWithTheDayItCame() {
        var asked = came(FILED, true);
        refuses(PrivacyRefusal.HOW_IT_CAME, () -> Verzoek.file(RESIDENT, asked));
        refuses(PrivacyRefusal.HOW_IT_CAME, () -> Verzoek.register(NADIA, asks(DataRight.INZAGE), FILED));
        refuses(PrivacyRefusal.ONLY_OFFICER, () -> Verzoek.register(RESIDENT, asked, FILED));
        refuses(PrivacyRefusal.ONLY_OFFICER, () -> Verzoek.register(staff(BRAM, Role.GSP), asked, FILED));
        refuses(PrivacyRefusal.CAME_IN_THE_FUTURE, () -> Verzoek.register(NADIA, asked, FILED.minusDays(1)));

        var sure = registered(asked);
        assertThat(sure.receivedOn()).isEqualTo(FILED);
        assertThat(sure.answer(NADIA, Outcome.JA, "Hier is de kopie.")).isNotNull();
    }

    @Test
    void nothingIsGivenBeforeItIsSureWhoAsked() {
        var unsure = registered(came(FILED, false));
        refuses(PrivacyRefusal.NOT_SURE_WHO, () -> unsure.answer(NADIA, Outcome.DEELS, "Een deel."));
        assertThat(unsure.answer(NADIA, Outcome.NEE, "Wij weten niet wie u bent."))
                .isNotNull();
        assertThat(then(unsure, NADIA, NOW, unsure.identify(NADIA)).answer(NADIA, Outcome.JA, "Hier is alles."))
                .isNotNull();
    }

    @Test
    void whatWasStoredBeforeThereWereLettersIsReadAsAskedInThePortal() {
        var stored = JsonMapper.builder().build().readValue("{\"right\":\"INZAGE\",\"words\":\"Alles.\"}", Filed.class);
        assertThat(stored).isEqualTo(Filed.online(DataRight.INZAGE, "Alles.", Optional.empty(), Optional.empty()));
    }

    private Verzoek registered(Filed asked) {
        var begin = type.begin(new Case(new ResidentId(new UUID(1, 1)), new ProcedureId(new UUID(1, 2))));
        return then(begin, NADIA, NOW, Verzoek.register(NADIA, asked, CalendarDays.dayOf(NOW)));
    }

    private static Filed came(LocalDate on, boolean known) {
        return new Filed(
                DataRight.INZAGE,
                "Graag een kopie.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Arrived(Channel.BRIEF, on, known, Optional.empty())));
    }

    private Verzoek begun(DataRight right, Instant filed) {
        var begin = type.begin(new Case(new ResidentId(new UUID(1, 1)), new ProcedureId(new UUID(1, 2))));
        return then(begin, RESIDENT, filed, Verzoek.file(RESIDENT, asks(right)));
    }

    private Verzoek then(Verzoek before, Author by, Instant at, PrivacyEvent event) {
        return type.after(before, new Step<>(2, new StepId(UUID.randomUUID()), at, by, event));
    }

    private static Filed asks(DataRight right) {
        return Filed.online(
                right,
                " Dit klopt niet. ",
                Optional.empty(),
                right == DataRight.LOGREGEL
                        ? Optional.of(new Line(
                                new UUID(3, 3),
                                12,
                                at(FILED),
                                Optional.of(BRAM.value()),
                                "Bram Visser keek naar Wonen."))
                        : Optional.empty());
    }

    private static Author staff(PartyId party, Role role) {
        return new Author.Professional(party, role, "Nadia Jansen");
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(CalendarDays.AMSTERDAM).toInstant();
    }
}
