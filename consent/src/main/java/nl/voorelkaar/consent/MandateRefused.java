package nl.voorelkaar.consent;

/**
 * A rule of mandates forbids this step. The reason is a message key for the screen: {@code mandate.refused.<reason>}.
 */
public final class MandateRefused extends RuntimeException {

    private final Reason reason;

    public MandateRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        /** Never made, or mistyped: the two look the same. */
        CODE_UNKNOWN,
        CODE_USED,
        CODE_EXPIRED,
        TOO_MANY_TRIES,
        /** The resident's own code. */
        OWN_CODE,
        MANDATED_ALREADY,
        NOT_ACCEPTED,
        NOTHING_CHOSEN,
        UNTIL_IN_THE_PAST,
        LONGER_THAN_TWELVE_MONTHS,
        NOT_NARROWER,
        HAS_ENDED,
        SIGN_IN_AGAIN,
        ASSURANCE_TOO_LOW,
        TOO_MANY,
        /** The curator acts for the resident (BW 1:381). */
        UNDER_CURATELE,
        /** It is for one thing: there are no scopes to choose. */
        FOR_ONE_THING
    }
}
