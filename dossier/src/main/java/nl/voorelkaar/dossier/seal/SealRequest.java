package nl.voorelkaar.dossier.seal;

import java.util.Locale;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;

/**
 * @param frozen what the person read and agreed to; a file that does not begin with it is refused as stale
 * @param place name of a place that was prepared on the paper
 * @param signer name of the person, as readers of the file see it
 * @param role such as "inwoner" or "gespreksvoerder", in the language of the paper
 * @param declaration what the person declared; at most 1 000 characters
 * @param evidence the whole evidence record as JSON text; its SHA-256 goes into the seal, itself it stays with the
 *     caller
 * @param language of the paper
 */
public record SealRequest(
        Fingerprint frozen,
        String place,
        String signer,
        String role,
        String declaration,
        String evidence,
        Locale language) {

    public SealRequest {
        if (signer.isBlank() || signer.length() > 300 || role.length() > 100 || declaration.length() > 1_000) {
            throw new IllegalArgumentException("signer, role or declaration does not fit in a seal");
        }
    }

    @Override
    public String toString() {
        return "SealRequest[" + place + "]";
    }
}
