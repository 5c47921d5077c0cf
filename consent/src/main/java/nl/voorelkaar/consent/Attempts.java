package nl.voorelkaar.consent;

/**
 * Attempts at something that is not the actor's: a guessed address, somebody else's id in a request. Whoever it belongs
 * to reads in their own log that this person tried, and whoever tried learns nothing.
 */
public interface Attempts {

    /**
     * Has it written down when the handle belongs to a resident other than the actor: one line of kind READ, refused,
     * for each actor and resident in ten minutes, so that guessing cannot flood a log. A handle that belongs to nobody
     * leaves a warning for the operator, that names nobody.
     *
     * <p>Returns at once and in the same way whatever the handle is, before anything was looked up: neither the answer
     * nor the time it takes tells whether it exists. What is still to be written at an orderly stop is written first; a
     * crash can lose the last few.
     */
    void tried(Actor actor, Handle handle);
}
