package nl.voorelkaar.dossier;

/** Somebody, or the same person in another tab, changed this entry first. Nothing was overwritten. */
public final class EntryChanged extends RuntimeException {

    private final transient Entry now;

    public EntryChanged(Entry now) {
        super("changed in the meantime");
        this.now = now;
    }

    /** The entry as it stands now, to show beside what was typed. */
    public Entry now() {
        return now;
    }
}
