package nl.voorelkaar.dossier.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import nl.voorelkaar.dossier.DocumentRefused;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;

/**
 * Pages as pictures, drawn anew as PNG. What somebody uploaded is hostile until shown otherwise: sizes are read and judged
 * before anything is decoded, memory is bounded, nothing touches the disk, and few files are drawn at once.
 */
final class Pictures {

    static final int MOST_PAGES = 20;
    /** Guards against a small file that says it is a huge picture. */
    static final long MOST_PIXELS = 50_000_000;
    /** Longest side of what is drawn, in pixels. */
    static final int LONGEST_SIDE = 1_600;

    /** For one page of a PDF; see {@link BoundedRenderer} for what it cannot stop. */
    private static final Duration PATIENCE_WITH_A_PAGE = Duration.ofSeconds(10);

    private static final long PDF_MEMORY = 128L * 1024 * 1024;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final Semaphore ROOM = new Semaphore(AT_ONCE, true);

    static {
        // The default keeps decoded pictures in files.
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /** How many pages can be drawn; 0 when the file is broken, locked, too large to draw, or of a kind that is not drawn. */
    static int pages(MediaTypes.Accepted type, InputStream content) throws IOException {
        return switch (type) {
            case JPEG, PNG, GIF -> withRoom(0, () -> fits(content, MOST_PIXELS) ? 1 : 0);
            case PDF ->
                withRoom(0, () -> {
                    try (var pdf = load(content)) {
                        return Math.min(MOST_PAGES, pdf.getNumberOfPages());
                    }
                });
            default -> 0;
        };
    }

    /** @throws DocumentRefused with NO_PREVIEW */
    static void draw(String type, InputStream content, int page, OutputStream to) throws IOException {
        draw(type, content, page, to, PATIENCE_WITH_A_PAGE);
    }

    static void draw(String type, InputStream content, int page, OutputStream to, Duration patience)
            throws IOException {
        var picture = withRoom(
                null,
                () -> type.equals(MediaTypes.Accepted.PDF.type())
                        ? drawPdf(content, page, new PageBounds(patience))
                        : drawImage(content));
        if (picture == null || !ImageIO.write(picture, "png", to)) {
            throw new DocumentRefused(DocumentRefused.Reason.NO_PREVIEW);
        }
    }

    private interface Drawing<T> {
        T draw() throws IOException;
    }

    /** Answers {@code otherwise} when it cannot be drawn: libraries throw all kinds of exceptions on hostile bytes. */
    private static <T> T withRoom(T otherwise, Drawing<T> drawing) throws IOException {
        try {
            if (!ROOM.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
        try {
            return drawing.draw();
        } catch (SecurityException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return otherwise;
        } finally {
            ROOM.release();
        }
    }

    private static PDDocument load(InputStream content) throws IOException {
        return Loader.loadPDF(
                content.readAllBytes(), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(PDF_MEMORY).streamCache);
    }

    private static BufferedImage drawPdf(InputStream content, int page, PageBounds bounds) throws IOException {
        try (var pdf = load(content)) {
            if (page < 0 || page >= Math.min(MOST_PAGES, pdf.getNumberOfPages())) {
                throw new DocumentRefused(DocumentRefused.Reason.NO_PREVIEW);
            }
            bounds.require(pdf.getPage(page));
            var box = pdf.getPage(page).getCropBox();
            var longest = Math.max(1f, Math.max(box.getWidth(), box.getHeight()));
            var renderer = new BoundedRenderer(pdf, bounds);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(page, Math.min(2f, LONGEST_SIDE / longest), ImageType.RGB);
        }
    }

    /** Reads only as far as the size. */
    static boolean fits(InputStream content, long mostPixels) throws IOException {
        try (var input = new MemoryCacheImageInputStream(content)) {
            var reader = readerOf(input);
            try {
                reader.setInput(input, true, true);
                return fits(reader, mostPixels);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage drawImage(InputStream content) throws IOException {
        try (var input = new MemoryCacheImageInputStream(content)) {
            var reader = readerOf(input);
            try {
                reader.setInput(input, true, true);
                if (!fits(reader, MOST_PIXELS)) {
                    throw new DocumentRefused(DocumentRefused.Reason.NO_PREVIEW);
                }
                var longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                var step = Math.max(1, Math.ceilDiv(longest, LONGEST_SIDE));
                var how = reader.getDefaultReadParam();
                how.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, how);
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean fits(ImageReader reader, long mostPixels) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0) <= mostPixels;
    }

    private static ImageReader readerOf(MemoryCacheImageInputStream input) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new IOException("no reader for this picture");
        }
        return readers.next();
    }
}
