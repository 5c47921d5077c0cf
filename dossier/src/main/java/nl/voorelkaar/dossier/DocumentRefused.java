package nl.voorelkaar.dossier;

/** A file that is not taken. Nothing of it was kept. The reason is a message key: {@code document.refused.<reason>}. */
public final class DocumentRefused extends RuntimeException {

    private final Reason reason;

    public DocumentRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        TOO_LARGE,
        EMPTY,
        TYPE_NOT_ACCEPTED,
        NOT_WHAT_ITS_NAME_SAYS,
        /** The dossier holds as much as it may. */
        FULL,
        /** There is no such page, or it cannot be shown as a picture; the file itself can be downloaded. */
        NO_PREVIEW,
        /** Others come first, and there are many: a minute later it goes. */
        BUSY
    }
}
