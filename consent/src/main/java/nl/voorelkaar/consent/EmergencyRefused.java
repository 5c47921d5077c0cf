package nl.voorelkaar.consent;

/**
 * A rule of emergency access forbids this step. The reason is a message key for the screen:
 * {@code nood.refused.<reason>}.
 */
public final class EmergencyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public EmergencyRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        /** Only crisis roles open, only the privacy officer reviews. */
        ROLE_MAY_NOT,
        OWN_DOSSIER,
        /** Prove again who you are. */
        SIGN_IN_AGAIN,
        NOTHING_CHOSEN,
        WIDER_THAN_THE_REASON,
        TOO_MANY,
        /** It was asked too long ago, or is over. */
        NO_LONGER_OPEN,
        LONGEST_REACHED,
        STILL_OPEN,
        /** Nobody reviews what they, or their own team, did. */
        OWN_USE,
        ALREADY_REVIEWED,
        NOT_IN_REVIEW,
        DELAYED_ALREADY,
        DELAY_TOO_LONG
    }
}
