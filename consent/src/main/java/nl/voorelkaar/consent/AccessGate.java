package nl.voorelkaar.consent;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * Like {@link #require} to read one thing of which only the id is known: decides about all of the dossier once, has
     * it looked for among what the actor may read, and writes the line for the part in which it was found.
     *
     * @param look gets the grounds of what may be read, never empty, and finds the thing or not; it opens nothing
     * @param place in which part it was found
     * @return empty when nothing may be read or nothing was found: then no line is written, and the caller writes one
     * @throws AccessRefused when it was found where the actor may not read; that attempt is in the ledger
     */
    <T> Optional<Found<T>> requireFound(
            Actor actor,
            ResidentId resident,
            Function<Map<Section, Decision.Permitted>, Optional<T>> look,
            Function<T, Section> place);

    /** @param ground on which it may be read; the line says so, and is committed */
    record Found<T>(T thing, Decision.Permitted ground) {}
}
