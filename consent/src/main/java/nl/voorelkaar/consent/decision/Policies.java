package nl.voorelkaar.consent.decision;

import static nl.voorelkaar.consent.decision.Verdict.SILENT;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Ages;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Decision.Permitted;
import nl.voorelkaar.consent.Decision.Reason;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.consent.decision.Facts.AssignedCase;
import nl.voorelkaar.consent.decision.Facts.Consulted;
import nl.voorelkaar.consent.decision.Facts.GivenGrant;
import nl.voorelkaar.consent.decision.Facts.GivenMandate;
import nl.voorelkaar.consent.decision.Facts.OpenedEmergency;
import nl.voorelkaar.consent.decision.Facts.Represented;
import nl.voorelkaar.consent.decision.Verdict.Allows;
import nl.voorelkaar.consent.decision.Verdict.Forbids;
import nl.voorelkaar.consent.decision.Verdict.Silent;

/** Every rule about access there is. One that forbids overrides all that allow. */
final class Policies {

    /**
     * In this order: the first that forbids gives the reason; of those that allow, the first gives the ground, so that
     * consent is never named where the law already allows (DOMAIN, rule 2).
     */
    static final List<Function<Question, Verdict>> IN_ORDER = List.of(
            Policies::theLoginIsSureEnough,
            Policies::whatIsNeverDelegatedIsDoneByTheResidentAlone,
            Policies::noProfessionalOpensTheirOwnDossier,
            Policies::noProfessionalOpensTheirHouseholdsDossier,
            Policies::theRoleHasBusinessInTheSection,
            Policies::aResidentOpensNobodyElsesDossier,
            Policies::whoActsForOneResidentOpensNobodyElsesDossier,
            Policies::theMunicipalFileIsKeptAsItIs,
            Policies::aResidentOpensTheirOwnDossier,
            Policies::theLawGivesAnAssignedCase,
            Policies::theResidentGaveConsent,
            Policies::theResidentLetAnExpertAnswer,
            Policies::theResidentGaveAMandate,
            Policies::theLawLetsSomebodySpeakForTheResident,
            Policies::anEmergencyOpensTheLeast);

    /** How near a miss was, far to near: the nearest is the reason of a refusal. */
    static final List<Reason> NEARNESS = List.of(
            Reason.NO_GROUND,
            Reason.NOT_FOR_THIS_PARTY,
            Reason.SECTION_NOT_GRANTED,
            Reason.STOPPED,
            Reason.EXPIRED,
            Reason.NOT_YET_VALID,
            Reason.PAUSED,
            Reason.RIGHT_NOT_GRANTED);

    /** The one step that an expert takes. */
    static final String ANSWER = "raad.answer";

    private Policies() {}

    static Verdict theLoginIsSureEnough(Question question) {
        return question.actor().level().atLeast(AssuranceLevel.REQUIRED)
                ? SILENT
                : new Forbids(Reason.ASSURANCE_TOO_LOW);
    }

    static Verdict whatIsNeverDelegatedIsDoneByTheResidentAlone(Question question) {
        return !(question.actor() instanceof Actor.Resident)
                        && question.step().filter(Delegation.never()::contains).isPresent()
                ? new Forbids(Reason.NEVER_DELEGATED)
                : SILENT;
    }

    static Verdict noProfessionalOpensTheirOwnDossier(Question question) {
        return question.actor() instanceof Actor.Professional
                        && question.facts().relation() == Facts.Relation.OWN
                ? new Forbids(Reason.OWN_DOSSIER)
                : SILENT;
    }

    static Verdict noProfessionalOpensTheirHouseholdsDossier(Question question) {
        return question.actor() instanceof Actor.Professional
                        && question.facts().relation() == Facts.Relation.HOUSEHOLD
                ? new Forbids(Reason.OWN_HOUSEHOLD)
                : SILENT;
    }

    static Verdict theRoleHasBusinessInTheSection(Question question) {
        return question.actor() instanceof Actor.Professional professional
                        && !NeedToKnow.byConsent(professional.role(), question.section())
                        && !NeedToKnow.byLaw(professional.role(), question.section(), question.action())
                ? new Forbids(Reason.ROLE_MAY_NOT)
                : SILENT;
    }

    static Verdict aResidentOpensNobodyElsesDossier(Question question) {
        return question.actor() instanceof Actor.Resident resident
                        && !resident.id().equals(question.resident())
                ? new Forbids(Reason.NOT_THE_RESIDENT)
                : SILENT;
    }

    static Verdict whoActsForOneResidentOpensNobodyElsesDossier(Question question) {
        return question.actor() instanceof Actor.Acting acting
                        && !acting.resident().equals(question.resident())
                ? new Forbids(Reason.NOT_THE_RESIDENT)
                : SILENT;
    }

    static Verdict theMunicipalFileIsKeptAsItIs(Question question) {
        return !(question.actor() instanceof Actor.Professional)
                        && question.section().zone() == Zone.GEMEENTELIJK
                        && question.action() != Action.READ
                        && question.action() != Action.TAKE_PART
                ? new Forbids(Reason.MUNICIPAL_FILE_IS_KEPT)
                : SILENT;
    }

    static Verdict aResidentOpensTheirOwnDossier(Question question) {
        return question.actor() instanceof Actor.Resident
                ? new Allows(new Permitted(Grondslag.EIGEN_DOSSIER, Optional.empty(), Optional.empty(), Instant.MAX))
                : SILENT;
    }

    static Verdict theLawGivesAnAssignedCase(Question question) {
        if (!(question.actor() instanceof Actor.Professional professional)) {
            return SILENT;
        }
        var mine = question.facts().cases().stream()
                .filter(assigned -> assigned.resident().equals(question.resident()))
                .filter(assigned -> assigned.to().equals(professional.id()))
                .filter(assigned -> assigned.sections().contains(question.section()))
                .filter(assigned -> Statute.cited(assigned.statute())
                        .filter(statute ->
                                NeedToKnow.byLaw(professional.role(), question.section(), question.action(), statute))
                        .isPresent())
                .toList();
        return mine.stream()
                .filter(assigned -> holds(assigned.from(), assigned.until(), question.now()))
                .max(Comparator.comparing(AssignedCase::until).thenComparing(AssignedCase::id))
                .<Verdict>map(assigned -> new Allows(new Permitted(
                        Grondslag.WETTELIJKE_TAAK,
                        Optional.empty(),
                        Optional.of(assigned.statute()),
                        assigned.until())))
                .orElseGet(() -> new Silent(nearest(mine.stream()
                        .map(assigned ->
                                question.now().isBefore(assigned.from()) ? Reason.NOT_YET_VALID : Reason.EXPIRED)
                        .toList())));
    }

    static Verdict theResidentGaveConsent(Question question) {
        if (!(question.actor() instanceof Actor.Professional professional)
                || !NeedToKnow.byConsent(professional.role(), question.section())) {
            return SILENT;
        }
        var given = question.facts().grants().stream()
                .filter(grant -> grant.resident().equals(question.resident()))
                .toList();
        return given.stream()
                .filter(grant -> missing(grant, professional, question).isEmpty())
                .max(Comparator.comparing(GivenGrant::until)
                        .thenComparing(grant -> grant.id().value()))
                .<Verdict>map(grant -> new Allows(
                        new Permitted(Grondslag.TOESTEMMING, Optional.of(grant.id()), Optional.empty(), grant.until())))
                .orElseGet(() -> new Silent(nearest(given.stream()
                        .flatMap(grant -> missing(grant, professional, question).stream())
                        .toList())));
    }

    /** Last of all: who may read anyhow does not read on an emergency. */
    static Verdict anEmergencyOpensTheLeast(Question question) {
        if (!(question.actor() instanceof Actor.Professional professional) || !LeastNeeded.opens(professional.role())) {
            return SILENT;
        }
        var mine = question.facts().emergencies().stream()
                .filter(emergency -> emergency.resident().equals(question.resident()))
                .filter(emergency -> emergency.to().equals(professional.id()))
                .filter(emergency -> emergency.sections().contains(question.section()))
                .filter(emergency -> LeastNeeded.sections(emergency.reason()).contains(question.section()))
                .toList();
        var open = mine.stream()
                .filter(emergency -> holds(emergency.from(), emergency.until(), question.now()))
                .max(Comparator.comparing(OpenedEmergency::until)
                        .thenComparing(emergency -> emergency.id().value()));
        if (open.isEmpty()) {
            return new Silent(nearest(mine.stream()
                    .map(emergency -> question.now().isBefore(emergency.from()) ? Reason.NOT_YET_VALID : Reason.EXPIRED)
                    .toList()));
        }
        return question.action() == Action.READ
                ? new Allows(new Permitted(
                        Grondslag.VITAAL_BELANG,
                        Optional.empty(),
                        LeastNeeded.statute(open.get().reason()).map(Statute::citation),
                        open.get().until()))
                : new Silent(Reason.RIGHT_NOT_GRANTED);
    }

    /** Why this grant does not carry the access; empty when it does. */
    private static Optional<Reason> missing(GivenGrant grant, Actor.Professional professional, Question question) {
        if (!isFor(grant, professional)) {
            return Optional.of(Reason.NOT_FOR_THIS_PARTY);
        }
        if (!grant.sections().contains(question.section())) {
            return Optional.of(Reason.SECTION_NOT_GRANTED);
        }
        return switch (grant.state()) {
            case INGETROKKEN, VERVANGEN, BEEINDIGD -> Optional.of(Reason.STOPPED);
            case VERLOPEN -> Optional.of(Reason.EXPIRED);
            case ACTIEF, GEPAUZEERD -> {
                if (question.now().isBefore(grant.from())) {
                    yield Optional.of(Reason.NOT_YET_VALID);
                }
                if (!holds(grant.from(), grant.until(), question.now())) {
                    yield Optional.of(Reason.EXPIRED);
                }
                if (grant.state() == Grant.State.GEPAUZEERD) {
                    yield Optional.of(Reason.PAUSED);
                }
                yield grant.rights().contains(rightFor(question.action()))
                        ? Optional.empty()
                        : Optional.of(Reason.RIGHT_NOT_GRANTED);
            }
        };
    }

    static Verdict theResidentGaveAMandate(Question question) {
        if (!(question.actor() instanceof Actor.Acting acting)
                || !(acting.capacity() instanceof Capacity.Mandated mandated)) {
            return SILENT;
        }
        var given = question.facts().mandates().stream()
                .filter(mandate -> mandate.resident().equals(question.resident()))
                .filter(mandate -> mandate.id().equals(mandated.mandate()))
                .toList();
        return given.stream()
                .filter(mandate -> missing(mandate, acting, question).isEmpty())
                .findFirst()
                .<Verdict>map(mandate -> new Allows(new Permitted(
                        Grondslag.MACHTIGING, Optional.of(mandate.keys()), Optional.empty(), mandate.until())))
                .orElseGet(() -> new Silent(nearest(given.stream()
                        .flatMap(mandate -> missing(mandate, acting, question).stream())
                        .toList())));
    }

    /** Why this mandate does not carry the access; empty when it does. */
    private static Optional<Reason> missing(GivenMandate mandate, Actor.Acting acting, Question question) {
        if (!mandate.to().equals(acting.person())) {
            return Optional.of(Reason.NOT_FOR_THIS_PARTY);
        }
        if (!reaches(mandate, question)) {
            return Optional.of(Reason.SECTION_NOT_GRANTED);
        }
        return switch (mandate.state()) {
            case UITGENODIGD, GEACCEPTEERD -> Optional.of(Reason.NOT_YET_VALID);
            case AFGEWEZEN, INGETROKKEN, OPGEZEGD, BEEINDIGD -> Optional.of(Reason.STOPPED);
            case VERLOPEN -> Optional.of(Reason.EXPIRED);
            case ACTIEF -> {
                if (question.now().isBefore(mandate.from())) {
                    yield Optional.of(Reason.NOT_YET_VALID);
                }
                if (!holds(mandate.from(), mandate.until(), question.now())) {
                    yield Optional.of(Reason.EXPIRED);
                }
                yield carries(mandate, question) ? Optional.empty() : Optional.of(Reason.RIGHT_NOT_GRANTED);
            }
        };
    }

    /** Who helps with one thing reaches that thing only, and only when nothing but that is asked for. */
    private static boolean reaches(GivenMandate mandate, Question question) {
        return mandate.boundary()
                .map(boundary -> boundary.section() == question.section()
                        && question.only().equals(Optional.of(boundary.thing())))
                .orElseGet(() -> Delegation.opened(mandate.scopes()).contains(question.section()));
    }

    /** Who helps with one thing reads it. */
    private static boolean carries(GivenMandate mandate, Question question) {
        return mandate.boundary().isPresent()
                ? question.action() == Action.READ
                : Delegation.carries(mandate.scopes(), question.section(), question.action(), question.step());
    }

    /** One question to one expert: to read it, and to answer it once. */
    static Verdict theResidentLetAnExpertAnswer(Question question) {
        if (!(question.actor() instanceof Actor.Professional professional) || professional.role() != Role.SPEC) {
            return SILENT;
        }
        var put = question.facts().consults().stream()
                .filter(consult -> consult.resident().equals(question.resident()))
                .filter(consult ->
                        question.only().equals(Optional.of(consult.id().thing())))
                .toList();
        return put.stream()
                .filter(consult -> missing(consult, professional, question).isEmpty())
                .findFirst()
                .<Verdict>map(consult -> new Allows(new Permitted(
                        Grondslag.TOESTEMMING, Optional.of(consult.id().keys()), Optional.empty(), consult.until())))
                .orElseGet(() -> new Silent(nearest(put.stream()
                        .flatMap(consult -> missing(consult, professional, question).stream())
                        .toList())));
    }

    /** Why this question does not carry the access; empty when it does. */
    private static Optional<Reason> missing(Consulted consult, Actor.Professional professional, Question question) {
        if (!consult.to().equals(professional.id())) {
            return Optional.of(Reason.NOT_FOR_THIS_PARTY);
        }
        if (consult.section() != question.section()) {
            return Optional.of(Reason.SECTION_NOT_GRANTED);
        }
        return switch (consult.state()) {
            case GEVRAAGD -> Optional.of(Reason.NOT_YET_VALID);
            case GEWEIGERD, INGETROKKEN, GESTOPT, BEANTWOORD -> Optional.of(Reason.STOPPED);
            case VERLOPEN -> Optional.of(Reason.EXPIRED);
            case OPEN -> {
                if (question.now().isBefore(consult.from())) {
                    yield Optional.of(Reason.NOT_YET_VALID);
                }
                if (!question.now().isBefore(consult.until())) {
                    yield Optional.of(Reason.EXPIRED);
                }
                yield question.action() == Action.READ || question.step().equals(Optional.of(ANSWER))
                        ? Optional.empty()
                        : Optional.of(Reason.RIGHT_NOT_GRANTED);
            }
        };
    }

    static Verdict theLawLetsSomebodySpeakForTheResident(Question question) {
        if (!(question.actor() instanceof Actor.Acting acting)
                || !(acting.capacity() instanceof Capacity.Represents represents)) {
            return SILENT;
        }
        var found = question.facts().represented().stream()
                .filter(represented -> represented.resident().equals(question.resident()))
                .filter(represented -> represented.id().equals(represents.representation()))
                .toList();
        return found.stream()
                .filter(represented -> missing(represented, acting, question).isEmpty())
                .findFirst()
                .<Verdict>map(represented -> new Allows(new Permitted(
                        Grondslag.VERTEGENWOORDIGING,
                        Optional.empty(),
                        Optional.of(represented.kind().article()),
                        until(represented, question.now()))))
                .orElseGet(() -> new Silent(nearest(found.stream()
                        .flatMap(represented -> missing(represented, acting, question).stream())
                        .toList())));
    }

    /** Why this representation does not carry the access; empty when it does. */
    private static Optional<Reason> missing(Represented represented, Actor.Acting acting, Question question) {
        if (!represented.by().equals(acting.person())) {
            return Optional.of(Reason.NOT_FOR_THIS_PARTY);
        }
        if (question.now().isBefore(represented.from())) {
            return Optional.of(Reason.NOT_YET_VALID);
        }
        if (!question.now().isBefore(represented.until())) {
            return Optional.of(Reason.EXPIRED);
        }
        if (!WhoDecides.opens(
                represented.kind(), question.section(), represented.subject(), CalendarDays.dayOf(question.now()))) {
            return Optional.of(Reason.SECTION_NOT_GRANTED);
        }
        var carried = question.action() == Action.READ
                || question.action() == Action.ADD
                || question.step().filter(Delegation.byLaw()::contains).isPresent();
        return carried ? Optional.empty() : Optional.of(Reason.RIGHT_NOT_GRANTED);
    }

    /** What is opened for a minor is decided anew at the next birthday that matters. */
    private static Instant until(Represented represented, Instant now) {
        return represented
                .subject()
                .born()
                .flatMap(born -> Ages.next(born, CalendarDays.dayOf(now)).map(age -> Ages.begins(born, age)))
                .filter(represented.until()::isAfter)
                .orElse(represented.until());
    }

    private static boolean isFor(GivenGrant grant, Actor.Professional professional) {
        return grant.to().equals(professional.id())
                || grant.team().isPresent() && grant.team().equals(professional.team());
    }

    /** Changing and taking away is part of adding; that it is one's own is checked where authors are known. */
    private static Right rightFor(Action action) {
        return action == Action.READ ? Right.READ : Right.ADD;
    }

    private static boolean holds(Instant from, Instant until, Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** The reason of a refusal: of everything that was missing, what was missed by least. */
    static Reason nearest(List<Reason> misses) {
        return misses.stream().max(Comparator.comparingInt(NEARNESS::indexOf)).orElse(Reason.NO_GROUND);
    }
}
