package nl.voorelkaar.dossier.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A finished file. Its fingerprint is what people sign for. */
public final class PrintedPaper {

    private final byte[] pdf;
    private final Fingerprint fingerprint;

    public PrintedPaper(byte[] pdf) {
        this.pdf = pdf.clone();
        this.fingerprint = Fingerprint.of(this.pdf);
    }

    public byte[] pdf() {
        return pdf.clone();
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * Tells one file from every other, and its beginning from what was appended later.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param length in bytes
     */
    public record Fingerprint(String sha256, int length) {

        public static Fingerprint of(byte[] file) {
            return of(file, file.length);
        }

        /** Whether a file is this one, perhaps with more behind it. Says nothing about what is behind it. */
        public boolean beginsIn(byte[] file) {
            return file.length >= length && of(file, length).equals(this);
        }

        private static Fingerprint of(byte[] file, int length) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(file, 0, length);
                return new Fingerprint(HexFormat.of().formatHex(digest.digest()), length);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
