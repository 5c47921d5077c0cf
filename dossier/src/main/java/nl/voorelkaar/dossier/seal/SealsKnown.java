package nl.voorelkaar.dossier.seal;

import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfPermissionsChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;

/**
 * DSS asks earlier seals whether they allow another, and on this Bouncy Castle cannot read them (ADR 0015).
 * {@link SealsInside} has read them already, and ours allow each other.
 */
final class SealsKnown extends PdfPermissionsChecker {

    private SealsKnown() {}

    static IPdfObjFactory objects() {
        var objects = new PdfBoxNativeObjectFactory();
        objects.setPdfPermissionsChecker(new SealsKnown());
        return objects;
    }

    @Override
    public void checkSignatureRestrictionDictionaries(PdfDocumentReader reader, SignatureFieldParameters field) {
        // Done before, see above.
    }
}
