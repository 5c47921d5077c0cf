package nl.voorelkaar.dossier.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Small real files. */
public final class Samples {

    private Samples() {}

    public static byte[] pdf(int pages) throws IOException {
        return pdf(pages, "Bladzijde");
    }

    public static byte[] pdf(int pages, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                var sheet = new PDPage();
                pdf.addPage(sheet);
                try (var content = new PDPageContentStream(pdf, sheet)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** A grey picture and its soft mask; both are as large as they say, and some kilobytes when packed. */
    static byte[] pdfWithPicture(int width, int height, int maskWidth, int maskHeight) throws IOException {
        return pdfWith((pdf, sheet) -> {
            var picture = grey(pdf, width, height);
            picture.getCOSObject().setItem(COSName.SMASK, grey(pdf, maskWidth, maskHeight));
            try (var content = new PDPageContentStream(pdf, sheet)) {
                content.drawImage(picture, 0, 0, 500, 500);
            }
        });
    }

    /** Some kilobytes. */
    public static byte[] pdfThatUnpacksTo(long bytes) throws IOException {
        return Bombs.objectStream(bytes);
    }

    private interface Filling {
        void fill(PDDocument pdf, PDPage sheet) throws IOException;
    }

    private static byte[] pdfWith(Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var sheet = new PDPage();
            pdf.addPage(sheet);
            filling.fill(pdf, sheet);
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static PDImageXObject grey(PDDocument pdf, int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(packed)) {
            var row = new byte[width];
            for (int number = 0; number < height; number++) {
                packing.write(row);
            }
        }
        return new PDImageXObject(
                pdf,
                new ByteArrayInputStream(packed.toByteArray()),
                COSName.FLATE_DECODE,
                width,
                height,
                8,
                PDDeviceGray.INSTANCE);
    }

    public static byte[] png(int width, int height) throws IOException {
        return image("png", width, height);
    }

    public static byte[] image(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** A PNG of some forty bytes that says it is a picture of this size. */
    public static byte[] pngThatSaysItIs(int width, int height) throws IOException {
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeBytes("IHDR");
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(header.toByteArray());
        var bytes = new ByteArrayOutputStream();
        var file = new DataOutputStream(bytes);
        file.writeLong(0x89504e470d0a1a0aL);
        file.writeInt(13);
        file.write(header.toByteArray());
        file.writeInt((int) sum.getValue());
        file.writeInt(0);
        file.writeBytes("IDAT");
        file.writeInt(0x35af061e);
        return bytes.toByteArray();
    }

    /** Of one pixel, in the lossy or the lossless kind of WebP. */
    static byte[] webp(boolean lossy) {
        return Base64.getDecoder()
                .decode(
                        lossy
                                ? "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
                                : "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** The same, that says it has as many pixels as a WebP can have. */
    static byte[] webpThatSaysItIsHuge() {
        var bytes = webp(false);
        // Twice fourteen bits after the signature byte of the lossless kind: width and height, less one.
        for (int place = 21; place < 24; place++) {
            bytes[place] = (byte) 0xff;
        }
        bytes[24] = 0x1f;
        return bytes;
    }

    /** The first bytes of a Windows program. */
    public static byte[] program() {
        var head = new byte[512];
        head[0] = 'M';
        head[1] = 'Z';
        head[2] = (byte) 0x90;
        head[60] = (byte) 0x80;
        head[128] = 'P';
        head[129] = 'E';
        return head;
    }
}
