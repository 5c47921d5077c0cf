package nl.voorelkaar.portal.notice;

import java.util.UUID;

/** Sends finished letters by post. The name and address stand on the letter itself, in the window of the envelope. */
public interface LetterPost {

    /**
     * Hands a letter over.
     *
     * <p>Guarantee: the same reference is handed over once, as far as the post keeps references; ask again with the
     * same one when the outcome is unknown. Not guaranteed: that it arrives, see {@link #state}.
     *
     * @param reference of this sending; says nothing about anybody
     * @param pdf at most 10 MiB
     * @return what the post calls it
     * @throws NotTaken when the post did not take it, or gave no answer within ten seconds
     */
    String send(UUID reference, byte[] pdf);

    /** How far it is, as the post says now. {@link State#UNKNOWN} when there is no answer within three seconds. */
    State state(String id);

    /** How far a letter is. */
    enum State {
        ON_ITS_WAY,
        DELIVERED,
        /** It came back: the addressee does not live there. */
        RETURNED,
        /** It will never arrive. */
        FAILED,
        UNKNOWN
    }

    /** The post has no letter. Nothing was sent, or it is not known. */
    final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTaken(String why) {
            super(why);
        }
    }
}
