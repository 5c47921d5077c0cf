package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;

/**
 * A plan as it was frozen to be signed.
 *
 * @param fingerprint of the printed PDF/A: what people sign for
 * @param signatures in order; kept when the version is void
 * @param voided the text was changed after: signatures under it count no more and stay as evidence
 */
public record Version(
        int number,
        Content content,
        PaperId frozen,
        Fingerprint fingerprint,
        Instant at,
        Author by,
        List<Signature> signatures,
        boolean voided) {

    public Version {
        signatures = List.copyOf(signatures);
    }

    /** The file to read, and to seal next: with all seals so far. */
    public PaperId paper() {
        return signatures.stream()
                .filter(signature -> !signature.ink())
                .reduce((first, second) -> second)
                .map(Signature::paper)
                .orElse(frozen);
    }

    public Optional<Signature> signature(Signer as) {
        return signatures.stream().filter(signature -> signature.as() == as).findFirst();
    }

    public boolean signedByAll() {
        return signature(Signer.RESIDENT).isPresent()
                && signature(Signer.PROFESSIONAL).isPresent();
    }

    @Override
    public String toString() {
        return "Version[" + number + "]";
    }
}
