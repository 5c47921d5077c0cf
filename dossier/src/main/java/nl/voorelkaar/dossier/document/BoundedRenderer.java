package nl.voorelkaar.dossier.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Asks the bounds at each step of drawing: the time, and a picture written between the steps. One step is not cut short. */
final class BoundedRenderer extends PDFRenderer {

    private final PageBounds bounds;

    BoundedRenderer(PDDocument pdf, PageBounds bounds) {
        super(pdf);
        this.bounds = bounds;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                bounds.requireTime();
                var picture = operator.getImageParameters();
                if (picture != null && operator.getImageData() != null) {
                    bounds.require(picture, new ByteArrayInputStream(operator.getImageData()));
                }
                super.processOperator(operator, operands);
            }
        };
    }
}
