package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;

/**
 * @param by who took the step: with ink, who registered it
 * @param ink signed on paper; the scan is {@code paper}
 * @param paper the file with this signature, and those before it
 * @param evidence the record of DOMAIN §6 as JSON text; empty for ink
 * @param evidenceSha256 as it stands in the seal
 */
public record Signature(
        Signer as,
        Author by,
        Instant at,
        boolean ink,
        PaperId paper,
        String evidence,
        Optional<String> evidenceSha256) {

    @Override
    public String toString() {
        return "Signature[" + as + "]";
    }
}
