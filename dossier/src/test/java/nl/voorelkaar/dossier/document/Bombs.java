package nl.voorelkaar.dossier.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small files that are made to fill a machine. Nothing of what they unpack to is ever made here. */
final class Bombs {

    private static final int BLOCK = 16 * 1024 * 1024;

    /** Two kinds of packing: the library drops a filter that is named twice. */
    private static final String PACKED_TWICE = "/Filter [/FlateDecode /RunLengthDecode]";

    private Bombs() {}

    /** All objects are in an object stream, which unpacks to this many bytes. */
    static byte[] objectStream(long unpacked) throws IOException {
        var objects = "1 0 2 36 3 76 <</Type /Catalog /Pages 2 0 R>>     "
                + "<</Type /Pages /Kids [3 0 R] /Count 1>> <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> ";
        var packed = twice(objects.getBytes(ISO_8859_1), unpacked);
        return withStreams(
                "/Type /ObjStm /N 3 /First 14 " + PACKED_TWICE,
                packed,
                table(5, new int[][] {{0, 0, 0}, {2, 4, 0}, {2, 4, 1}, {2, 4, 2}}),
                "");
    }

    /** The table of objects itself unpacks to this many bytes. */
    static byte[] objectTable(long unpacked) throws IOException {
        var packed = twice(new byte[0], unpacked);
        return withStreams("", new byte[0], packed, PACKED_TWICE + " /Index [0 1000000000]");
    }

    /** The page tree contains itself. */
    static byte[] cycle() {
        return plain(
                "<</Type /Catalog /Pages 2 0 R>>",
                "<</Type /Pages /Kids [3 0 R] /Count 7 /Parent 3 0 R>>",
                "<</Type /Pages /Kids [2 0 R 3 0 R] /Count 7 /Parent 2 0 R>>");
    }

    /** Arrays in arrays in the place of the page tree. */
    static byte[] nested(int depth) {
        return plain(
                "<</Type /Catalog /Pages 2 0 R>>",
                "<</Type /Pages /Kids " + "[".repeat(depth) + "]".repeat(depth) + " /Count 1>>");
    }

    /** A page that draws a form which draws a form twice, and so on: two to this power drawings. */
    static byte[] doubling(int power) {
        var objects = new ArrayList<String>();
        objects.add("<</Type /Catalog /Pages 2 0 R>>");
        objects.add("<</Type /Pages /Kids [3 0 R] /Count 1>>");
        objects.add("<</Type /Page /Parent 2 0 R /MediaBox [0 0 900 900] /Contents 4 0 R"
                + " /Resources <</XObject <</X 5 0 R>>>>>>");
        objects.add("<</Length 5>> stream\n/X Do\nendstream");
        for (int level = 0; level < power; level++) {
            objects.add("<</Type /XObject /Subtype /Form /BBox [0 0 900 900] /Length 11 /Resources <</XObject <</X "
                    + (6 + level) + " 0 R>>>>>> stream\n/X Do /X Do\nendstream");
        }
        objects.add(
                "<</Type /XObject /Subtype /Form /BBox [0 0 900 900] /Length 13>> stream\n0 0 9 9 re f  \nendstream");
        return plain(objects.toArray(String[]::new));
    }

    /** A picture of one colour that is as large as it says. */
    static byte[] png(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        var to = new DataOutputStream(file);
        to.writeLong(0x89504e470d0a1a0aL);
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(to, "IHDR", header.toByteArray());
        chunk(to, "IDAT", once((1 + 3L * width) * height));
        chunk(to, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream to, String name, byte[] content) throws IOException {
        to.writeInt(content.length);
        var sum = new CRC32();
        sum.update(name.getBytes(ISO_8859_1));
        sum.update(content);
        to.writeBytes(name);
        to.write(content);
        to.writeInt((int) sum.getValue());
    }

    private static byte[] plain(String... objects) {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new ArrayList<Integer>();
        for (int number = 0; number < objects.length; number++) {
            places.add(file.length());
            file.append(number + 1).append(" 0 obj ").append(objects[number]).append(" endobj\n");
        }
        var table = file.length();
        file.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        file.append("trailer <</Root 1 0 R /Size %d>>\nstartxref\n%d\n%%%%EOF".formatted(objects.length + 1, table));
        return file.toString().getBytes(ISO_8859_1);
    }

    private static byte[] withStreams(String about, byte[] stream, byte[] table, String aboutTable) throws IOException {
        var file = new ByteArrayOutputStream();
        file.write("%PDF-1.7\n".getBytes(ISO_8859_1));
        var first = file.size();
        write(file, "4 0 obj <<%s /Length %d>> stream\n".formatted(about, stream.length), stream);
        var second = file.size();
        var places = List.of(first, second);
        var rows = aboutTable.isEmpty() ? withPlaces(table, places) : table;
        write(
                file,
                "5 0 obj <</Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R %s /Length %d>> stream\n"
                        .formatted(aboutTable, rows.length),
                rows);
        file.write("startxref\n%d\n%%%%EOF".formatted(second).getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, String head, byte[] stream) throws IOException {
        file.write(head.getBytes(ISO_8859_1));
        file.write(stream);
        file.write("\nendstream endobj\n".getBytes(ISO_8859_1));
    }

    private static byte[] table(int last, int[][] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var to = new DataOutputStream(bytes);
        for (var row : rows) {
            to.writeByte(row[0]);
            to.writeInt(row[1]);
            to.writeByte(row[2]);
        }
        to.write(new byte[(last + 1 - rows.length) * 6]);
        return bytes.toByteArray();
    }

    /** The two streams themselves are objects 4 and 5. */
    private static byte[] withPlaces(byte[] table, List<Integer> places) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var to = new DataOutputStream(bytes);
        to.write(table, 0, 4 * 6);
        for (var place : places) {
            to.writeByte(1);
            to.writeInt(place);
            to.writeByte(0);
        }
        return bytes.toByteArray();
    }

    /** Packs this start and then zeros, first by run length (64 to 1), then by deflate (1000 to 1). */
    private static byte[] twice(byte[] start, long unpacked) {
        var runs = new ByteArrayOutputStream();
        for (int from = 0; from < start.length; from += 128) {
            var length = Math.min(128, start.length - from);
            runs.write(length - 1);
            runs.write(start, from, length);
        }
        for (long zeros = unpacked - start.length; zeros > 1; zeros -= 128) {
            var length = (int) Math.min(128, zeros);
            runs.write(257 - length);
            runs.write(0);
        }
        runs.write(128);
        return deflated(Deflater.BEST_COMPRESSION, false, runs.toByteArray());
    }

    /** Packs zeros: one packed block again and again, for a full flush makes blocks independent. */
    private static byte[] once(long unpacked) {
        var block = deflated(Deflater.BEST_COMPRESSION, true, new byte[BLOCK]);
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(new byte[] {0x78, (byte) 0xda});
        for (long left = unpacked; left >= BLOCK; left -= BLOCK) {
            packed.writeBytes(block);
        }
        packed.writeBytes(deflated(Deflater.BEST_COMPRESSION, true, new byte[(int) (unpacked % BLOCK)]));
        // An empty last block, and the checksum.
        packed.writeBytes(new byte[] {3, 0});
        var sum = unpacked % 65_521 << 16 | 1;
        packed.writeBytes(new byte[] {(byte) (sum >> 24), (byte) (sum >> 16), (byte) (sum >> 8), (byte) sum});
        return packed.toByteArray();
    }

    private static byte[] deflated(int level, boolean asPart, byte[] content) {
        try (var deflater = new Deflater(level, asPart)) {
            deflater.setInput(content);
            if (!asPart) {
                deflater.finish();
            }
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[64 * 1024];
            for (int filled = buffer.length; filled == buffer.length; ) {
                filled = deflater.deflate(buffer, 0, buffer.length, asPart ? Deflater.FULL_FLUSH : Deflater.NO_FLUSH);
                packed.write(buffer, 0, filled);
            }
            return packed.toByteArray();
        }
    }
}
