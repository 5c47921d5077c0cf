package nl.voorelkaar.dossier.decision;

/** What was decided. */
public enum Result {
    TOEGEKEND,
    DEELS_TOEGEKEND,
    AFGEWEZEN,
    /** Not processed because something stayed missing (Awb 4:5). A decision all the same. */
    BUITEN_BEHANDELING;

    /** Whether it gives something. */
    public boolean gives() {
        return this == TOEGEKEND || this == DEELS_TOEGEKEND;
    }
}
