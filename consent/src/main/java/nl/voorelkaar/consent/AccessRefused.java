package nl.voorelkaar.consent;

/**
 * Somebody asked for what they may not have, or for what does not exist: the two look the same on purpose, so that a
 * refusal never tells whether a dossier is there.
 */
public final class AccessRefused extends RuntimeException {

    private final Decision.Reason reason;

    public AccessRefused(Decision.Reason reason) {
        super("not available");
        this.reason = reason;
    }

    /** For the ledger and for tests; never for the screen of who was refused. */
    public Decision.Reason reason() {
        return reason;
    }
}
