package nl.voorelkaar.dossier.plan;

/**
 * Somebody else changed this part since the person began to write. Nothing was saved and nothing was lost: the other's
 * text is here, one's own is still on the screen.
 */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Written theirs;

    ChangedMeanwhile(Written theirs) {
        super("changed in step " + theirs.step());
        this.theirs = theirs;
    }

    /** As it stands now; its step is what a new change builds on. */
    public Written theirs() {
        return theirs;
    }
}
