package nl.voorelkaar.dossier.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.seal.SealRefused.Reason;
import nl.voorelkaar.dossier.vault.envelope.DetachedSignature;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/** What seals a file has, after each was held against the bytes. */
record SealsInside(List<Sealed> seals, List<String> open) {

    private static final int BEFORE = 1;
    private static final int BEHIND = 2;
    private static final int BEHIND_LENGTH = 3;

    private record Placed(String place, PDSignature signature, int end) {}

    /** @throws SealRefused when it is not the frozen paper with seals behind it and nothing else */
    static SealsInside of(byte[] pdf, Fingerprint frozen, Collection<X509Certificate> own) {
        if (!frozen.beginsIn(pdf)) {
            throw new SealRefused(Reason.STALE);
        }
        try (var document = Loader.loadPDF(pdf)) {
            var fields = document.getSignatureFields();
            var placed = fields.stream()
                    .filter(field -> field.getSignature() != null)
                    .map(SealsInside::placed)
                    .sorted(Comparator.comparingInt(Placed::end))
                    .toList();
            var covered = frozen.length();
            for (var seal : placed) {
                requireWhole(pdf, seal, covered, own);
                covered = seal.end();
            }
            if (covered != pdf.length) {
                throw new SealRefused(Reason.ALTERED);
            }
            requireKnownPages(document, pdf, frozen);
            return new SealsInside(
                    placed.stream().map(SealsInside::told).toList(),
                    fields.stream()
                            .filter(field -> field.getSignature() == null)
                            .map(PDSignatureField::getPartialName)
                            .toList());
        } catch (IOException e) {
            throw new SealRefused(Reason.ALTERED, e);
        }
    }

    private static Placed placed(PDSignatureField field) {
        var signature = field.getSignature();
        var range = signature.getByteRange();
        if (range.length != 4 || range[0] != 0 || range[BEHIND_LENGTH] < 0) {
            throw new SealRefused(Reason.ALTERED);
        }
        return new Placed(field.getPartialName(), signature, Math.addExact(range[BEHIND], range[BEHIND_LENGTH]));
    }

    /**
     * From the first byte to the end of its own update, with one gap that is exactly its own value, behind all before
     * it.
     */
    private static void requireWhole(byte[] pdf, Placed seal, int covered, Collection<X509Certificate> own)
            throws IOException {
        var range = seal.signature().getByteRange();
        var gap = range[BEHIND] - range[BEFORE];
        var value = seal.signature().getContents();
        if (range[BEFORE] <= covered
                || seal.end() > pdf.length
                || gap != 2 * value.length + 2
                || pdf[range[BEFORE]] != '<'
                || pdf[range[BEHIND] - 1] != '>'
                || !DetachedSignature.fits(value, seal.signature().getSignedContent(pdf), own)) {
            throw new SealRefused(Reason.ALTERED);
        }
    }

    /** An update behind the frozen paper fills in a place; it does not touch what the pages say. */
    private static void requireKnownPages(PDDocument now, byte[] pdf, Fingerprint frozen) throws IOException {
        try (var before = Loader.loadPDF(java.util.Arrays.copyOf(pdf, frozen.length()))) {
            if (before.getNumberOfPages() != now.getNumberOfPages()) {
                throw new SealRefused(Reason.ALTERED);
            }
            for (var page = 0; page < before.getNumberOfPages(); page++) {
                try (var was = before.getPage(page).getContents();
                        var is = now.getPage(page).getContents()) {
                    if (!java.util.Arrays.equals(was.readAllBytes(), is.readAllBytes())) {
                        throw new SealRefused(Reason.ALTERED);
                    }
                }
            }
        }
    }

    private static Sealed told(Placed seal) {
        var signature = seal.signature();
        return new Sealed(
                seal.place(),
                orEmpty(signature.getName()),
                orEmpty(signature.getReason()),
                moment(signature.getSignDate()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Instant moment(@Nullable Calendar date) {
        return date == null ? Instant.EPOCH : date.toInstant();
    }
}
