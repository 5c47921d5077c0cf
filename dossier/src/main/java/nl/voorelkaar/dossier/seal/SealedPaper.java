package nl.voorelkaar.dossier.seal;

import java.time.Instant;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;

/** A paper with one seal more than before. */
public final class SealedPaper {

    private final byte[] pdf;
    private final Instant at;
    private final String evidenceSha256;

    SealedPaper(byte[] pdf, Instant at, String evidenceSha256) {
        this.pdf = pdf;
        this.at = at;
        this.evidenceSha256 = evidenceSha256;
    }

    public byte[] pdf() {
        return pdf.clone();
    }

    /** Of the file as it is now: what to compare with when it is fetched again. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(pdf);
    }

    /** When, by the timestamp authority. */
    public Instant at() {
        return at;
    }

    /** What the seal says about the evidence: 64 lower-case hexadecimal digits. */
    public String evidenceSha256() {
        return evidenceSha256;
    }
}
