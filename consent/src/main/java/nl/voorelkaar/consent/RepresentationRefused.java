package nl.voorelkaar.consent;

/** Why a representation cannot be registered. The reason is a message key for the desk's screen. */
public final class RepresentationRefused extends RuntimeException {

    private final Reason reason;

    public RepresentationRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        NOT_YOURS_TO_REGISTER,
        OWN_DOSSIER,
        EVIDENCE_SHOWS_SOMETHING_ELSE,
        NOT_A_MINOR,
        NOT_AN_ADULT,
        SPEAKS_FOR_THEMSELVES,
        NOBODY_NAMED,
        TOO_MANY_NAMED,
        ENDS_BEFORE_IT_BEGINS,
        ENDED_ALREADY,
        DAY_TO_COME
    }
}
