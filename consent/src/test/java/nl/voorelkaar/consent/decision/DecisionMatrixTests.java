package nl.voorelkaar.consent.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Supporter;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.consent.decision.Facts.AssignedCase;
import nl.voorelkaar.consent.decision.Facts.GivenGrant;
import nl.voorelkaar.consent.decision.Facts.OpenedEmergency;
import nl.voorelkaar.consent.decision.Facts.Relation;
import nl.voorelkaar.consent.decision.Facts.Represented;
import nl.voorelkaar.consent.decision.WhoDecides.Subject;
import org.junit.jupiter.api.Test;

/** Every combination of everything that a decision looks at, against the independent reference model. */
class DecisionMatrixTests {

    private static final Instant NOW = Instant.parse("2026-10-05T07:00:00Z");
    private static final ResidentId RESIDENT = new ResidentId(new UUID(1, 1));
    private static final ResidentId OTHER_RESIDENT = new ResidentId(new UUID(1, 2));
    private static final PartyId ME = new PartyId(new UUID(2, 1));
    private static final PartyId OTHER = new PartyId(new UUID(2, 2));
    private static final TeamId MY_TEAM = new TeamId("wij-noord");
    private static final TeamId OTHER_TEAM = new TeamId("wij-zuid");
    private static final GrantId GRANT = new GrantId(new UUID(3, 1));
    private static final UUID CASE = new UUID(4, 1);
    private static final Assertion NONE = new Assertion("");
    private static final List<String> STATUTES = List.of(
            "Wmo 2.3.2",
            "Wmo 2.3.3",
            "Wmo 2.3.5",
            "Wmo 2.3.6",
            "Wmo 2.3.9",
            "Wmo 5.1.2",
            "Wmo 5.2.6",
            "Jeugdwet 2.3",
            "Wgs 3",
            "Awb 7:4",
            "Awb 9:10",
            "AVG 12",
            "Opiumwet 2");

    private static final PersonId CARER = new PersonId(new UUID(5, 1));
    private static final PersonId OTHER_CARER = new PersonId(new UUID(5, 2));
    private static final MandateId MANDATE = new MandateId(new UUID(6, 1));
    private static final MandateId OTHER_MANDATE = new MandateId(new UUID(6, 2));

    /** Everything that a scope names, what stays with the resident, and steps of others. */
    private static final List<String> STEPS = Stream.concat(
                    Stream.concat(
                            Arrays.stream(MandateScope.values()).flatMap(scope -> Delegation.steps(scope).stream()),
                            Delegation.never().stream()),
                    Stream.of("plan.sign", "plan.withdraw", "bezwaar.file", "bezwaar.withdraw", "besluit.establish"))
            .toList();

    /** Where now is, in the interval of a grant or a case. */
    private enum Moment {
        before(1, 10),
        start(0, 10),
        during(-5, 5),
        last(-5, 0),
        end(-5, 0),
        after(-10, -5);

        final Instant from;
        final Instant until;

        Moment(long from, long until) {
            this.from = NOW.plusSeconds(from);
            this.until = name().equals("last") ? NOW.plusNanos(1) : NOW.plusSeconds(until);
        }
    }

    /** To whom a grant was given. */
    private enum Receiver {
        ME_ALONE(ME, null, true),
        COLLEAGUE_WITH_MY_TEAM(OTHER, MY_TEAM, true),
        COLLEAGUE_ALONE(OTHER, null, false),
        STRANGER_WITH_OTHER_TEAM(OTHER, OTHER_TEAM, false),
        ME_WITH_OTHER_TEAM(ME, OTHER_TEAM, true);

        final PartyId to;
        final Optional<TeamId> team;
        final boolean me;

        Receiver(PartyId to, @org.jspecify.annotations.Nullable TeamId team, boolean me) {
            this.to = to;
            this.team = Optional.ofNullable(team);
            this.me = me;
        }
    }

    private final ReferenceModel reference = new ReferenceModel();
    private long combinations;

    private record Given(GivenGrant grant, ReferenceModel.Gift gift) {}

    private record Assigned(AssignedCase assigned, ReferenceModel.Case one) {}

    @Test
    void everyGrantInEveryStateAtEveryMomentForEverybody() {
        for (var role : Role.values()) {
            for (var section : Section.values()) {
                for (var given : grants(section)) {
                    for (var action : Action.values()) {
                        agree(AssuranceLevel.SUBSTANTIEEL, Relation.NONE, role, section, action, List.of(), given);
                    }
                }
            }
        }
        assertThat(combinations).isGreaterThan(500_000);
    }

    @Test
    void everyAssuranceLevelAndRelationOverridesEveryGround() {
        for (var role : Role.values()) {
            for (var section : Section.values()) {
                var grounds = new ArrayList<List<Given>>();
                grounds.add(List.of());
                for (var state : Grant.State.values()) {
                    grounds.add(List.of(given(section, Receiver.ME_ALONE, true, true, state, Moment.during, true)));
                }
                for (var given : grounds) {
                    for (var statute : STATUTES) {
                        var cases = List.of(assigned(section, statute, true, true, true, Moment.during));
                        for (var level : AssuranceLevel.values()) {
                            for (var relation : Relation.values()) {
                                for (var action : Action.values()) {
                                    agree(level, relation, role, section, action, cases, given);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(combinations).isGreaterThan(500_000);
    }

    @Test
    void everyCaseOnEveryStatuteAtEveryMomentBesidesEveryKindOfGrant() {
        for (var role : Role.values()) {
            for (var section : Section.values()) {
                var gifts = List.of(
                        List.<Given>of(),
                        List.of(given(section, Receiver.ME_ALONE, true, true, Grant.State.ACTIEF, Moment.during, true)),
                        List.of(given(
                                section, Receiver.ME_ALONE, true, true, Grant.State.GEPAUZEERD, Moment.during, true)),
                        List.of(given(
                                section, Receiver.ME_ALONE, true, true, Grant.State.INGETROKKEN, Moment.during, true)));
                for (var statute : STATUTES) {
                    for (var moment : Moment.values()) {
                        for (var bits = 0; bits < 8; bits++) {
                            var cases = List.of(assigned(
                                    section, statute, (bits & 1) == 0, (bits & 2) == 0, (bits & 4) == 0, moment));
                            for (var gift : gifts) {
                                for (var action : Action.values()) {
                                    agree(AssuranceLevel.HOOG, Relation.NONE, role, section, action, cases, gift);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(combinations).isGreaterThan(1_000_000);
    }

    @Test
    void everyEmergencyForEveryReasonAtEveryMomentBesidesEveryOtherGround() {
        for (var role : Role.values()) {
            for (var section : Section.values()) {
                var gifts = List.of(
                        List.<Given>of(),
                        List.of(given(
                                section, Receiver.ME_ALONE, true, true, Grant.State.ACTIEF, Moment.during, false)),
                        List.of(given(
                                section, Receiver.ME_ALONE, true, true, Grant.State.GEPAUZEERD, Moment.during, true)));
                var works = List.of(
                        List.<Assigned>of(),
                        List.of(assigned(section, "Wmo 2.3.2", true, true, true, Moment.during)),
                        List.of(assigned(section, "Wmo 5.2.6", true, true, true, Moment.after)));
                for (var reason : EmergencyReason.values()) {
                    for (var moment : Moment.values()) {
                        for (var bits = 0; bits < 8; bits++) {
                            var broken = List.of(
                                    broken(section, reason, (bits & 1) == 0, (bits & 2) == 0, (bits & 4) == 0, moment));
                            for (var gift : gifts) {
                                for (var cases : works) {
                                    for (var action : Action.values()) {
                                        for (var level : List.of(AssuranceLevel.MIDDEN, AssuranceLevel.SUBSTANTIEEL)) {
                                            agree(level, Relation.NONE, role, section, action, cases, gift, broken);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                for (var relation : Relation.values()) {
                    agree(
                            AssuranceLevel.HOOG,
                            relation,
                            role,
                            section,
                            Action.READ,
                            List.of(),
                            List.of(),
                            List.of(broken(section, EmergencyReason.LEVENSGEVAAR, true, true, true, Moment.during)));
                }
            }
        }
        assertThat(combinations).isGreaterThan(500_000);
    }

    private record Broken(OpenedEmergency emergency, ReferenceModel.Glass glass) {}

    private static Broken broken(
            Section section, EmergencyReason reason, boolean mine, boolean here, boolean covers, Moment moment) {
        return new Broken(
                new OpenedEmergency(
                        new EmergencyId(new UUID(5, 1)),
                        here ? RESIDENT : OTHER_RESIDENT,
                        mine ? ME : OTHER,
                        reason,
                        sections(section, covers),
                        moment.from,
                        moment.until),
                new ReferenceModel.Glass(reason.name(), mine, here, covers, moment.name()));
    }

    @Test
    void everyResidentInEveryDossier() {
        for (var section : Section.values()) {
            for (var action : Action.values()) {
                for (var level : AssuranceLevel.values()) {
                    for (var own : List.of(true, false)) {
                        for (var relation : Relation.values()) {
                            var actor = new Actor.Resident(own ? RESIDENT : OTHER_RESIDENT, level, NOW, NONE);
                            var facts = new Facts(relation, List.of(), List.of());
                            assertThat(word(decide(actor, section, action, facts)))
                                    .isEqualTo(reference.resident(level.name(), own, section.number(), action.name()));
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyScopeOfAMandateInEverySectionForEveryActAndStep() {
        for (var scope : MandateScope.values()) {
            for (var other : MandateScope.values()) {
                for (var section : Section.values()) {
                    for (var action : Action.values()) {
                        for (var step : action == Action.TAKE_PART ? STEPS : List.of("")) {
                            act(
                                    AssuranceLevel.SUBSTANTIEEL,
                                    true,
                                    section,
                                    action,
                                    step,
                                    EnumSet.of(scope, other),
                                    true,
                                    true,
                                    true,
                                    Mandate.State.ACTIEF,
                                    Moment.during);
                        }
                    }
                }
            }
        }
        assertThat(combinations).isGreaterThan(60_000);
    }

    @Test
    void everyMandateInEveryStateAtEveryMomentForEverybody() {
        for (var scope : MandateScope.values()) {
            for (var section : Section.values()) {
                for (var state : Mandate.State.values()) {
                    for (var moment : Moment.values()) {
                        for (var bits = 0; bits < 16; bits++) {
                            for (var level : List.of(AssuranceLevel.MIDDEN, AssuranceLevel.HOOG)) {
                                for (var action : Action.values()) {
                                    act(
                                            level,
                                            (bits & 1) == 0,
                                            section,
                                            action,
                                            action == Action.TAKE_PART ? "klacht.file" : "",
                                            EnumSet.of(scope, MandateScope.DOCUMENTEN_TOEVOEGEN),
                                            (bits & 2) == 0,
                                            (bits & 4) == 0,
                                            (bits & 8) == 0,
                                            state,
                                            moment);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(combinations).isGreaterThan(1_000_000);
    }

    @Test
    void everyActThatStaysWithTheResidentIsForbiddenToEverybodyElseWhateverTheyMay() {
        for (var step : Delegation.never()) {
            assertThat(reference.stays(step)).as(step).isTrue();
            for (var section : Section.values()) {
                for (var level : AssuranceLevel.values()) {
                    everybodyElse(level, section).forEach((actor, facts) -> {
                        var access = Access.step(RESIDENT, Set.of(section), step);
                        var decision =
                                Decisions.decide(actor, access, facts, NOW).get(section);
                        if (!word(decision).equals(reference.anybodyElse(level.name()))) {
                            throw new AssertionError("%s in %s by %s: %s".formatted(step, section, actor, decision));
                        }
                        combinations++;
                    });
                }
            }
        }
        assertThat(combinations).isGreaterThan(10_000);
    }

    /**
     * Each with all that can be had: every scope, every kind of representation, every role with every ground there is.
     */
    private static Map<Actor, Facts> everybodyElse(AssuranceLevel level, Section section) {
        var everybody = new HashMap<Actor, Facts>();
        var mandated = new Capacity.Mandated(MANDATE);
        for (var boundary : List.of(
                Optional.<Boundary>empty(),
                Optional.of(new Boundary(new Thing(CASE), section, Supporter.values()[0])))) {
            everybody.put(
                    new Actor.Acting(boundary.isEmpty() ? CARER : OTHER_CARER, RESIDENT, mandated, level, NOW, NONE),
                    Facts.of(List.of(new Facts.GivenMandate(
                            MANDATE,
                            GRANT,
                            RESIDENT,
                            boundary.isEmpty() ? CARER : OTHER_CARER,
                            EnumSet.allOf(MandateScope.class),
                            Moment.during.from,
                            Moment.during.until,
                            Mandate.State.ACTIEF,
                            boundary))));
        }
        for (var kind : Kind.values()) {
            var id = new RepresentationId(new UUID(9, kind.ordinal()));
            var subject = kind.ofMinors() ? Subject.born(LocalDate.of(2016, 1, 1)) : measured(kind);
            everybody.put(
                    new Actor.Acting(CARER, RESIDENT, new Capacity.Represents(id), level, NOW, NONE),
                    Facts.represented(List.of(new Represented(
                            id, RESIDENT, CARER, kind, subject, Moment.during.from, Moment.during.until))));
        }
        for (var role : Role.values()) {
            everybody.put(
                    new Actor.Professional(ME, role, new OrganisationId("wij"), Optional.of(MY_TEAM), level, NOW, NONE),
                    withEveryGround(section));
        }
        return everybody;
    }

    private static Facts withEveryGround(Section section) {
        return new Facts(
                Relation.NONE,
                List.of(given(section, Receiver.ME_ALONE, true, true, Grant.State.ACTIEF, Moment.during, true)
                        .grant()),
                STATUTES.stream()
                        .map(statute -> assigned(section, statute, true, true, true, Moment.during)
                                .assigned())
                        .toList(),
                List.of(broken(section, EmergencyReason.LEVENSGEVAAR, true, true, true, Moment.during)
                        .emergency()),
                List.of(new Facts.Consulted(
                        new ConsultId(CASE),
                        RESIDENT,
                        ME,
                        section,
                        Moment.during.from,
                        Moment.during.until,
                        Consult.State.OPEN)));
    }

    private void act(
            AssuranceLevel level,
            boolean own,
            Section section,
            Action action,
            String step,
            Set<MandateScope> scopes,
            boolean forMe,
            boolean here,
            boolean same,
            Mandate.State state,
            Moment moment) {
        combinations++;
        var actor = new Actor.Acting(
                CARER, own ? RESIDENT : OTHER_RESIDENT, new Capacity.Mandated(MANDATE), level, NOW, NONE);
        var facts = Facts.of(List.of(new Facts.GivenMandate(
                same ? MANDATE : OTHER_MANDATE,
                GRANT,
                here ? RESIDENT : OTHER_RESIDENT,
                forMe ? CARER : OTHER_CARER,
                scopes,
                moment.from,
                moment.until,
                state)));
        var access = step.isEmpty()
                ? new Access(RESIDENT, Set.of(section), action)
                : Access.step(RESIDENT, Set.of(section), step);
        var decision = Decisions.decide(actor, access, facts, NOW).get(section);
        var expected = reference.acting(
                level.name(),
                own,
                section.number(),
                action.name(),
                step,
                List.of(new ReferenceModel.Power(
                        forMe,
                        here,
                        same,
                        scopes.stream().map(Enum::name).collect(Collectors.toSet()),
                        state.name(),
                        moment.name())));
        if (!word(decision).equals(expected)) {
            throw new AssertionError("%s %s %s %s: expected %s, was %s, given %s"
                    .formatted(level, section, action, step, expected, decision, facts));
        }
        if (decision instanceof Decision.Permitted permit
                && (!permit.until().equals(moment.until)
                        || !permit.grant().equals(Optional.of(GRANT))
                        || permit.statute().isPresent())) {
            throw new AssertionError("a permit that does not say on what it rests: " + permit);
        }
    }

    @Test
    void everyHelpWithOneThingInEveryStateAtEveryMomentForEverybody() {
        var thing = new Thing(new UUID(8, 1));
        var another = new Thing(new UUID(8, 2));
        var steps = List.of("bezwaar.prepare", "klacht.file", "machtiging.invite", "plan.sign");
        for (var section : Section.values()) {
            for (var state : Mandate.State.values()) {
                for (var moment : Moment.values()) {
                    for (var bits = 0; bits < 32; bits++) {
                        for (var named : List.of(Optional.of(thing), Optional.of(another), Optional.<Thing>empty())) {
                            for (var action : Action.values()) {
                                for (var step : action == Action.TAKE_PART ? steps : List.of("")) {
                                    helps(
                                            (bits & 16) == 0 ? AssuranceLevel.HOOG : AssuranceLevel.MIDDEN,
                                            section,
                                            action,
                                            step,
                                            thing,
                                            named,
                                            bits,
                                            state,
                                            moment);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(combinations).isGreaterThan(500_000);
    }

    private void helps(
            AssuranceLevel level,
            Section section,
            Action action,
            String step,
            Thing thing,
            Optional<Thing> named,
            int bits,
            Mandate.State state,
            Moment moment) {
        combinations++;
        var forMe = (bits & 1) == 0;
        var here = (bits & 2) == 0;
        var same = (bits & 4) == 0;
        var thisSection = (bits & 8) == 0;
        var elsewhere = section == Section.PLAN ? Section.BESLUITEN : Section.PLAN;
        var actor = new Actor.Acting(CARER, RESIDENT, new Capacity.Mandated(MANDATE), level, NOW, NONE);
        var facts = Facts.of(List.of(new Facts.GivenMandate(
                same ? MANDATE : OTHER_MANDATE,
                GRANT,
                here ? RESIDENT : OTHER_RESIDENT,
                forMe ? CARER : OTHER_CARER,
                // Whatever scopes came along: somebody who helps with one thing only reads it.
                EnumSet.allOf(MandateScope.class),
                moment.from,
                moment.until,
                state,
                Optional.of(new Boundary(thing, thisSection ? section : elsewhere, Supporter.BEKENDE)))));
        var access =
                new Access(RESIDENT, Set.of(section), action, Optional.of(step).filter(one -> !one.isEmpty()), named);
        var decision = Decisions.decide(actor, access, facts, NOW).get(section);
        var expected = reference.helping(
                level.name(),
                section.number(),
                action.name(),
                step,
                new ReferenceModel.Help(
                        forMe, here, same, named.equals(Optional.of(thing)), thisSection, state.name(), moment.name()));
        if (!word(decision).equals(expected)) {
            throw new AssertionError("%s %s %s %s: expected %s, was %s, given %s"
                    .formatted(level, section, action, step, expected, decision, facts));
        }
        if (decision instanceof Decision.Permitted permit
                && (!permit.until().equals(moment.until) || !permit.grant().equals(Optional.of(GRANT)))) {
            throw new AssertionError("a permit that does not say on what it rests: " + permit);
        }
    }

    @Test
    void everyQuestionToAnExpertInEveryStateAtEveryMomentForEverybody() {
        var steps = List.of("raad.answer", "raad.ask", "plan.sign");
        for (var role : Role.values()) {
            for (var section : Section.values()) {
                for (var state : Consult.State.values()) {
                    for (var moment : Moment.values()) {
                        for (var bits = 0; bits < 16; bits++) {
                            for (var action : Action.values()) {
                                for (var step : action == Action.TAKE_PART ? steps : List.of("")) {
                                    consults(
                                            AssuranceLevel.SUBSTANTIEEL,
                                            Relation.NONE,
                                            role,
                                            section,
                                            action,
                                            step,
                                            bits,
                                            state,
                                            moment);
                                }
                            }
                        }
                    }
                }
                for (var level : AssuranceLevel.values()) {
                    for (var relation : Relation.values()) {
                        consults(level, relation, role, section, Action.READ, "", 0, Consult.State.OPEN, Moment.during);
                    }
                }
            }
        }
        assertThat(combinations).isGreaterThan(500_000);
    }

    private void consults(
            AssuranceLevel level,
            Relation relation,
            Role role,
            Section section,
            Action action,
            String step,
            int bits,
            Consult.State state,
            Moment moment) {
        combinations++;
        var toMe = (bits & 1) == 0;
        var here = (bits & 2) == 0;
        var asked = (bits & 4) == 0;
        var thisSection = (bits & 8) == 0;
        var consult = new ConsultId(new UUID(9, 1));
        var elsewhere = section == Section.PLAN ? Section.BESLUITEN : Section.PLAN;
        var actor = new Actor.Professional(ME, role, new OrganisationId("wij"), Optional.of(MY_TEAM), level, NOW, NONE);
        var facts = new Facts(
                relation,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Facts.Consulted(
                        consult,
                        here ? RESIDENT : OTHER_RESIDENT,
                        toMe ? ME : OTHER,
                        thisSection ? section : elsewhere,
                        moment.from,
                        moment.until,
                        state)));
        var access = new Access(
                RESIDENT,
                Set.of(section),
                action,
                Optional.of(step).filter(one -> !one.isEmpty()),
                asked ? Optional.of(consult.thing()) : Optional.empty());
        var decision = Decisions.decide(actor, access, facts, NOW).get(section);
        var expected = reference.consulted(
                level.name(),
                relation.name(),
                role.name(),
                section.number(),
                action.name(),
                step,
                new ReferenceModel.Put(toMe, here, asked, thisSection, state.name(), moment.name()));
        if (!word(decision).equals(expected)) {
            throw new AssertionError("%s %s %s %s %s %s: expected %s, was %s, given %s"
                    .formatted(level, relation, role, section, action, step, expected, decision, facts));
        }
        if (decision instanceof Decision.Permitted permit
                && (!permit.until().equals(moment.until) || !permit.grant().equals(Optional.of(consult.keys())))) {
            throw new AssertionError("a permit that does not say on what it rests: " + permit);
        }
    }

    @Test
    void everybodyWhoIsGivenACaseMayHaveIt() {
        for (var role : Role.values()) {
            for (var relation : Relation.values()) {
                for (var first : Statute.values()) {
                    for (var second : Statute.values()) {
                        for (var refused : Statute.values()) {
                            for (var refuses : List.of(true, false)) {
                                var tasks = EnumSet.of(first, second);
                                var no = refuses ? EnumSet.of(refused) : EnumSet.noneOf(Statute.class);
                                var said = Handing.against(relation, role, tasks, no);
                                assertThat(said.map(Enum::name).orElse("yes"))
                                        .isEqualTo(reference.handing(
                                                relation.name(), role.name(), citations(tasks), citations(no)));
                            }
                        }
                    }
                }
            }
        }
    }

    private static Set<String> citations(Set<Statute> statutes) {
        return statutes.stream().map(Statute::citation).collect(Collectors.toSet());
    }

    /** What is true of somebody who is spoken for, in the words of the reference model. */
    private static Map<String, Subject> lives() {
        var today = LocalDate.of(2026, 10, 5);
        var lives = new LinkedHashMap<String, Subject>();
        for (var age : List.of(11, 12, 15, 16, 17, 18)) {
            lives.put(String.valueOf(age), Subject.born(today.minusYears(age)));
        }
        lives.put("curator", measured(Kind.CURATOR));
        lives.put("mentor", measured(Kind.MENTOR));
        lives.put("bewind", measured(Kind.BEWINDVOERDER));
        lives.put("volmacht", measured(Kind.GEVOLMACHTIGDE));
        lives.put("capable", Subject.CAPABLE);
        return lives;
    }

    private static Subject measured(Kind kind) {
        return new Subject(Optional.empty(), Set.of(kind), Set.of());
    }

    @Test
    void everybodyWhoSpeaksForSomebodyAtEveryAgeAndUnderEveryMeasure() {
        var steps = List.of("aanvraag.file", "bezwaar.prepare", "plan.sign", "machtiging.invite");
        for (var kind : Kind.values()) {
            lives().forEach((life, subject) -> {
                for (var section : Section.values()) {
                    for (var moment : Moment.values()) {
                        for (var bits = 0; bits < 8; bits++) {
                            var here = (bits & 1) == 0;
                            var known = (bits & 2) == 0;
                            var mine = (bits & 4) == 0;
                            for (var level : AssuranceLevel.values()) {
                                for (var action : Action.values()) {
                                    for (var step : action == Action.TAKE_PART ? steps : List.of("")) {
                                        speaks(
                                                level, kind, life, subject, section, action, step, here, known, mine,
                                                moment);
                                    }
                                }
                            }
                        }
                    }
                }
            });
        }
        assertThat(combinations).isGreaterThan(500_000);
    }

    private void speaks(
            AssuranceLevel level,
            Kind kind,
            String life,
            Subject subject,
            Section section,
            Action action,
            String step,
            boolean here,
            boolean known,
            boolean mine,
            Moment moment) {
        combinations++;
        var id = new RepresentationId(new UUID(6, 1));
        var me = new PersonId(new UUID(7, 1));
        var actor =
                new Actor.Acting(me, here ? RESIDENT : OTHER_RESIDENT, new Capacity.Represents(id), level, NOW, NONE);
        var facts = Facts.represented(List.of(new Represented(
                known ? id : new RepresentationId(new UUID(6, 2)),
                RESIDENT,
                mine ? me : new PersonId(new UUID(7, 2)),
                kind,
                subject,
                moment.from,
                moment.until)));
        var access =
                new Access(RESIDENT, Set.of(section), action, Optional.of(step).filter(named -> !named.isEmpty()));
        var decision = Decisions.decide(actor, access, facts, NOW).get(section);
        var expected = reference.represented(
                level.name(),
                kind.name(),
                life,
                section.number(),
                action.name(),
                step,
                here,
                known,
                mine,
                moment.name());
        if (!word(decision).equals(expected)) {
            throw new AssertionError("%s %s %s %s %s %s: expected %s, was %s, given %s"
                    .formatted(level, kind, life, section, action, step, expected, decision, facts));
        }
        if (decision instanceof Decision.Permitted permit
                && (!permit.until().isAfter(NOW)
                        || permit.grant().isPresent()
                        || !permit.statute().equals(Optional.of(kind.article())))) {
            throw new AssertionError("a permit without exactly one basis: " + permit);
        }
    }

    @Test
    void whatIsOpenedForAMinorHoldsUntilTheNextBirthdayOrTheEndThatIsKnown() {
        var born = LocalDate.of(2010, 11, 20);
        var birthday = Instant.parse("2026-11-19T23:00:00Z");
        assertThat(holdsUntil(Subject.born(born), Instant.MAX)).isEqualTo(birthday);
        assertThat(holdsUntil(Subject.born(born), birthday)).isEqualTo(birthday);
        assertThat(holdsUntil(Subject.born(born), birthday.plusSeconds(1))).isEqualTo(birthday);
        assertThat(holdsUntil(Subject.born(born), birthday.minusSeconds(1))).isEqualTo(birthday.minusSeconds(1));
    }

    @Test
    void whoSpeaksForSomebodyElseOpensNothingHere() {
        var id = new RepresentationId(new UUID(6, 1));
        var me = new PersonId(new UUID(7, 1));
        var actor = new Actor.Acting(me, RESIDENT, new Capacity.Represents(id), AssuranceLevel.SUBSTANTIEEL, NOW, NONE);
        var ofAnother = new Represented(
                id,
                OTHER_RESIDENT,
                me,
                Kind.OUDER,
                Subject.born(LocalDate.of(2015, 1, 1)),
                NOW.minusSeconds(1),
                Instant.MAX);
        assertThat(Decisions.decide(
                        actor, Access.read(RESIDENT, Section.PLAN), Facts.represented(List.of(ofAnother)), NOW))
                .hasEntrySatisfying(Section.PLAN, answer -> assertThat(answer).isInstanceOf(Decision.Refused.class));
    }

    private static Instant holdsUntil(Subject subject, Instant until) {
        var id = new RepresentationId(new UUID(6, 1));
        var me = new PersonId(new UUID(7, 1));
        var actor = new Actor.Acting(me, RESIDENT, new Capacity.Represents(id), AssuranceLevel.SUBSTANTIEEL, NOW, NONE);
        var facts = Facts.represented(
                List.of(new Represented(id, RESIDENT, me, Kind.OUDER, subject, NOW.minusSeconds(1), until)));
        var decision = Decisions.decide(actor, Access.read(RESIDENT, Section.PLAN), facts, NOW)
                .get(Section.PLAN);
        return ((Decision.Permitted) decision).until();
    }

    private List<List<Given>> grants(Section section) {
        var all = new ArrayList<List<Given>>();
        all.add(List.of());
        for (var receiver : Receiver.values()) {
            for (var here : List.of(true, false)) {
                for (var covers : List.of(true, false)) {
                    for (var state : Grant.State.values()) {
                        for (var moment : Moment.values()) {
                            for (var add : List.of(true, false)) {
                                all.add(List.of(given(section, receiver, here, covers, state, moment, add)));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Given given(
            Section section,
            Receiver receiver,
            boolean here,
            boolean covers,
            Grant.State state,
            Moment moment,
            boolean add) {
        return new Given(
                new GivenGrant(
                        GRANT,
                        here ? RESIDENT : OTHER_RESIDENT,
                        receiver.to,
                        receiver.team,
                        sections(section, covers),
                        add ? EnumSet.allOf(Right.class) : EnumSet.of(Right.READ),
                        moment.from,
                        moment.until,
                        state),
                new ReferenceModel.Gift(receiver.me, here, covers, state.name(), moment.name(), add));
    }

    private static Assigned assigned(
            Section section, String statute, boolean mine, boolean here, boolean covers, Moment moment) {
        return new Assigned(
                new AssignedCase(
                        CASE,
                        here ? RESIDENT : OTHER_RESIDENT,
                        mine ? ME : OTHER,
                        statute,
                        sections(section, covers),
                        moment.from,
                        moment.until),
                new ReferenceModel.Case(statute, mine, here, covers, moment.name()));
    }

    private static Set<Section> sections(Section section, boolean covers) {
        return covers ? EnumSet.of(section) : EnumSet.complementOf(EnumSet.of(section));
    }

    private void agree(
            AssuranceLevel level,
            Relation relation,
            Role role,
            Section section,
            Action action,
            List<Assigned> cases,
            List<Given> given) {
        agree(level, relation, role, section, action, cases, given, List.of());
    }

    private void agree(
            AssuranceLevel level,
            Relation relation,
            Role role,
            Section section,
            Action action,
            List<Assigned> cases,
            List<Given> given,
            List<Broken> broken) {
        combinations++;
        var actor = new Actor.Professional(ME, role, new OrganisationId("wij"), Optional.of(MY_TEAM), level, NOW, NONE);
        var facts = new Facts(
                relation,
                given.stream().map(Given::grant).toList(),
                cases.stream().map(Assigned::assigned).toList(),
                broken.stream().map(Broken::emergency).toList());
        var decision = decide(actor, section, action, facts);
        var expected = reference.professional(
                level.name(),
                relation.name(),
                role.name(),
                section.number(),
                action.name(),
                cases.stream().map(Assigned::one).toList(),
                given.stream().map(Given::gift).toList(),
                broken.stream().map(Broken::glass).toList());
        if (!word(decision).equals(expected)) {
            throw new AssertionError("%s %s %s %s %s: expected %s, was %s, given %s"
                    .formatted(level, relation, role, section, action, expected, decision, facts));
        }
        if (decision instanceof Decision.Permitted permit) {
            var byLaw = permit.ground() == Grondslag.WETTELIJKE_TAAK;
            var inEmergency = permit.ground() == Grondslag.VITAAL_BELANG;
            if (!permit.until().isAfter(NOW)
                    || permit.grant().isPresent() != (permit.ground() == Grondslag.TOESTEMMING)
                    || !inEmergency && permit.statute().isPresent() != byLaw) {
                throw new AssertionError("a permit without exactly one basis: " + permit);
            }
        }
    }

    private static Decision decide(Actor actor, Section section, Action action, Facts facts) {
        return Decisions.decide(actor, DecisionTests.access(RESIDENT, section, action), facts, NOW)
                .get(section);
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Permitted permitted -> permitted.ground().name();
            case Decision.Refused refused -> refused.reason().name();
        };
    }
}
