package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import nl.voorelkaar.dossier.vault.custody.KeyCustody;

/** Indexes by the custody's key: {@code HMAC(label|value)}. */
final class CustodyIndex implements BlindIndex {

    private final KeyCustody custody;

    CustodyIndex(KeyCustody custody) {
        this.custody = custody;
    }

    @Override
    public byte[] index(String label, String value) {
        if (label.indexOf('|') >= 0) {
            throw new IllegalArgumentException("a label has no |");
        }
        return custody.index((label + "|" + value).getBytes(UTF_8));
    }
}
