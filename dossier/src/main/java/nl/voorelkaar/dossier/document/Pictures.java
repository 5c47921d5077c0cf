package nl.voorelkaar.dossier.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pages as pictures, drawn anew as PNG. What somebody uploaded is hostile until shown otherwise, and the libraries that
 * read it bound neither time nor memory: this runs in a {@link DrawingProcess} only, where it may fail in every way
 * there is.
 */
final class Pictures {

    static final int MOST_PAGES = 20;
    /** Of a picture on its own: what would take longer than anybody waits is refused at once. */
    static final long MOST_PIXELS = 50_000_000;
    /** Longest side of what is drawn, in pixels. */
    static final int LONGEST_SIDE = 1_600;

    static {
        // The default keeps decoded pictures in files.
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /** How many pages can be drawn; 0 for what is too large. */
    static int pages(Accepted type, byte[] content) throws IOException {
        if (type != Accepted.PDF) {
            return reading(type, content, Pictures::fits) ? 1 : 0;
        }
        try (var pdf = Loader.loadPDF(content)) {
            return Math.clamp(pdf.getNumberOfPages(), 0, MOST_PAGES);
        }
    }

    /** @return a PNG without anything but its pixels */
    static byte[] draw(Accepted type, byte[] content, int page) throws IOException {
        var picture = type == Accepted.PDF ? drawPdf(content, page) : drawImage(type, content);
        var png = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("no PNG of this picture");
        }
        return png.toByteArray();
    }

    private static BufferedImage drawPdf(byte[] content, int page) throws IOException {
        try (var pdf = Loader.loadPDF(content)) {
            if (page < 0 || page >= Math.min(MOST_PAGES, pdf.getNumberOfPages())) {
                throw new IOException("no such page");
            }
            var box = pdf.getPage(page).getCropBox();
            var longest = Math.max(1f, Math.max(box.getWidth(), box.getHeight()));
            var renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(page, Math.min(2f, LONGEST_SIDE / longest), ImageType.RGB);
        }
    }

    private static BufferedImage drawImage(Accepted type, byte[] content) throws IOException {
        return reading(type, content, reader -> {
            if (!fits(reader)) {
                throw new IOException("too large");
            }
            var longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            var step = Math.max(1, Math.ceilDiv(longest, LONGEST_SIDE));
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return onPaper(reader.read(0, how));
        });
    }

    /** Eight bits a colour and no see-through: what is sent has a largest size, and dark screens show dark letters. */
    private static BufferedImage onPaper(BufferedImage picture) {
        var paper = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var brush = paper.createGraphics();
        brush.drawImage(picture, 0, 0, Color.WHITE, null);
        brush.dispose();
        return paper;
    }

    private interface Reading<T> {
        T read(ImageReader reader) throws IOException;
    }

    /** With the reader of its own type only: one that merely recognises the bytes may be of any kind. */
    private static <T> T reading(Accepted type, byte[] content, Reading<T> reading) throws IOException {
        var readers = ImageIO.getImageReadersByMIMEType(type.type());
        if (!readers.hasNext()) {
            throw new IOException("no reader for this picture");
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            return reading.read(reader);
        } finally {
            reader.dispose();
        }
    }

    /** Reads only as far as the size. */
    private static boolean fits(ImageReader reader) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
    }
}
