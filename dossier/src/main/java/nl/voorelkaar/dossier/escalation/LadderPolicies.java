package nl.voorelkaar.dossier.escalation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Reached;
import nl.voorelkaar.dossier.procedure.Author;

/** Every rule about going up or down the ladder. The first that says no gives the reason. */
final class LadderPolicies {

    /** @param from empty when nobody stands on the ladder yet */
    record Wish(Optional<AveFase> from, Reached wanted, Author.Professional by) {

        boolean up() {
            return from.filter(now -> now.ordinal() >= wanted.phase().ordinal()).isEmpty();
        }
    }

    static final int SHORTEST_WHY = 30;

    static final List<Function<Wish, Optional<EscalationRefusal>>> IN_ORDER = List.of(
            LadderPolicies::aPhaseIsReachedByWhoMayCarryItThere,
            LadderPolicies::thePhaseChanges,
            LadderPolicies::upGoesOnePhaseAtATime,
            LadderPolicies::somebodyDirects,
            LadderPolicies::fromPhaseThreeSomebodyElseDirects,
            LadderPolicies::theResidentReadsWhy,
            LadderPolicies::theResidentIsSpokenWithOrReadsWhyNot);

    private LadderPolicies() {}

    static Optional<EscalationRefusal> refusal(Wish wish) {
        return IN_ORDER.stream().flatMap(policy -> policy.apply(wish).stream()).findFirst();
    }

    static Optional<EscalationRefusal> aPhaseIsReachedByWhoMayCarryItThere(Wish wish) {
        return unless(wish.wanted.phase().reachedBy().contains(wish.by.role()), EscalationRefusal.NOT_BY_THIS_ROLE);
    }

    static Optional<EscalationRefusal> thePhaseChanges(Wish wish) {
        return unless(!wish.from.equals(Optional.of(wish.wanted.phase())), EscalationRefusal.SAME_PHASE);
    }

    /** A situation that is found late begins where it is, up to phase two. */
    static Optional<EscalationRefusal> upGoesOnePhaseAtATime(Wish wish) {
        var highest = wish.from.map(now -> now.next().orElse(now)).orElse(AveFase.TWEE);
        return unless(!wish.up() || wish.wanted.phase().compareTo(highest) <= 0, EscalationRefusal.NOT_THE_NEXT);
    }

    static Optional<EscalationRefusal> somebodyDirects(Wish wish) {
        return unless(!wish.wanted.director().isBlank(), EscalationRefusal.NO_DIRECTOR);
    }

    static Optional<EscalationRefusal> fromPhaseThreeSomebodyElseDirects(Wish wish) {
        var theirs = wish.wanted.phase().director() == AveFase.Director.CASUSREGISSEUR;
        return unless(
                theirs || !wish.wanted.director().strip().equalsIgnoreCase(wish.by.name()),
                EscalationRefusal.DIRECTS_THEMSELVES);
    }

    static Optional<EscalationRefusal> theResidentReadsWhy(Wish wish) {
        return unless(longEnough(wish.wanted.why()), EscalationRefusal.WHY_TOO_SHORT);
    }

    static Optional<EscalationRefusal> theResidentIsSpokenWithOrReadsWhyNot(Wish wish) {
        return unless(wish.wanted.spoken() || longEnough(wish.wanted.whyNot()), EscalationRefusal.NOT_SPOKEN);
    }

    private static boolean longEnough(String text) {
        var words = text.strip();
        return words.codePointCount(0, words.length()) >= SHORTEST_WHY;
    }

    private static Optional<EscalationRefusal> unless(boolean fine, EscalationRefusal reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }
}
