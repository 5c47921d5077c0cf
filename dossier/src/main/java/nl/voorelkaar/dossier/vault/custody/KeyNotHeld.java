package nl.voorelkaar.dossier.vault.custody;

/** The custody has no such key: not in these credentials, never made, or destroyed. There is no way around it. */
public final class KeyNotHeld extends SecurityException {

    public KeyNotHeld() {
        super("key not held");
    }
}
