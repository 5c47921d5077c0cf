package nl.voorelkaar.consent.decision;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.LEEFGEBIEDEN;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Decision.Permitted;
import nl.voorelkaar.consent.Decision.Reason;
import nl.voorelkaar.consent.Decision.Refused;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.consent.decision.Facts.AssignedCase;
import nl.voorelkaar.consent.decision.Facts.GivenGrant;
import nl.voorelkaar.consent.decision.Facts.OpenedEmergency;
import nl.voorelkaar.consent.decision.Facts.Relation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTests {

    private static final Instant NOW = Instant.parse("2026-10-05T07:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant LATEST = NOW.plusSeconds(120);
    private static final Instant EARLIER = NOW.minusSeconds(60);
    private static final ResidentId FATIMA = new ResidentId(new UUID(1, 1));
    private static final ResidentId JAN = new ResidentId(new UUID(1, 2));
    private static final PartyId ANOUK = new PartyId(new UUID(2, 1));
    private static final PartyId BRAM = new PartyId(new UUID(2, 2));
    private static final TeamId NORTH = new TeamId("wij-noord");
    private static final TeamId SOUTH = new TeamId("wij-zuid");

    private static Actor.Professional anouk(Role role, Optional<TeamId> team) {
        return new Actor.Professional(
                ANOUK, role, new OrganisationId("wij"), team, AssuranceLevel.SUBSTANTIEEL, NOW, new Assertion("token"));
    }

    private static Actor.Professional anouk(Role role) {
        return anouk(role, Optional.of(NORTH));
    }

    private static Actor.Resident resident(ResidentId who) {
        return new Actor.Resident(who, AssuranceLevel.SUBSTANTIEEL, NOW, new Assertion("token"));
    }

    private static GivenGrant grant(long id, PartyId to, Optional<TeamId> team, Instant until, Right... rights) {
        return new GivenGrant(
                new GrantId(new UUID(3, id)),
                FATIMA,
                to,
                team,
                Set.of(VERHAAL, LEEFGEBIEDEN),
                Set.of(rights),
                EARLIER,
                until,
                Grant.State.ACTIEF);
    }

    private static AssignedCase assigned(long id, String statute, Instant until, Section... sections) {
        return new AssignedCase(new UUID(4, id), FATIMA, ANOUK, statute, Set.of(sections), EARLIER, until);
    }

    private static Facts granted(GivenGrant... grants) {
        return new Facts(Relation.NONE, List.of(grants), List.of());
    }

    private static Facts inCase(AssignedCase... cases) {
        return new Facts(Relation.NONE, List.of(), List.of(cases));
    }

    static Access access(ResidentId resident, Section section, Action action) {
        return action == Action.TAKE_PART
                ? Access.step(resident, Set.of(section), "plan.sign")
                : new Access(resident, Set.of(section), action);
    }

    private static Decision decide(Actor actor, Action action, Section section, Facts facts) {
        var decisions = Decisions.decide(actor, access(FATIMA, section, action), facts, NOW);
        assertThat(decisions).containsOnlyKeys(section);
        return decisions.get(section);
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }

    private static Permitted byConsent(long grant, Instant until) {
        return new Permitted(
                Grondslag.TOESTEMMING, Optional.of(new GrantId(new UUID(3, grant))), Optional.empty(), until);
    }

    private static Permitted byLaw(String statute, Instant until) {
        return new Permitted(Grondslag.WETTELIJKE_TAAK, Optional.empty(), Optional.of(statute), until);
    }

    @Test
    void everySectionAskedGetsItsOwnAnswer() {
        var decisions = Decisions.decide(
                anouk(Role.GSP),
                Access.read(FATIMA, VERHAAL, GELD, PLAN),
                new Facts(
                        Relation.NONE,
                        List.of(grant(1, ANOUK, Optional.empty(), LATER, Right.READ)),
                        List.of(assigned(1, "Wmo 2.3.2", LATEST, PLAN))),
                NOW);

        assertThat(decisions)
                .isEqualTo(Map.of(
                        VERHAAL, byConsent(1, LATER),
                        GELD, refused(Reason.SECTION_NOT_GRANTED),
                        PLAN, byLaw("Wmo 2.3.2", LATEST)));
    }

    @Test
    void whatIsNeverDelegatedTheResidentDoesThemselves() {
        for (var step : Delegation.never()) {
            var access = Access.step(FATIMA, Set.of(Section.BESLUITEN), step);
            assertThat(Decisions.decide(resident(FATIMA), access, Facts.NONE, NOW))
                    .as(step)
                    .hasEntrySatisfying(
                            Section.BESLUITEN, answer -> assertThat(answer).isInstanceOf(Permitted.class));
        }
    }

    @Test
    void aScopeCarriesTheStepsOfItsRowAndNoOther() {
        assertThat(Delegation.steps(MandateScope.BEZWAAR))
                .containsExactlyInAnyOrder("bezwaar.prepare", "bezwaar.prepare-withdrawal");
        assertThat(Delegation.steps(MandateScope.LEZEN_PLAN)).isEmpty();
    }

    @Nested
    class OfTheResident {

        @ParameterizedTest(name = "{0} {1} in {2}''s dossier: {3}")
        @CsvSource({
            "READ,   VERHAAL,  own,     EIGEN_DOSSIER",
            "ADD,    VERHAAL,  own,     EIGEN_DOSSIER",
            "EDIT,   VERHAAL,  own,     EIGEN_DOSSIER",
            "REMOVE, VERHAAL,  own,     EIGEN_DOSSIER",
            "READ,   PLAN,     own,     EIGEN_DOSSIER",
            "ADD,    PLAN,     own,     MUNICIPAL_FILE_IS_KEPT",
            "EDIT,   PLAN,     own,     MUNICIPAL_FILE_IS_KEPT",
            "REMOVE, PLAN,     own,     MUNICIPAL_FILE_IS_KEPT",
            "TAKE_PART, PLAN,  own,     EIGEN_DOSSIER",
            "TAKE_PART, PLAN,  another, NOT_THE_RESIDENT",
            "READ,   VERHAAL,  another, NOT_THE_RESIDENT",
            "ADD,    PLAN,     another, NOT_THE_RESIDENT",
        })
        void ownsTheOwnPartAndReadsTheMunicipalFile(Action action, Section section, String whose, String outcome) {
            var decision = decide(resident(whose.equals("own") ? FATIMA : JAN), action, section, Facts.NONE);

            if (outcome.equals("EIGEN_DOSSIER")) {
                assertThat(decision)
                        .isEqualTo(new Permitted(
                                Grondslag.EIGEN_DOSSIER, Optional.empty(), Optional.empty(), Instant.MAX));
            } else {
                assertThat(decision).isEqualTo(refused(Reason.valueOf(outcome)));
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = AssuranceLevel.class,
                names = {"BASIS", "MIDDEN"})
        void opensNothingAfterAWeakLogin(AssuranceLevel level) {
            var weak = new Actor.Resident(FATIMA, level, NOW, new Assertion("token"));

            assertThat(decide(weak, Action.READ, VERHAAL, Facts.NONE)).isEqualTo(refused(Reason.ASSURANCE_TOO_LOW));
        }

        @Test
        void isNotStoppedByAFactAboutProfessionals() {
            assertThat(decide(resident(FATIMA), Action.READ, VERHAAL, new Facts(Relation.OWN, List.of(), List.of())))
                    .isInstanceOf(Permitted.class);
        }
    }

    @Nested
    class OfSomebodyWithoutAGround {

        @ParameterizedTest
        @EnumSource(Role.class)
        void isAlwaysNo(Role role) {
            for (var section : Section.values()) {
                for (var action : Action.values()) {
                    assertThat(decide(anouk(role), action, section, Facts.NONE)).isInstanceOf(Refused.class);
                }
            }
        }

        @Test
        void saysThatThereIsNoGroundWhereTheRoleCouldHaveHadOne() {
            assertThat(decide(anouk(Role.GSP), Action.READ, VERHAAL, Facts.NONE))
                    .isEqualTo(refused(Reason.NO_GROUND));
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"TM", "FG", "KCC", "BES"})
        void saysThatTheRoleHasNoBusinessThere(Role role) {
            assertThat(decide(
                            anouk(role),
                            Action.READ,
                            VERHAAL,
                            granted(grant(1, ANOUK, Optional.empty(), LATER, Right.READ))))
                    .isEqualTo(refused(Reason.ROLE_MAY_NOT));
        }
    }

    @Nested
    class OfARelative {

        @ParameterizedTest
        @CsvSource({"OWN, OWN_DOSSIER", "HOUSEHOLD, OWN_HOUSEHOLD"})
        void isNoWhateverTheGround(Relation relation, Reason reason) {
            var facts = new Facts(
                    relation,
                    List.of(grant(1, ANOUK, Optional.empty(), LATER, Right.READ)),
                    List.of(assigned(1, "Wmo 2.3.2", LATER, PLAN)));

            assertThat(decide(anouk(Role.GSP), Action.READ, VERHAAL, facts)).isEqualTo(refused(reason));
            assertThat(decide(anouk(Role.GSP), Action.READ, PLAN, facts)).isEqualTo(refused(reason));
        }
    }

    @Nested
    class OnAGrant {

        @ParameterizedTest(name = "{0} {1}, granted {2}: {3}")
        @CsvSource({
            "READ,   to me,                   READ,      yes",
            "ADD,    to me,                   READ,      RIGHT_NOT_GRANTED",
            "EDIT,   to me,                   READ,      RIGHT_NOT_GRANTED",
            "REMOVE, to me,                   READ,      RIGHT_NOT_GRANTED",
            "ADD,    to me,                   READ ADD,  yes",
            "EDIT,   to me,                   READ ADD,  yes",
            "REMOVE, to me,                   READ ADD,  yes",
            "READ,   to me,                   ADD,       RIGHT_NOT_GRANTED",
            "READ,   to another,              READ,      NOT_FOR_THIS_PARTY",
            "READ,   to another and my team,  READ,      yes",
            "READ,   to another and a team,   READ,      NOT_FOR_THIS_PARTY",
        })
        void whatItSaysIsWhatItGives(Action action, String whom, String rights, String outcome) {
            var to = whom.equals("to me") ? ANOUK : BRAM;
            var team = whom.contains("my team")
                    ? Optional.of(NORTH)
                    : whom.contains("a team") ? Optional.of(SOUTH) : Optional.<TeamId>empty();
            var grant = grant(
                    1,
                    to,
                    team,
                    LATER,
                    Arrays.stream(rights.split(" ")).map(Right::valueOf).toArray(Right[]::new));

            assertThat(decide(anouk(Role.GSP), action, VERHAAL, granted(grant)))
                    .isEqualTo(outcome.equals("yes") ? byConsent(1, LATER) : refused(Reason.valueOf(outcome)));
        }

        @Test
        void somebodyWithoutATeamIsNotInTheTeamOfAGrantWithoutATeam() {
            assertThat(decide(
                            anouk(Role.GSP, Optional.empty()),
                            Action.READ,
                            VERHAAL,
                            granted(grant(1, BRAM, Optional.empty(), LATER, Right.READ))))
                    .isEqualTo(refused(Reason.NOT_FOR_THIS_PARTY));
        }

        @Test
        void theOneThatLastsLongestIsNamedWhateverTheOrder() {
            var shorter = grant(9, ANOUK, Optional.empty(), LATER, Right.READ);
            var longer = grant(1, ANOUK, Optional.empty(), LATEST, Right.READ);

            assertThat(decide(anouk(Role.GSP), Action.READ, VERHAAL, granted(shorter, longer)))
                    .isEqualTo(byConsent(1, LATEST));
            assertThat(decide(anouk(Role.GSP), Action.READ, VERHAAL, granted(longer, shorter)))
                    .isEqualTo(byConsent(1, LATEST));
        }

        @Test
        void ofTwoThatLastEquallyLongTheNewestIsNamedWhateverTheOrder() {
            var older = grant(1, ANOUK, Optional.empty(), LATER, Right.READ);
            var newer = grant(2, ANOUK, Optional.empty(), LATER, Right.READ);

            assertThat(decide(anouk(Role.GSP), Action.READ, VERHAAL, granted(older, newer)))
                    .isEqualTo(byConsent(2, LATER));
            assertThat(decide(anouk(Role.GSP), Action.READ, VERHAAL, granted(newer, older)))
                    .isEqualTo(byConsent(2, LATER));
        }

        @Test
        void theNearestMissIsTheReasonWhateverTheOrder() {
            var another = grant(1, BRAM, Optional.empty(), LATER, Right.READ);
            var readOnly = grant(2, ANOUK, Optional.empty(), LATER, Right.READ);

            assertThat(decide(anouk(Role.GSP), Action.ADD, VERHAAL, granted(another, readOnly)))
                    .isEqualTo(refused(Reason.RIGHT_NOT_GRANTED));
            assertThat(decide(anouk(Role.GSP), Action.ADD, VERHAAL, granted(readOnly, another)))
                    .isEqualTo(refused(Reason.RIGHT_NOT_GRANTED));
        }
    }

    @Nested
    class OnAStatute {

        @Test
        void theLawIsNamedBeforeConsent() {
            var facts = new Facts(
                    Relation.NONE,
                    List.of(grant(1, ANOUK, Optional.empty(), LATEST, Right.READ)),
                    List.of(assigned(1, "Wmo 2.3.2", LATER, LEEFGEBIEDEN)));

            assertThat(decide(anouk(Role.CM), Action.READ, LEEFGEBIEDEN, facts)).isEqualTo(byLaw("Wmo 2.3.2", LATER));
        }

        @Test
        void outsideTheCaseConsentStillOpensWhatTheLawWouldHaveOpened() {
            assertThat(decide(
                            anouk(Role.CM),
                            Action.READ,
                            LEEFGEBIEDEN,
                            granted(grant(1, ANOUK, Optional.empty(), LATEST, Right.READ))))
                    .isEqualTo(byConsent(1, LATEST));
        }

        @Test
        void theCaseThatLastsLongestIsNamedWhateverTheOrder() {
            var shorter = assigned(9, "Wmo 2.3.2", LATER, PLAN);
            var longer = assigned(1, "Wmo 2.3.9", LATEST, PLAN);

            assertThat(decide(anouk(Role.GSP), Action.READ, PLAN, inCase(shorter, longer)))
                    .isEqualTo(byLaw("Wmo 2.3.9", LATEST));
            assertThat(decide(anouk(Role.GSP), Action.READ, PLAN, inCase(longer, shorter)))
                    .isEqualTo(byLaw("Wmo 2.3.9", LATEST));
        }

        @Test
        void ofTwoThatLastEquallyLongTheNewestIsNamedWhateverTheOrder() {
            var older = assigned(1, "Wmo 2.3.2", LATER, PLAN);
            var newer = assigned(2, "Wmo 2.3.9", LATER, PLAN);

            assertThat(decide(anouk(Role.GSP), Action.READ, PLAN, inCase(older, newer)))
                    .isEqualTo(byLaw("Wmo 2.3.9", LATER));
            assertThat(decide(anouk(Role.GSP), Action.READ, PLAN, inCase(newer, older)))
                    .isEqualTo(byLaw("Wmo 2.3.9", LATER));
        }

        @Test
        void aMissByLawThatIsNearerThanAMissByConsentIsTheReason() {
            var facts = new Facts(
                    Relation.NONE,
                    List.of(grant(1, BRAM, Optional.empty(), LATER, Right.READ)),
                    List.of(assigned(1, "Wmo 2.3.2", NOW, LEEFGEBIEDEN)));

            assertThat(decide(anouk(Role.CM), Action.READ, LEEFGEBIEDEN, facts)).isEqualTo(refused(Reason.EXPIRED));
        }
    }

    @Nested
    class ByNeedToKnow {

        @Test
        void everyStatuteOpensSomethingToEveryRoleThatHasItAsATaskAndNothingToOthers() {
            for (var statute : Statute.values()) {
                assertThat(Statute.cited(statute.citation())).contains(statute);
                for (var role : Role.values()) {
                    assertThat(NeedToKnow.opened(role, statute).isEmpty())
                            .as(statute + " for " + role)
                            .isEqualTo(!statute.isTaskOf(role));
                }
            }
            assertThat(Statute.cited("Opiumwet 2")).isEmpty();
        }

        @Test
        void aCaseOpensWhatTheTableGivesToReadOrToWrite() {
            assertThat(NeedToKnow.opened(Role.KCC, Statute.ONDERZOEK))
                    .containsExactly(Section.CONTACT, Section.MELDING);
            assertThat(NeedToKnow.opened(Role.AANB, Statute.UITVOERING_DOOR_AANBIEDER))
                    .containsExactly(Section.CONTACT);
            assertThat(NeedToKnow.opened(Role.GSP, Statute.VEILIG_THUIS)).contains(Section.VEILIGHEID);
            assertThat(NeedToKnow.opened(Role.GSP, Statute.ONDERZOEK))
                    .doesNotContain(Section.VEILIGHEID, Section.SCHULDEN);
        }

        @Test
        void onlyWhatConsentOpensCanBeAskedFor() {
            assertThat(NeedToKnow.askable(Role.CO)).isEqualTo(Section.in(Zone.MIJN_DEEL));
            assertThat(NeedToKnow.askable(Role.TM)).isEmpty();
            assertThat(NeedToKnow.askable(Role.AANB)).contains(GEZONDHEID, PLAN).doesNotContain(Section.CONTACT);
        }
    }

    @Nested
    class OfSomebodyWhoBrokeTheGlass {

        private static OpenedEmergency emergency(long id, EmergencyReason reason, Instant until, Section... sections) {
            return new OpenedEmergency(
                    new EmergencyId(new UUID(5, id)), FATIMA, ANOUK, reason, Set.of(sections), NOW, until);
        }

        private static Facts only(OpenedEmergency... emergencies) {
            return new Facts(Relation.NONE, List.of(), List.of(), List.of(emergencies));
        }

        private static Permitted vital(Optional<String> statute, Instant until) {
            return new Permitted(Grondslag.VITAAL_BELANG, Optional.empty(), statute, until);
        }

        @ParameterizedTest(name = "{0} rests on {1} and opens {2}")
        @CsvSource({
            "LEVENSGEVAAR,    '',          CONTACT LEEFGEBIEDEN DERDEN",
            "VEILIGHEID_KIND, Wmo 5.2.6,   CONTACT DERDEN VEILIGHEID",
            "CRISIS_24U,      Wmo 2.3.3,   CONTACT LEEFGEBIEDEN PLAN",
            "ANDERS,          '',          CONTACT",
        })
        void opensNoMoreThanTheReasonNeeds(EmergencyReason reason, String statute, String opened) {
            var facts = only(emergency(1, reason, LATER, Section.values()));

            for (var section : Section.values()) {
                var decision = decide(anouk(Role.CM), Action.READ, section, facts);
                if (List.of(opened.split(" ")).contains(section.name())) {
                    assertThat(decision)
                            .isEqualTo(vital(Optional.of(statute).filter(cited -> !cited.isEmpty()), LATER));
                } else {
                    assertThat(decision).isInstanceOf(Refused.class);
                }
            }
        }

        @Test
        void readsAndDoesNothingElse() {
            var facts = only(emergency(1, EmergencyReason.CRISIS_24U, LATER, PLAN));

            assertThat(decide(anouk(Role.GSP), Action.READ, PLAN, facts)).isInstanceOf(Permitted.class);
            for (var action : List.of(Action.ADD, Action.EDIT, Action.REMOVE, Action.TAKE_PART)) {
                assertThat(decide(anouk(Role.GSP), action, PLAN, facts)).isEqualTo(refused(Reason.RIGHT_NOT_GRANTED));
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"GSP", "CM"},
                mode = EnumSource.Mode.EXCLUDE)
        void isInACrisisRole(Role role) {
            var facts = only(emergency(1, EmergencyReason.CRISIS_24U, LATER, PLAN));

            assertThat(decide(anouk(role), Action.READ, PLAN, facts)).isInstanceOf(Refused.class);
        }

        @Test
        void standsOnTheOneThatLastsLongestAndOnNothingWhenAllAreOver() {
            assertThat(decide(
                            anouk(Role.CM),
                            Action.READ,
                            PLAN,
                            only(
                                    emergency(1, EmergencyReason.CRISIS_24U, LATER, PLAN),
                                    emergency(2, EmergencyReason.CRISIS_24U, LATEST, PLAN))))
                    .isEqualTo(vital(Optional.of("Wmo 2.3.3"), LATEST));
            assertThat(decide(
                            anouk(Role.CM),
                            Action.READ,
                            PLAN,
                            only(emergency(1, EmergencyReason.CRISIS_24U, NOW, PLAN))))
                    .isEqualTo(refused(Reason.EXPIRED));
        }

        @Test
        void standsOnTheLastOfTwoThatEndTogetherInWhicheverOrderTheyCome() {
            var first = emergency(1, EmergencyReason.LEVENSGEVAAR, LATER, LEEFGEBIEDEN);
            var last = emergency(2, EmergencyReason.CRISIS_24U, LATER, LEEFGEBIEDEN);

            for (var facts : List.of(only(first, last), only(last, first))) {
                assertThat(decide(anouk(Role.CM), Action.READ, LEEFGEBIEDEN, facts))
                        .isEqualTo(vital(Optional.of("Wmo 2.3.3"), LATER));
            }
        }

        @Test
        void namesTheLawOrTheConsentThatWasThereAnyhow() {
            var emergency = emergency(1, EmergencyReason.CRISIS_24U, LATEST, PLAN, LEEFGEBIEDEN);

            assertThat(decide(
                            anouk(Role.CM),
                            Action.READ,
                            PLAN,
                            new Facts(
                                    Relation.NONE,
                                    List.of(),
                                    List.of(assigned(1, "Wmo 2.3.2", LATER, PLAN)),
                                    List.of(emergency))))
                    .isEqualTo(byLaw("Wmo 2.3.2", LATER));
        }

        @ParameterizedTest
        @EnumSource(
                value = Relation.class,
                names = {"OWN", "HOUSEHOLD"})
        void neverOpensTheirOwnOrTheirHouseholdsDossier(Relation relation) {
            var facts = new Facts(
                    relation,
                    List.of(),
                    List.of(),
                    List.of(emergency(1, EmergencyReason.LEVENSGEVAAR, LATER, LEEFGEBIEDEN)));

            assertThat(decide(anouk(Role.CM), Action.READ, LEEFGEBIEDEN, facts))
                    .isEqualTo(refused(relation == Relation.OWN ? Reason.OWN_DOSSIER : Reason.OWN_HOUSEHOLD));
        }
    }
}
