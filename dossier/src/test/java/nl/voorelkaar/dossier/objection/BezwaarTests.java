package nl.voorelkaar.dossier.objection;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.deadline.Timeliness;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar.State;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Outcome;
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

class BezwaarTests {

    private static final Author RESIDENT = new Author.Resident();
    private static final PartyId FIRST_DECIDER = new PartyId(new UUID(7, 7));
    private static final Author INGRID = staff(1, Role.JUR);
    private static final Author DECIDER = staff(2, Role.BES);
    private static final Bezwaar.Filing FILING =
            new Bezwaar.Filing("Ik kan de trap niet op.", true, "", "", true, true);

    /** Made known on this day: D01, until Monday 13 April 2026. */
    private static final LocalDate KNOWN = LocalDate.of(2026, 3, 2);

    private static final LocalDate FILED = LocalDate.of(2026, 4, 10);
    private static final Instant NOW = at(FILED.plusDays(5), "09:00");

    private final BezwaarType type = new BezwaarType(Deadlines.usual());

    private static final Map<String, Function<Bezwaar, ObjectionEvent>> VERBS = Map.ofEntries(
            Map.entry("confirm", Bezwaar::confirm),
            Map.entry("grounds", now -> now.giveGrounds(RESIDENT, "Omdat ik val")),
            Map.entry(
                    "add-file",
                    now -> now.addFile(RESIDENT, new PaperId(new UUID(1, 1)), "brief.pdf", "application/pdf")),
            Map.entry("ask-repair", now -> now.askRepair(INGRID, "Waarom", FILED.plusDays(30), NOW)),
            Map.entry("committee", now -> now.appointCommittee(INGRID)),
            Map.entry("plan-hearing", now -> now.planHearing(INGRID, NOW.plusSeconds(86_400 * 20), "Stadhuis", NOW)),
            Map.entry("waive-hearing", now -> now.waiveHearing(RESIDENT, NoHearing.RESIDENT_DECLINED)),
            Map.entry("hear", now -> now.hear(INGRID, FILED, List.of("mevrouw"), "Verslag", NOW)),
            Map.entry("advise", now -> now.advise(INGRID, "Gegrond", List.of("voorzitter"))),
            Map.entry("extend", now -> now.extend(INGRID, "Wij wachten op een arts", NOW)),
            Map.entry("replace-decision", now -> now.replaceDecision(DECIDER, new ProcedureId(new UUID(5, 5)))),
            Map.entry("withdraw", now -> now.withdraw(RESIDENT)),
            Map.entry("to-court", now -> now.sendToCourt(INGRID)),
            Map.entry(
                    "decide",
                    now -> now.decide(
                            DECIDER,
                            Outcome.GEGROND,
                            Consequence.HERROEPEN,
                            "U hebt gelijk",
                            Optional.empty(),
                            Optional.empty())));

    private static final String ALWAYS = "grounds add-file extend replace-decision withdraw to-court ";

    @ParameterizedTest(name = "in {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "INGEDIEND              | committee confirm",
                "BEVESTIGD              | committee ask-repair plan-hearing waive-hearing",
                "HERSTEL                | committee",
                "HOREN                  | committee plan-hearing waive-hearing hear",
                "GEEN_HOORZITTING       | committee plan-hearing decide",
                "GEHOORD                | committee plan-hearing decide",
                "ADVIES                 | plan-hearing decide",
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
    @CsvSource({"INGETROKKEN", "DOORGEZONDEN_RECHTBANK", "BESLIST"})
    void whenItIsOverNothingMoreHappens(State state) {
        VERBS.keySet().forEach(verb -> refused(verb, state));
        assertThat(type.alarms(in(state))).isEmpty();
        assertThat(type.closed(in(state))).isTrue();
    }

    private void refused(String verb, State state) {
        var refused =
                catchThrowableOfType(StepRefused.class, () -> VERBS.get(verb).apply(in(state)));
        assertThat(refused).as(verb + " in " + state).isNotNull();
        assertThat(refused.state()).isEqualTo(state.name());
    }

    @ParameterizedTest(name = "{0} by {1}, posted {2}, received {3}: {4}")
    @CsvSource({
        "D13, PORTAL, ,           2026-04-13T23:59:59, IN_TIME",
        "D13, PORTAL, ,           2026-04-14T00:00:01, LATE",
        "D14, LETTER, 2026-04-13, 2026-04-20T10:00,    IN_TIME_BY_POST",
        "D14, LETTER, 2026-04-13, 2026-04-21T10:00,    LATE",
        "S13, MAIL,   ,           2026-04-13T23:00,    IN_TIME",
        "---, DESK,   ,           2026-04-14T09:00,    LATE",
    })
    void itIsTakenInHoweverAndWheneverItComes(
            String example,
            ObjectionEvent.Channel channel,
            LocalDate posted,
            java.time.LocalDateTime received,
            Timeliness timeliness) {
        var at = received.atZone(CalendarDays.AMSTERDAM).toInstant();
        var filed = Bezwaar.file(
                RESIDENT,
                new ProcedureId(new UUID(4, 4)),
                Facts.of(Rule.OBJECTION, KNOWN),
                Set.of(FIRST_DECIDER),
                new ObjectionEvent.Arrived(channel, received.toLocalDate(), Optional.ofNullable(posted)),
                new Bezwaar.Filing("", false, "", "", false, false));
        var bezwaar = after(start(), RESIDENT, filed, at);

        assertThat(bezwaar.timeliness()).as(example).isEqualTo(timeliness);
        assertThat(bezwaar.grounds()).as("pro forma").isEmpty();
        assertThat(bezwaar.objectionTerm().lastDay()).isEqualTo(LocalDate.of(2026, 4, 13));
    }

    @Test
    void theTermToDecideRunsFromTheEndOfTheTimeToObject() {
        assertThat(in(State.BEVESTIGD).decisionTerm().lastDay()).as("D16").isEqualTo(LocalDate.of(2026, 5, 26));
        var committee = then(in(State.BEVESTIGD), INGRID, now -> now.appointCommittee(INGRID), FILED);
        assertThat(committee.decisionTerm().lastDay()).as("D17").isEqualTo(LocalDate.of(2026, 7, 6));
        var extended = then(in(State.BEVESTIGD), INGRID, now -> now.extend(INGRID, "x", NOW), FILED);
        assertThat(extended.decisionTerm().lastDay()).as("D16").isEqualTo(LocalDate.of(2026, 7, 6));
        var both = then(committee, INGRID, now -> now.extend(INGRID, "x", NOW), FILED);
        assertThat(both.decisionTerm().lastDay()).as("D17").isEqualTo(LocalDate.of(2026, 8, 17));
        assertThatThrownBy(() -> extended.extend(INGRID, "nog eens", NOW)).hasMessageContaining("already-extended");
    }

    @Test
    void askingForMoreStopsTheTermUntilItIsSupplied() {
        var asked = then(
                in(State.BEVESTIGD),
                INGRID,
                now -> now.askRepair(INGRID, "Waarom", LocalDate.of(2026, 5, 11), at(2026, 4, 20)),
                LocalDate.of(2026, 4, 20));
        assertThat(asked.decisionTerm().standsStill()).isTrue();
        assertThat(type.alarms(asked)).extracting(alarm -> alarm.verb()).containsExactly("repair-lapsed");

        var supplied = then(asked, RESIDENT, now -> now.giveGrounds(RESIDENT, "Omdat"), LocalDate.of(2026, 5, 4));
        assertThat(supplied.state()).isEqualTo(State.BEVESTIGD);
        assertThat(supplied.decisionTerm().lastDay()).as("D19").isEqualTo(LocalDate.of(2026, 6, 8));

        var alarm = type.alarms(asked).getFirst();
        var lapsed = type.after(
                asked,
                new Step<>(9, new StepId(new UUID(9, 9)), alarm.at(), new Author.Clock(), type.byClock(alarm.verb())));
        assertThat(lapsed.state()).isEqualTo(State.BEVESTIGD);
        assertThat(lapsed.decisionTerm().standsStill()).isFalse();
        assertThat(type.alarms(lapsed)).extracting(next -> next.verb()).containsExactly("term-passed");
    }

    @Test
    void whoTookTheFirstDecisionTakesNoPartInThisOne() {
        var bezwaar = in(State.GEHOORD);
        assertThat(type.excluded(bezwaar)).containsExactly(FIRST_DECIDER);
        var decider = new Author.Professional(FIRST_DECIDER, Role.BES, "De eerste beslisser");
        assertThatThrownBy(() -> bezwaar.decide(
                        decider, Outcome.GEGROND, Consequence.HERROEPEN, "x", Optional.empty(), Optional.empty()))
                .hasMessageContaining("decided-before");
        var lawyer = new Author.Professional(FIRST_DECIDER, Role.JUR, "De eerste beslisser");
        assertThatThrownBy(() -> bezwaar.planHearing(lawyer, NOW.plusSeconds(86_400 * 20), "x", NOW))
                .hasMessageContaining("decided-before");
    }

    @Test
    void eachStepIsForWhoItIsFor() {
        for (var role : Role.values()) {
            var by = staff(20 + role.ordinal(), role);
            assertThat(permits(() -> in(State.BEVESTIGD).askRepair(by, "x", FILED.plusDays(30), NOW)))
                    .isEqualTo(role == Role.JUR);
            assertThat(permits(() -> in(State.GEHOORD)
                            .decide(
                                    by,
                                    Outcome.ONGEGROND,
                                    Consequence.GEHANDHAAFD,
                                    "x",
                                    Optional.empty(),
                                    Optional.empty())))
                    .isEqualTo(role == Role.BES);
            assertThat(permits(() -> in(State.BEVESTIGD).giveGrounds(by, "x"))).isFalse();
        }
        assertThat(permits(() -> in(State.BEVESTIGD).waiveHearing(RESIDENT, NoHearing.CLEARLY_UNFOUNDED)))
                .isFalse();
        assertThat(permits(() -> in(State.HOREN).withdraw(INGRID)))
                .as("orally at the hearing")
                .isTrue();
        assertThat(permits(() -> in(State.BEVESTIGD).withdraw(INGRID))).isFalse();
    }

    @Test
    void aHearingLeavesTenDaysToSendPapersIn() {
        var soon = at(CalendarDays.dayOf(NOW).plusDays(10), "09:00");
        assertThatThrownBy(() -> in(State.BEVESTIGD).planHearing(INGRID, soon, "Stadhuis", NOW))
                .hasMessageContaining("hearing-too-soon");
        assertThat(in(State.BEVESTIGD)
                        .planHearing(INGRID, at(CalendarDays.dayOf(NOW).plusDays(11), "09:00"), "Stadhuis", NOW))
                .isNotNull();
    }

    @ParameterizedTest(name = "{0} means {1}: {2}")
    @CsvSource({
        "GEGROND,          HERROEPEN,   true",
        "GEGROND,          GEWIJZIGD,   true",
        "GEGROND,          GEHANDHAAFD, false",
        "DEELS_GEGROND,    GEWIJZIGD,   true",
        "ONGEGROND,        GEHANDHAAFD, true",
        "ONGEGROND,        HERROEPEN,   false",
        "NIET_ONTVANKELIJK, GEHANDHAAFD, true",
        "NIET_ONTVANKELIJK, GEWIJZIGD,  false",
    })
    void theOutcomeAndWhatItDoesFitTogether(Outcome outcome, Consequence consequence, boolean fits) {
        assertThat(permits(() -> in(State.GEHOORD)
                        .decide(DECIDER, outcome, consequence, "Reden", Optional.empty(), Optional.empty())))
                .isEqualTo(fits);
    }

    @Test
    void costsAreOnlyPaidWhenTheyWereAskedBeforeTheDecision() {
        var without = after(
                start(), RESIDENT, filed(new Bezwaar.Filing("x", true, "", "", false, false)), at(FILED, "10:00"));
        var heard = then(
                then(
                        then(without, INGRID, Bezwaar::confirm, FILED),
                        RESIDENT,
                        now -> now.waiveHearing(RESIDENT, NoHearing.RESIDENT_DECLINED),
                        FILED),
                RESIDENT,
                now -> now.addFile(RESIDENT, new PaperId(new UUID(1, 2)), "a", "b"),
                FILED);
        assertThatThrownBy(() -> heard.decide(
                        DECIDER,
                        Outcome.GEGROND,
                        Consequence.HERROEPEN,
                        "x",
                        Optional.of("100 euro"),
                        Optional.empty()))
                .hasMessageContaining("costs-not-asked");
        assertThatThrownBy(() -> without.sendToCourt(INGRID)).hasMessageContaining("direct-appeal-not-asked");
    }

    @Test
    void onlyALawyerTakesInWhatCameOutsideThePortalAndOnlyDaysThatCanBe() {
        for (var role : Role.values()) {
            assertThat(permits(() -> registered(staff(30 + role.ordinal(), role), FILED, Optional.of(FILED))))
                    .isEqualTo(role == Role.JUR);
        }
        assertThat(permits(() -> registered(RESIDENT, FILED, Optional.empty()))).isFalse();
        assertThatThrownBy(() -> registered(INGRID, CalendarDays.dayOf(NOW).plusDays(1), Optional.empty()))
                .hasMessageContaining("came-in-the-future");
        assertThatThrownBy(() -> registered(INGRID, FILED, Optional.of(FILED.plusDays(1))))
                .hasMessageContaining("posted-after-it-came");
    }

    /** A resident without the portal sends the reasons by letter too. */
    @Test
    void whatCameByLetterIsCompletedByLetter() {
        var bezwaar = then(
                after(start(), INGRID, registered(INGRID, FILED, Optional.empty()), NOW),
                INGRID,
                Bezwaar::confirm,
                FILED);
        assertThat(bezwaar.receivedOn()).isEqualTo(FILED);
        assertThat(bezwaar.giveGrounds(INGRID, "Omdat ik val").grounds()).isEqualTo("Omdat ik val");
        assertThat(permits(() -> in(State.BEVESTIGD).giveGrounds(INGRID, "x"))).isFalse();
    }

    private static ObjectionEvent.Filed registered(Author by, LocalDate received, Optional<LocalDate> posted) {
        return Bezwaar.register(
                by,
                new ProcedureId(new UUID(4, 4)),
                Facts.of(Rule.OBJECTION, KNOWN),
                Set.of(FIRST_DECIDER),
                new ObjectionEvent.Arrived(ObjectionEvent.Channel.LETTER, received, posted),
                FILING,
                NOW);
    }

    @Test
    void filesHaveAnEnd() {
        var bezwaar = in(State.BEVESTIGD);
        for (var number = 0; number < Bezwaar.MOST_FILES; number++) {
            var paper = new PaperId(new UUID(1, number));
            bezwaar = then(bezwaar, RESIDENT, now -> now.addFile(RESIDENT, paper, "a.pdf", "application/pdf"), FILED);
        }
        var full = bezwaar;
        assertThat(full.files()).hasSize(Bezwaar.MOST_FILES).allMatch(Bezwaar.OwnFile::byResident);
        assertThatThrownBy(() -> full.addFile(RESIDENT, new PaperId(new UUID(2, 2)), "a.pdf", "application/pdf"))
                .hasMessageContaining("too-many-files");
    }

    @Test
    void nothingIsDecidedBeforeTheLetterLeavesAndTheCourtsTermCountsFromThen() {
        var ready = then(in(State.GEHOORD), DECIDER, now -> now.ready(DECIDER, DECISION, letter(1), false), FILED);
        assertThat(ready.state()).isEqualTo(State.GEHOORD);
        assertThat(ready.decision()).isEmpty();
        assertThat(ready.appealUntil()).isEmpty();
        assertThat(type.alarms(ready)).extracting(alarm -> alarm.verb()).containsExactly("term-passed");
        assertThatThrownBy(() -> ready.makeKnown(DECIDER, SENDING, at(FILED.plusDays(1), "11:00")))
                .as("the letter says another day")
                .hasMessageContaining("letter-of-another-day");

        var sent = sent(then(ready, DECIDER, now -> now.makeKnown(DECIDER, SENDING, at(FILED, "11:00")), FILED), FILED);
        assertThat(sent.state()).isEqualTo(State.BESLIST);
        assertThat(sent.decision())
                .get()
                .extracting(ObjectionEvent.Decided::letter)
                .isEqualTo(Optional.of(PAPER));
        assertThat(sent.decider()).get().isEqualTo(DECIDER);
        assertThat(sent.appealUntil().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 5, 22));
        assertThatThrownBy(() -> sent.ready(DECIDER, DECISION, letter(2), false))
                .hasMessageContaining("sending-did-not-fail");
    }

    @Test
    void aLetterThatCameBackGoesAgainAndMovesTheTerm() {
        var sent = sent(
                then(
                        then(in(State.GEHOORD), DECIDER, now -> now.ready(DECIDER, DECISION, letter(1), false), FILED),
                        DECIDER,
                        now -> now.makeKnown(DECIDER, SENDING, at(FILED, "11:00")),
                        FILED),
                FILED);
        var failed = then(sent, DECIDER, now -> now.fail(DECIDER, SENDING, Sending.Failure.RETOUR), FILED.plusDays(5));
        var other = new ObjectionEvent.Decided(
                Outcome.GEGROND, Consequence.HERROEPEN, "Toch anders", Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> failed.ready(DECIDER, other, letter(2), false)).hasMessageContaining("over");
        var again = then(
                failed,
                DECIDER,
                now -> now.ready(DECIDER, now.decision().orElseThrow(), letter(2), false),
                FILED.plusDays(6));
        var second = then(
                again,
                DECIDER,
                now -> now.send(DECIDER, new UUID(3, 2), Optional.of("brief-2"), at(FILED.plusDays(6), "11:00")),
                FILED.plusDays(6));
        assertThat(second.sendings().left().all()).hasSize(2);
        assertThat(second.appealUntil().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 5, 28));
    }

    @Test
    void theLetterNeedsAnAddressOrTheResidentsChoice() {
        var heard = in(State.GEHOORD);
        var nowhere = new ReadyLetter(SENDING, Sending.Channel.BRIEF, List.of("J. Postma"), PAPER, "00");
        assertThatThrownBy(() -> heard.ready(DECIDER, DECISION, nowhere, false))
                .hasMessageContaining("address-missing");
        var portal = new ReadyLetter(SENDING, Sending.Channel.PORTAAL, List.of(), PAPER, "00");
        assertThatThrownBy(() -> heard.ready(DECIDER, DECISION, portal, false))
                .hasMessageContaining("portal-not-chosen");
        assertThat(heard.ready(DECIDER, DECISION, portal, true)).isNotNull();
        assertThatThrownBy(() -> heard.ready(INGRID, DECISION, letter(1), false))
                .hasMessageContaining("only-decider");
        assertThatThrownBy(() -> in(State.BEVESTIGD).ready(DECIDER, DECISION, letter(1), false))
                .hasMessageContaining("not-heard");
    }

    private static final UUID SENDING = new UUID(3, 1);
    private static final PaperId PAPER = new PaperId(new UUID(6, 1));
    private static final ObjectionEvent.Decided DECISION = new ObjectionEvent.Decided(
            Outcome.GEGROND, Consequence.HERROEPEN, "U hebt gelijk", Optional.empty(), Optional.empty());

    private static ReadyLetter letter(int number) {
        return new ReadyLetter(
                new UUID(3, number),
                Sending.Channel.BRIEF,
                List.of("J. Postma", "Dorpsstraat 1"),
                new PaperId(new UUID(6, number)),
                "00");
    }

    private Bezwaar sent(Bezwaar decided, LocalDate day) {
        return then(decided, DECIDER, now -> now.send(DECIDER, SENDING, Optional.of("brief-1"), at(day, "11:00")), day);
    }

    @Test
    void lateMeansAskWhyAndLetAPersonJudge() {
        var late = then(
                after(start(), RESIDENT, filed(FILING), at(LocalDate.of(2026, 4, 14), "00:00:01")),
                INGRID,
                Bezwaar::confirm,
                LocalDate.of(2026, 4, 14));
        var asked = then(late, INGRID, now -> now.askWhyLate(INGRID), LocalDate.of(2026, 4, 15));
        assertThat(asked.state()).isEqualTo(State.TOETS_VERSCHOONBAAR);
        var told = then(
                asked,
                RESIDENT,
                now -> now.giveLateReason(RESIDENT, "Ik lag in het ziekenhuis"),
                LocalDate.of(2026, 4, 16));
        var judged = then(told, INGRID, now -> now.judgeLateness(INGRID, true, "Opname"), LocalDate.of(2026, 4, 17));
        assertThat(judged.state()).isEqualTo(State.BEVESTIGD);
        assertThat(judged.lateBecause()).contains("Ik lag in het ziekenhuis");
        assertThat(judged.lateness())
                .get()
                .extracting(ObjectionEvent.LatenessJudged::excused)
                .isEqualTo(true);
        assertThatThrownBy(() -> in(State.BEVESTIGD).askWhyLate(INGRID)).hasMessageContaining("not-late");
    }

    @Test
    void aNoticeOfDefaultWorksOnlyAfterTheTerm() {
        var bezwaar = in(State.BEVESTIGD);
        assertThatThrownBy(() -> bezwaar.noticeDefault(RESIDENT, at(LocalDate.of(2026, 5, 26), "23:59")))
                .hasMessageContaining("not-late-yet");
        assertThat(bezwaar.noticeDefault(RESIDENT, at(LocalDate.of(2026, 5, 27), "00:01")))
                .isNotNull();
        var noticed = then(
                bezwaar,
                RESIDENT,
                now -> now.noticeDefault(RESIDENT, at(LocalDate.of(2026, 5, 27), "09:00")),
                LocalDate.of(2026, 5, 27));
        assertThat(noticed.defaultNoticedOn()).contains(LocalDate.of(2026, 5, 27));
        assertThatThrownBy(() -> noticed.noticeDefault(RESIDENT, at(LocalDate.of(2026, 5, 28), "09:00")))
                .hasMessageContaining("already-in-default");
    }

    /** The table of DOMAIN §2.4, written once more. What is over leads nowhere. */
    private static final Map<State, Set<State>> TABLE = Map.of(
            State.INGEDIEND, orOver(State.INGEDIEND, State.BEVESTIGD),
            State.BEVESTIGD,
                    orOver(
                            State.BEVESTIGD,
                            State.HERSTEL,
                            State.TOETS_VERSCHOONBAAR,
                            State.HOREN,
                            State.GEEN_HOORZITTING),
            State.HERSTEL, orOver(State.HERSTEL, State.BEVESTIGD),
            State.TOETS_VERSCHOONBAAR, orOver(State.TOETS_VERSCHOONBAAR, State.BEVESTIGD),
            State.HOREN, orOver(State.HOREN, State.GEEN_HOORZITTING, State.GEHOORD),
            State.GEEN_HOORZITTING, orOver(State.GEEN_HOORZITTING, State.HOREN, State.ADVIES, State.BESLIST),
            State.GEHOORD, orOver(State.GEHOORD, State.HOREN, State.ADVIES, State.BESLIST),
            State.ADVIES, orOver(State.ADVIES, State.HOREN, State.BESLIST));

    private static final Map<String, Function<Bezwaar, ObjectionEvent>> LATE = new TreeMap<>(Map.of(
            "ask-why-late", now -> now.askWhyLate(INGRID),
            "why-late", now -> now.giveLateReason(RESIDENT, "Ik was ziek"),
            "judge-lateness", now -> now.judgeLateness(INGRID, true, "Dat telt")));

    /** An open objection can be taken back, or go to the court, at any time. */
    private static Set<State> orOver(State... states) {
        var all = EnumSet.of(State.INGETROKKEN, State.DOORGEZONDEN_RECHTBANK);
        all.addAll(List.of(states));
        return all;
    }

    @Test
    void whateverIsTriedInWhateverOrderItStaysAnObjection() {
        var random = new Random(61);
        var verbs = Stream.concat(
                        VERBS.entrySet().stream().sorted(Map.Entry.comparingByKey()), LATE.entrySet().stream())
                .toList();
        var reached = EnumSet.noneOf(State.class);
        for (var world = 0; world < 2_000; world++) {
            var day = world % 2 == 0 ? FILED : KNOWN.plusDays(60);
            var bezwaar = after(start(), RESIDENT, filed(FILING, day), at(day, "10:00"));
            for (var number = 0; number < 12; number++) {
                var verb = verbs.get(random.nextInt(verbs.size()));
                var before = bezwaar;
                try {
                    var event = verb.getValue().apply(before);
                    assertThat(before.state().open()).isTrue();
                    bezwaar = after(before, RESIDENT, event, NOW);
                    assertThat(TABLE.get(before.state()))
                            .as(before.state() + " by " + verb.getKey())
                            .contains(bezwaar.state());
                } catch (StepRefused refused) {
                    assertThat(refused.reason().key()).startsWith("objection.");
                    assertThat(refused.state()).isEqualTo(before.state().name());
                }
                reached.add(bezwaar.state());
                assertThat(type.closed(bezwaar))
                        .isEqualTo(!bezwaar.state().open()
                                && bezwaar.undeliveredSince().isEmpty());
                assertThat(bezwaar.decisionTerm().lastDay())
                        .isAfter(bezwaar.objectionTerm().lastDay());
                assertThat(type.alarms(bezwaar)).hasSizeLessThan(3);
            }
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(State.class));
    }

    /**
     * All orders of two answers, by everybody: a carer's preparing is nothing until the resident says so, and then
     * once.
     */
    @Test
    void whatACarerPreparedIsAnsweredOnceAndByTheResidentInPerson() {
        var prepared = new PreparedType();
        var begun = prepared.after(
                prepared.begin(new Case(new ResidentId(new UUID(0, 1)), new ProcedureId(new UUID(0, 2)))),
                new Step<>(
                        1,
                        new StepId(new UUID(0, 3)),
                        NOW,
                        RESIDENT,
                        new PreparedObjection.Event.WithdrawalPrepared(new UUID(0, 4))));
        var carer =
                new Author.Resident(Optional.of(new Author.Carer(new PersonId(new UUID(0, 5)), "Youssef el Amrani")));
        var answers = List.<BiFunction<PreparedObjection, Author, PreparedObjection.Event>>of(
                PreparedObjection::confirm,
                PreparedObjection::decline,
                (now, by) -> prepared.byClock(prepared.alarms(now).getFirst().verb()));
        for (var first : answers) {
            var answered = prepared.after(
                    begun, new Step<>(2, new StepId(new UUID(0, 6)), NOW, RESIDENT, first.apply(begun, RESIDENT)));
            assertThat(answered.state()).isNotEqualTo(PreparedObjection.State.KLAARGEZET);
            assertThat(prepared.alarms(answered)).isEmpty();
            for (var second : answers.subList(0, 2)) {
                assertThat(permits(() -> second.apply(answered, RESIDENT))).isFalse();
                for (var other : List.of(carer, INGRID, new Author.Clock())) {
                    assertThat(permits(() -> second.apply(begun, other))).isFalse();
                }
            }
        }
    }

    private Bezwaar start() {
        return type.begin(new Case(new ResidentId(new UUID(0, 1)), new ProcedureId(new UUID(0, 2))));
    }

    private Bezwaar in(State state) {
        var bezwaar = after(start(), RESIDENT, filed(FILING), at(FILED, "10:00"));
        if (state == State.INGEDIEND) {
            return bezwaar;
        }
        bezwaar = then(bezwaar, INGRID, Bezwaar::confirm, FILED);
        return switch (state) {
            case HERSTEL ->
                then(bezwaar, INGRID, now -> now.askRepair(INGRID, "Waarom", FILED.plusDays(30), NOW), FILED);
            case HOREN -> hearing(bezwaar);
            case GEHOORD -> heard(bezwaar);
            case GEEN_HOORZITTING ->
                then(bezwaar, RESIDENT, now -> now.waiveHearing(RESIDENT, NoHearing.RESIDENT_DECLINED), FILED);
            case ADVIES ->
                then(
                        heard(then(bezwaar, INGRID, now -> now.appointCommittee(INGRID), FILED)),
                        INGRID,
                        now -> now.advise(INGRID, "Gegrond", List.of("voorzitter", "lid", "lid")),
                        FILED);
            case INGETROKKEN -> then(bezwaar, RESIDENT, now -> now.withdraw(RESIDENT), FILED);
            case DOORGEZONDEN_RECHTBANK -> then(bezwaar, INGRID, now -> now.sendToCourt(INGRID), FILED);
            case BESLIST ->
                then(
                        heard(bezwaar),
                        DECIDER,
                        now -> now.decide(
                                DECIDER,
                                Outcome.ONGEGROND,
                                Consequence.GEHANDHAAFD,
                                "Reden",
                                Optional.empty(),
                                Optional.empty()),
                        FILED);
            default -> bezwaar;
        };
    }

    private Bezwaar hearing(Bezwaar bezwaar) {
        return then(
                bezwaar, INGRID, now -> now.planHearing(INGRID, NOW.plusSeconds(86_400 * 20), "Stadhuis", NOW), FILED);
    }

    private Bezwaar heard(Bezwaar bezwaar) {
        return then(
                hearing(bezwaar), INGRID, now -> now.hear(INGRID, FILED, List.of("mevrouw"), "Verslag", NOW), FILED);
    }

    private static ObjectionEvent.Filed filed(Bezwaar.Filing filing) {
        return filed(filing, FILED);
    }

    private static ObjectionEvent.Filed filed(Bezwaar.Filing filing, LocalDate day) {
        return Bezwaar.file(
                RESIDENT,
                new ProcedureId(new UUID(4, 4)),
                Facts.of(Rule.OBJECTION, KNOWN),
                Set.of(FIRST_DECIDER),
                new ObjectionEvent.Arrived(ObjectionEvent.Channel.PORTAL, day, Optional.empty()),
                filing);
    }

    private Bezwaar then(Bezwaar before, Author by, Function<Bezwaar, ObjectionEvent> verb, LocalDate day) {
        return after(before, by, verb.apply(before), at(day, "11:00"));
    }

    private Bezwaar after(Bezwaar before, Author by, ObjectionEvent event, Instant at) {
        var number = before.steps().size() + 1;
        return type.after(before, new Step<>(number, new StepId(new UUID(8, number)), at, by, event));
    }

    private static boolean permits(Runnable verb) {
        try {
            verb.run();
            return true;
        } catch (StepRefused refused) {
            return false;
        }
    }

    private static Author staff(int number, Role role) {
        return new Author.Professional(new PartyId(new UUID(6, number)), role, "Collega " + number);
    }

    private static Instant at(int year, int month, int day) {
        return at(LocalDate.of(year, month, day), "09:00");
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(CalendarDays.AMSTERDAM).toInstant();
    }
}
