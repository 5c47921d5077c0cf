package nl.voorelkaar.consent;

import java.util.Set;
import java.util.UUID;

/**
 * Parts of a dossier that are kept and not used for the time being (AVG 18). From then on a part opens at work only by
 * a consent that was given after it began, for a legal claim (objection, complaint, requests about data), or in an
 * emergency (AVG 18 lid 2). To the resident, and to who acts for them, it stays open. In the caller's transaction and
 * in the scope of the resident.
 */
public interface Restrictions {

    /** Idempotent. @param request by which it was granted */
    void begin(ResidentId resident, UUID request, Set<Section> sections);

    /** What was granted by this request. Idempotent. */
    void end(ResidentId resident, UUID request);
}
