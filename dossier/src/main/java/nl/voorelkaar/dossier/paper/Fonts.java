package nl.voorelkaar.dossier.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The typefaces of the house: Open Sans for most of Europe, and DejaVu for Arabic, Hebrew, signs and some emoji. Both
 * are in the class path, so that a paper looks the same on every machine.
 */
final class Fonts {

    private static final String OPEN_SANS = "/fonts/ttf/OpenSans/OpenSans-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    /** Open Sans has a glyph for it; PDF/A does not want it. */
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private final byte[] regular = read(OPEN_SANS + "Regular.ttf");
    private final byte[] bold = read(OPEN_SANS + "Bold.ttf");
    private final byte[] rest = read(DEJAVU + ".ttf");
    private final byte[] restBold = read(DEJAVU + "-Bold.ttf");
    private final BitSet known = new BitSet();

    Fonts() {
        var common = glyphs(regular);
        common.and(glyphs(bold));
        known.or(common);
        known.or(glyphs(rest));
    }

    void in(PdfRendererBuilder builder) {
        add(builder, regular, "Open Sans", 400);
        add(builder, bold, "Open Sans", 700);
        add(builder, rest, "DejaVu Sans", 400);
        add(builder, restBold, "DejaVu Sans", 700);
        // The bold DejaVu lacks signs that the regular one has.
        add(builder, rest, "Last Resort", 400);
    }

    private static void add(PdfRendererBuilder builder, byte[] font, String family, int weight) {
        builder.useFont(() -> new ByteArrayInputStream(font), family, weight, FontStyle.NORMAL, true);
    }

    /** The same text in characters that the fonts have: composed, without controls, unknown ones as their names. */
    String printable(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.codePoints().allMatch(this::plain)) {
            return composed;
        }
        var printable = new StringBuilder(composed.length() + 16);
        composed.codePoints().forEach(point -> append(printable, point));
        return printable.toString();
    }

    private boolean plain(int point) {
        return point == '\n'
                || known.get(point) && !Character.isISOControl(point) && !isPrivate(point) && point != BYTE_ORDER_MARK;
    }

    private void append(StringBuilder printable, int point) {
        if (plain(point)) {
            printable.appendCodePoint(point);
        } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            printable.append(' ');
        } else if (!invisible(point)) {
            var name = isPrivate(point) ? null : Character.getName(point);
            printable
                    .append('[')
                    .append(name == null ? "U+%04X".formatted(point) : name.toLowerCase(Locale.ROOT))
                    .append(']');
        }
    }

    private static boolean isPrivate(int point) {
        return Character.getType(point) == Character.PRIVATE_USE;
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            case Character.MODIFIER_SYMBOL -> point >= FIRST_SKIN_TONE && point <= LAST_SKIN_TONE;
            default ->
                point >= 0xFE00 && point <= 0xFE0F
                        || point >= 0xE0100 && point <= 0xE01EF
                        || (point & 0xFFFE) == 0xFFFE;
        };
    }

    private static BitSet glyphs(byte[] file) {
        try (var font = new TTFParser(false).parse(new RandomAccessReadBuffer(file))) {
            var cmap = font.getUnicodeCmapLookup();
            var glyphs = new BitSet();
            for (var point = 1; point <= 0x1FFFF; point++) {
                if (cmap.getGlyphId(point) != 0) {
                    glyphs.set(point);
                }
            }
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (var file = Fonts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("a font is missing from the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
