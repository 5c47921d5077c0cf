package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.List;

/**
 * Answering a request for a resident, and ending what was given: by who speaks for them in that matter by law (DOMAIN
 * §3.4), or by a carer whom the resident lets choose ({@link MandateScope#TOESTEMMING_BEHEREN}, DOMAIN §2.5), in what
 * the resident could decide alone. Parents who have gezag together answer together: until all said yes nothing opens,
 * and where they differ a person of the municipality takes over.
 */
public interface Answers {

    /**
     * Open requests that this person's word counts for, oldest first; at most 100. Empty when they speak for nobody.
     */
    List<AccessRequest> open(Actor.Acting actor);

    /**
     * Says yes or no, to what was asked and no less. Each answers once: a second answer of the same person changes
     * nothing. Answers that come at once are taken one after the other.
     *
     * @param shown the exact text that was confirmed
     * @throws ConsentRefused when the request is not open, the login is too old, or it is not theirs to answer
     * @throws AccessRefused when they speak for this resident in nothing; written in the resident's log
     */
    Outcome answer(Actor.Acting actor, RequestId request, boolean yes, ShownText shown);

    /** What may be read now or is paused, newest first, as far as this person's word can stop it; at most 200. */
    List<Grant> given(Actor.Acting actor);

    /**
     * No reads until the resident resumes. Idempotent.
     *
     * @param shown the exact text that was confirmed
     * @throws ConsentRefused when it is not theirs to pause
     * @throws AccessRefused when it is not there, or they speak for this resident in nothing
     */
    void pause(Actor.Acting actor, GrantId grant, ShownText shown);

    /**
     * Stops it at once and for good, for the resident: the keys are gone when this returns. What both parents had to
     * give, one of them can stop. No reason asked, and nobody is told of one. Idempotent.
     *
     * @param shown the exact text that was confirmed
     * @throws ConsentRefused when the login is too old, or it is not theirs to stop
     * @throws AccessRefused when it is not there, or they speak for this resident in nothing: that is in the resident's
     *     log
     */
    void stop(Actor.Acting actor, GrantId grant, ShownText shown);

    /**
     * Requests of this professional on which parents differ, longest waiting first; at most 100. It does not say who
     * said what.
     */
    List<Disagreement> disagreements(Actor.Professional actor);

    /** The professional spoke with them; asking anew is a request of its own. Idempotent. */
    void settle(Actor.Professional actor, RequestId request);

    enum Outcome {
        /** Others have to answer too. */
        WAITS,
        GIVEN,
        REFUSED,
        /** The answers differ: nothing opens. */
        LEFT_TO_A_PERSON
    }

    record Disagreement(ResidentId resident, RequestId request, Instant since) {}
}
