package nl.voorelkaar.consent;

import java.util.Map;

/**
 * The one place that says whether an access is allowed, and on which ground. Default deny: what no policy allows is
 * refused, and what does not exist is refused in the same way.
 */
public interface AccessGate {

    /**
     * Decides per section, from the facts as they are in the database now (primary, this transaction). Writes nothing.
     * To add, edit or remove, the grant or assignment found is locked against stopping until this transaction ends: a
     * write in the same transaction comes wholly before the stop, or not at all.
     *
     * @return a decision for every section asked, none missing
     */
    Map<Section, Decision> decide(Actor actor, Access access);

    /**
     * Decides, writes the ledger line (also for a refusal) in a transaction of its own that is committed before this
     * returns, and answers with the grounds. All or nothing: one refused section refuses the whole. One line per
     * ground, of kind READ, ADDED, EDITED or REMOVED: callers write no second line for the same act. Needs a second
     * connection when called inside a transaction.
     *
     * @throws AccessRefused when any section is refused; its message names no reason
     */
    Map<Section, Decision.Permitted> require(Actor actor, Access access);

    /**
     * Like {@link #require}, but for the sections that are allowed: one ledger line per ground for those, none for
     * sections that the actor never had.
     *
     * @throws AccessRefused when no section at all is allowed; that attempt is in the ledger
     */
    Map<Section, Decision.Permitted> requireAny(Actor actor, Access access);
}
