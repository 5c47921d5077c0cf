package nl.voorelkaar.dossier.vault.envelope;

/** A ciphertext does not open: altered, cut, moved, or under another key. It never says which. */
public final class DoesNotOpen extends SecurityException {

    public DoesNotOpen() {
        super("does not open");
    }
}
