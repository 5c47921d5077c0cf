package nl.voorelkaar.consent.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRefused.Reason;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.NeedToKnow;
import nl.voorelkaar.consent.decision.Statute;

/** When a professional may not ask (DOMAIN §2.5). The first rule that objects gives the reason. */
final class AskingRules {

    static final Duration NOT_AGAIN_WITHIN = Duration.ofDays(30);

    static final List<Function<Asking, Optional<Reason>>> IN_ORDER = List.of(
            AskingRules::theLoginIsSureEnough,
            AskingRules::somethingIsAsked,
            AskingRules::itEndsAfterToday,
            AskingRules::itEndsWithinTwelveMonths,
            AskingRules::notOnesOwnDossierNorTheHouseholds,
            AskingRules::theRoleMayAskForEverySection,
            AskingRules::theLawDoesNotAlreadyAllowIt,
            AskingRules::oneOpenRequestForOnePurpose,
            AskingRules::notAgainSoonAfterANoWithoutANewReason);

    private AskingRules() {}

    /** @param earlier what this professional asked this resident before */
    record Asking(Actor.Professional actor, NewRequest request, Facts facts, List<Earlier> earlier, Clock clock) {}

    /** An earlier request, opened. */
    record Earlier(
            AccessRequest.State state,
            Instant since,
            Set<Section> sections,
            Purpose purpose,
            Optional<Purpose> newReason) {}

    static Optional<Reason> objection(Asking asking) {
        return IN_ORDER.stream().flatMap(rule -> rule.apply(asking).stream()).findFirst();
    }

    /** Sections that this professional could ask for: what only consent opens. */
    static Set<Section> askable(Actor.Professional actor, Facts facts, Instant now) {
        if (facts.relation() != Facts.Relation.NONE) {
            return Set.of();
        }
        var sections = NeedToKnow.askable(actor.role());
        sections.removeIf(section -> covered(actor, section, facts, now));
        return sections;
    }

    /**
     * When two requests are for the same purpose: they ask for a section in common, or say the same in other spacing,
     * case or punctuation.
     */
    static boolean samePurpose(Set<Section> sections, Purpose purpose, Earlier earlier) {
        return !Collections.disjoint(sections, earlier.sections)
                || normal(purpose).equals(normal(earlier.purpose));
    }

    private static Optional<Reason> theLoginIsSureEnough(Asking asking) {
        return when(!asking.actor.level().atLeast(AssuranceLevel.REQUIRED), Reason.ASSURANCE_TOO_LOW);
    }

    private static Optional<Reason> somethingIsAsked(Asking asking) {
        var terms = asking.request.terms();
        return when(terms.sections().isEmpty() || !terms.rights().contains(Right.READ), Reason.NOTHING_ASKED);
    }

    private static Optional<Reason> itEndsAfterToday(Asking asking) {
        return when(
                asking.request.terms().until().isBefore(CalendarDays.dayOf(asking.clock.instant())),
                Reason.UNTIL_IN_THE_PAST);
    }

    private static Optional<Reason> itEndsWithinTwelveMonths(Asking asking) {
        return when(
                asking.request
                        .terms()
                        .until()
                        .isAfter(CalendarDays.dayOf(asking.clock.instant()).plus(Terms.LONGEST)),
                Reason.LONGER_THAN_TWELVE_MONTHS);
    }

    /** One answer for both, and it does not depend on whether there is a dossier. */
    private static Optional<Reason> notOnesOwnDossierNorTheHouseholds(Asking asking) {
        return when(asking.facts.relation() != Facts.Relation.NONE, Reason.OWN_DOSSIER);
    }

    private static Optional<Reason> theRoleMayAskForEverySection(Asking asking) {
        var role = asking.actor.role();
        return when(
                asking.request.terms().sections().stream()
                        .anyMatch(section ->
                                !NeedToKnow.byConsent(role, section) && !NeedToKnow.byLaw(role, section, Action.READ)),
                Reason.ROLE_MAY_NOT_ASK);
    }

    /**
     * Consent is never asked for what a statute opens: with or without the case, it is the statute's (DOMAIN, rule 2).
     */
    private static Optional<Reason> theLawDoesNotAlreadyAllowIt(Asking asking) {
        return when(
                asking.request.terms().sections().stream()
                        .anyMatch(section -> !NeedToKnow.byConsent(asking.actor.role(), section)
                                || covered(asking.actor, section, asking.facts, asking.clock.instant())),
                Reason.STATUTE_COVERS_IT);
    }

    private static Optional<Reason> oneOpenRequestForOnePurpose(Asking asking) {
        return when(
                asking.earlier.stream()
                        .filter(earlier -> earlier.state == AccessRequest.State.AANGEVRAAGD)
                        .anyMatch(earlier -> same(asking, earlier)),
                Reason.ASKED_ALREADY);
    }

    private static Optional<Reason> notAgainSoonAfterANoWithoutANewReason(Asking asking) {
        var before = asking.clock.instant().minus(NOT_AGAIN_WITHIN);
        var refused = asking.earlier.stream()
                .filter(earlier -> earlier.state == AccessRequest.State.GEWEIGERD)
                .filter(earlier -> earlier.since.isAfter(before))
                .filter(earlier -> same(asking, earlier))
                .toList();
        var reason = asking.request.newReason();
        return when(
                !refused.isEmpty()
                        && (reason.isEmpty()
                                || refused.stream().anyMatch(earlier -> saidBefore(reason.get(), earlier))),
                Reason.REFUSED_RECENTLY);
    }

    private static boolean saidBefore(Purpose reason, Earlier earlier) {
        return normal(reason).equals(normal(earlier.purpose))
                || earlier.newReason
                        .filter(before -> normal(before).equals(normal(reason)))
                        .isPresent();
    }

    private static boolean same(Asking asking, Earlier earlier) {
        return samePurpose(asking.request.terms().sections(), asking.request.purpose(), earlier);
    }

    private static boolean covered(Actor.Professional actor, Section section, Facts facts, Instant now) {
        return facts.cases().stream()
                .filter(assigned -> assigned.sections().contains(section))
                .filter(assigned -> !now.isBefore(assigned.from()) && now.isBefore(assigned.until()))
                .flatMap(assigned -> Statute.cited(assigned.statute()).stream())
                .anyMatch(statute -> NeedToKnow.byLaw(actor.role(), section, Action.READ, statute));
    }

    private static String normal(Purpose purpose) {
        return purpose.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Optional<Reason> when(boolean objects, Reason reason) {
        return objects ? Optional.of(reason) : Optional.empty();
    }
}
