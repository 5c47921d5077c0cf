package nl.voorelkaar.consent.decision;

import nl.voorelkaar.consent.Decision;

/** What one policy says. */
sealed interface Verdict {

    /** Not my case. */
    Verdict SILENT = new Silent(Decision.Reason.NO_GROUND);

    /** There is a ground, unless another policy forbids. */
    record Allows(Decision.Permitted permit) implements Verdict {}

    /** Whatever the others say. */
    record Forbids(Decision.Reason reason) implements Verdict {}

    /** No ground here; the reason is what came nearest to one. */
    record Silent(Decision.Reason nearest) implements Verdict {}
}
