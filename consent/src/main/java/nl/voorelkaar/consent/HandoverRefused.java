package nl.voorelkaar.consent;

/**
 * A rule of handing over forbids this step. The reason is a message key for the screen:
 * {@code handover.refused.<reason>}.
 */
public final class HandoverRefused extends RuntimeException {

    private final Reason reason;

    public HandoverRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        NOTHING_TO_HAND_OVER,
        OTHER_ORGANISATION,
        /** The other is the resident or lives with them. */
        TOO_CLOSE,
        NOT_THEIR_TASK,
        /** The resident refused the other by name. */
        REFUSED_BY_NAME,
        /** A rule of the matter keeps the other from it, such as a decision of their own or a complaint about them. */
        EXCLUDED,
        OFFERED_ALREADY,
        HAS_ENDED,
        ASSURANCE_TOO_LOW
    }
}
