package nl.voorelkaar.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In whose hands something of a resident is: to tell them that it began, changed or ended, and for nothing else. Runs
 * in the caller's transaction, so that what was decided there is in the answer.
 */
public interface Holders {

    /**
     * What this resident gave to these, in force or over. Of nobody else, whoever asks and in whichever scope.
     *
     * @param among at most some hundreds
     */
    List<Held> of(ResidentId resident, Set<PartyId> among);

    /** Who asked this; in the scope of the resident. */
    Optional<PartyId> asked(ResidentId resident, RequestId request);

    /** @param inForce neither paused nor over, at this moment */
    record Held(GrantId grant, PartyId by, RequestId request, Set<Section> sections, boolean inForce) {

        public Held {
            sections = Set.copyOf(sections);
        }
    }
}
