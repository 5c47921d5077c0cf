package nl.voorelkaar.consent;

import java.util.Map;

/**
 * The one place that says whether an access is allowed, and on which ground. Default deny: what no policy allows is
 * refused, and what does not exist is refused in the same way.
 */
public interface AccessGate {

    /**
     * Decides per section, from the facts as they are in the database now (primary, this transaction). Writes nothing.
     *
     * @return a decision for every section asked, none missing
     */
    Map<Section, Decision> decide(Actor actor, Access access);

    /**
     * Decides, writes the ledger line (also for a refusal) in a transaction of its own that is committed before this
     * returns, and answers with the grounds. All or nothing: one refused section refuses the whole.
     *
     * @throws AccessRefused when any section is refused; its message names no reason
     */
    Map<Section, Decision.Permitted> require(Actor actor, Access access);

    /**
     * Like {@link #require}, but for the sections that are allowed: one ledger line for those, none for sections that the
     * actor never had.
     *
     * @throws AccessRefused when no section at all is allowed; that attempt is in the ledger
     */
    Map<Section, Decision.Permitted> requireAny(Actor actor, Access access);
}
