package nl.voorelkaar.consent;

/** A rule of the desk forbids this step. The reason is a message key for the screen: {@code balie.refused.<reason>}. */
public final class DeskRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public DeskRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        /** Wrong, never sent, or of another letter: these look the same. */
        CODE_WRONG,
        CODE_USED,
        CODE_EXPIRED,
        TOO_MANY_TRIES,
        NO_LONGER_OPEN,
        NOTHING_CHOSEN,
        WIDER_THAN_ASKED,
        UNTIL_IN_THE_PAST,
        LONGER_THAN_TWELVE_MONTHS,
        OWN_DOSSIER,
        TOO_MANY
    }
}
