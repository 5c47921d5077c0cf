package nl.voorelkaar.consent;

/**
 * A rule of consent forbids this step. The reason is a message key for the screen: {@code consent.refused.<reason>}.
 */
public final class ConsentRefused extends RuntimeException {

    private final Reason reason;

    public ConsentRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        ASKED_ALREADY,
        REFUSED_RECENTLY,
        OWN_DOSSIER,
        ROLE_MAY_NOT_ASK,
        STATUTE_COVERS_IT,
        NOTHING_ASKED,
        UNTIL_IN_THE_PAST,
        LONGER_THAN_TWELVE_MONTHS,
        NO_LONGER_OPEN,
        WIDER_THAN_ASKED,
        NOT_NARROWER,
        HAS_ENDED,
        SIGN_IN_AGAIN,
        ASSURANCE_TOO_LOW,
        TOO_MANY,
        /** By the law somebody else decides in this matter, or they decide too. */
        OTHERS_DECIDE,
        /** The resident refused this person by name. */
        REFUSED_BY_NAME
    }
}
