package nl.voorelkaar.consent.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Section;

/**
 * The one access decision. Pure: the same question gives the same answer. Default deny; a policy that forbids overrides
 * every policy that allows.
 */
public final class Decisions {

    private Decisions() {}

    /** @return one decision for each section of the access */
    public static Map<Section, Decision> decide(Actor actor, Access access, Facts facts, Instant now) {
        var decisions = new EnumMap<Section, Decision>(Section.class);
        for (var section : access.sections()) {
            decisions.put(
                    section,
                    decide(new Question(
                            actor,
                            access.resident(),
                            section,
                            access.action(),
                            access.step(),
                            access.only(),
                            facts,
                            now)));
        }
        return decisions;
    }

    private static Decision decide(Question question) {
        Optional<Decision> ground = Optional.empty();
        var misses = new ArrayList<Decision.Reason>();
        for (var policy : Policies.IN_ORDER) {
            switch (policy.apply(question)) {
                case Verdict.Forbids forbids -> {
                    return new Decision.Refused(forbids.reason());
                }
                case Verdict.Allows allows -> ground = ground.or(() -> Optional.of(allows.permit()));
                case Verdict.Silent silent -> misses.add(silent.nearest());
            }
        }
        return ground.orElseGet(() -> new Decision.Refused(Policies.nearest(misses)));
    }
}
