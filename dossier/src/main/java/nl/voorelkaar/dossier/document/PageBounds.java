package nl.voorelkaar.dossier.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.dossier.DocumentRefused;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What one page of a PDF may bring, judged before any of it is kept in memory: the sizes that its pictures and masks give,
 * the sizes that JPEG data give themselves, how much each stream is once unpacked, and the time all of it takes.
 */
final class PageBounds {

    /** Of one picture or mask inside a page. */
    static final long MOST_PIXELS = 20_000_000;

    private static final int LONGEST_ROW = 100_000;
    private static final int MOST_BITS = 16;
    private static final int MOST_COLOURS = 8;
    private static final long MOST_UNPACKED = 80_000_000;
    /** Of a stream that is packed more than once, so that what is in between must be kept. */
    private static final long MOST_BETWEEN = 16_000_000;

    private static final Set<COSName> JPEG = Set.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION);

    private final long start = System.nanoTime();
    private final long patience;

    PageBounds(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** @throws DocumentRefused with NO_PREVIEW when the time is over */
    void requireTime() {
        if (System.nanoTime() - start >= patience) {
            throw refused();
        }
    }

    /**
     * Everything that the page refers to, whichever way: forms, patterns, masks, fonts, annotations.
     *
     * @throws DocumentRefused with NO_PREVIEW
     */
    void require(PDPage page) throws IOException {
        var seen = Collections.<COSBase>newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayDeque<COSBase>();
        waiting.add(page.getCOSObject());
        if (page.getResources() != null) {
            waiting.add(page.getResources().getCOSObject());
        }
        while (!waiting.isEmpty()) {
            requireTime();
            var next = waiting.remove();
            var found = next instanceof COSObject reference ? reference.getObject() : next;
            if (found == null || !seen.add(found)) {
                continue;
            }
            if (found instanceof COSStream stream) {
                try (var raw = stream.createRawInputStream()) {
                    require(stream, raw);
                }
            }
            if (found instanceof COSArray array) {
                requireColours(array);
                array.forEach(waiting::add);
            } else if (found instanceof COSDictionary dictionary) {
                // Only here is a parent certain not to be drawn: elsewhere a picture may have that name.
                dictionary.entrySet().stream()
                        .filter(entry -> found != page.getCOSObject() || !COSName.PARENT.equals(entry.getKey()))
                        .forEach(entry -> waiting.add(entry.getValue()));
            }
        }
    }

    /**
     * One stream or inline picture.
     *
     * @throws DocumentRefused with NO_PREVIEW
     */
    void require(COSDictionary described, InputStream raw) throws IOException {
        var height = described.getInt(COSName.HEIGHT, COSName.H, 1);
        requirePixels(described.getInt(COSName.WIDTH, COSName.W, 1), height);
        var settings = described.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        for (var setting : listed(settings)) {
            if (setting instanceof COSDictionary unpacking) {
                var columns = unpacking.getInt(COSName.COLUMNS, 1);
                if (columns > LONGEST_ROW || unpacking.getInt(COSName.BITS_PER_COMPONENT, 8) > MOST_BITS) {
                    throw refused();
                }
                requirePixels(columns, Math.max(height, unpacking.getInt(COSName.ROWS, 1)));
            }
        }
        unpack(described, listed(described.getDictionaryObject(COSName.FILTER, COSName.F)), raw);
    }

    private void unpack(COSDictionary described, List<COSBase> filters, InputStream raw) throws IOException {
        var packed = raw;
        for (int index = 0; index < filters.size(); index++) {
            if (!(filters.get(index) instanceof COSName filter)) {
                throw refused();
            }
            if (JPEG.contains(filter)) {
                if (!Pictures.fits(packed, MOST_PIXELS)) {
                    throw refused();
                }
                return;
            }
            var last = index + 1 == filters.size();
            var unpacked = new ByteArrayOutputStream();
            var counted = last
                    ? new Counted(OutputStream.nullOutputStream(), MOST_UNPACKED)
                    : new Counted(unpacked, MOST_BETWEEN);
            try {
                FilterFactory.INSTANCE.getFilter(filter).decode(packed, counted, described, index);
            } catch (IOException broken) {
                // Drawing fails on it as well, at the same place, and leaves it out.
                return;
            }
            packed = new ByteArrayInputStream(unpacked.toByteArray());
        }
    }

    private static void requirePixels(long width, long height) {
        if (width * height > MOST_PIXELS) {
            throw refused();
        }
    }

    /** Room is made for every colour of every pixel, whatever the data. */
    private static void requireColours(COSArray array) {
        if (array.size() > 1
                && COSName.DEVICEN.equals(array.getObject(0))
                && array.getObject(1) instanceof COSArray names
                && names.size() > MOST_COLOURS) {
            throw refused();
        }
    }

    private static List<COSBase> listed(COSBase oneOrMore) {
        var all = new ArrayList<COSBase>();
        if (oneOrMore instanceof COSArray array) {
            for (int index = 0; index < array.size(); index++) {
                all.add(array.getObject(index));
            }
        } else if (oneOrMore != null) {
            all.add(oneOrMore);
        }
        return all;
    }

    private static DocumentRefused refused() {
        return new DocumentRefused(DocumentRefused.Reason.NO_PREVIEW);
    }

    /** Refuses by an unchecked exception, for the library passes over the checked ones. */
    private final class Counted extends OutputStream {

        private final OutputStream to;
        private long left;

        private Counted(OutputStream to, long most) {
            this.to = to;
            this.left = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            requireTime();
            left -= length;
            if (left < 0) {
                throw refused();
            }
            to.write(bytes, offset, length);
        }
    }
}
