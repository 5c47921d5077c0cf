package nl.voorelkaar.consent.decision;

import java.util.Map;
import java.util.Set;
import nl.voorelkaar.consent.PersonId;

/**
 * Parents who have gezag together answer together (DOMAIN §3.4): all of them yes, or nothing opens. Where they differ,
 * a person of the municipality talks with them; no rule of this product chooses between parents.
 */
public final class JointAuthority {

    private JointAuthority() {}

    /** What the answers so far come to. */
    public enum Outcome {
        WAITS,
        AGREED,
        REFUSED,
        DISAGREED
    }

    /**
     * @param holders who have gezag now; an answer of anybody else does not count
     * @param answers yes or no
     */
    public static Outcome of(Set<PersonId> holders, Map<PersonId, Boolean> answers) {
        var yes = holders.stream()
                .filter(holder -> Boolean.TRUE.equals(answers.get(holder)))
                .count();
        var no = holders.stream()
                .filter(holder -> Boolean.FALSE.equals(answers.get(holder)))
                .count();
        if (yes > 0 && no > 0) {
            return Outcome.DISAGREED;
        }
        if (holders.isEmpty() || yes + no < holders.size()) {
            return Outcome.WAITS;
        }
        return yes > 0 ? Outcome.AGREED : Outcome.REFUSED;
    }
}
