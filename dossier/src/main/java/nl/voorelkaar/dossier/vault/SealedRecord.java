package nl.voorelkaar.dossier.vault;

/**
 * A ciphertext as stored.
 *
 * @param suite the format: 1 is Cobblestone-256
 * @param epoch of the section key; of what is of no section, the version of the root key
 * @param bytes salt, commitment and chunks; not copied
 */
public record SealedRecord(int suite, int epoch, byte[] bytes) {

    @Override
    public String toString() {
        return "SealedRecord[" + bytes.length + " bytes]";
    }
}
