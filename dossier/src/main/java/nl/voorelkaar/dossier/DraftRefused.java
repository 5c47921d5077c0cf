package nl.voorelkaar.dossier;

/** A draft was not kept; what was kept before is as it was. */
public final class DraftRefused extends RuntimeException {

    private final Reason reason;

    public DraftRefused(Reason reason) {
        super("draft refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        TOO_LARGE,
        /** This resident has {@link Drafts#MOST} drafts. */
        TOO_MANY,
        /** Another window kept this draft since; keep this text under an id of its own. */
        KEPT_ELSEWHERE
    }
}
