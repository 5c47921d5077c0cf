package nl.voorelkaar.dossier.intake;

import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.procedure.ProcedureId;

/**
 * What people tell who worry about somebody, sealed to the municipality. Anybody may tell; nobody learns by it whether
 * somebody is known. The desk (KCC) reads it, and makes a melding of it or closes it with a reason; everything stays,
 * sealed.
 *
 * <p>Whoever is not of the desk gets {@link nl.voorelkaar.consent.AccessRefused}.
 */
public interface Worries {

    /**
     * Puts it before the desk. The same id again changes nothing.
     *
     * @param from stands for the network address; only counted, never kept
     * @return false, and nothing kept, when too much came from there, or from everywhere, in the last hour
     */
    boolean tell(UUID id, Worry.Text text, UUID from);

    /** What waits, the newest first; at most 200. */
    List<Worry> waiting(Actor.Professional actor);

    /** How much waits in all. */
    int count(Actor.Professional actor);

    /** It became this melding. Once handled it stays as it was handled first. */
    void linked(Actor.Professional actor, UUID id, ProcedureId melding);

    /** @param reason why nothing follows, for who looks back later; not blank, at most {@link Worry#LONGEST_TEXT} */
    void close(Actor.Professional actor, UUID id, String reason);
}
