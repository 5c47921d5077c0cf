package nl.voorelkaar.dossier.bag;

/** An archive that is not made, or not taken in. The reason is a message key: {@code bag.refused.<reason>}. */
public final class BagRefused extends RuntimeException {

    private final Reason reason;

    BagRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        /** It is no archive of a dossier. */
        NOT_A_DOSSIER,
        /** It stops before its end. */
        BROKEN_OFF,
        /** It is not as it was made: something was changed, added or left out. */
        ALTERED,
        /** It holds a file that has no place in an archive of a dossier, such as one that points outside of it. */
        STRANGE_FILE,
        /** It is, or unpacks to, more than is taken. */
        TOO_LARGE,
        /** It was made by a product that this one does not know yet. */
        UNKNOWN_FORMAT,
        /** What is said in it cannot be: a day that does not exist, a document that is not there. */
        NOT_UNDERSTOOD,
        /** It has a passphrase, and none was given. */
        LOCKED,
        /**
         * The passphrase that was given is not that of this archive, or its lock is of a kind that is not opened here.
         */
        WRONG_PASSPHRASE,
        /** It is of somebody else. */
        SOMEBODY_ELSES,
        /** A document in it is of a kind that no dossier takes. */
        DOCUMENT_REFUSED,
        /** There is no room for its documents. */
        FULL,
        /** Others come first: a minute later it goes. */
        BUSY
    }
}
