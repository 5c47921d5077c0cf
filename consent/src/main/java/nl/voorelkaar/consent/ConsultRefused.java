package nl.voorelkaar.consent;

/**
 * A rule of asking an expert forbids this step. The reason is a message key for the screen:
 * {@code consult.refused.<reason>}.
 */
public final class ConsultRefused extends RuntimeException {

    private final Reason reason;

    public ConsultRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        NOT_AN_EXPERT,
        /** The expert is the resident or lives with them. */
        TOO_CLOSE,
        UNTIL_IN_THE_PAST,
        TOO_LONG,
        /** There is an open question to this expert already. */
        ASKED_ALREADY,
        HAS_ENDED,
        SIGN_IN_AGAIN,
        /** By the law somebody else decides in this matter, or they decide too. */
        OTHERS_DECIDE,
        ASSURANCE_TOO_LOW
    }
}
