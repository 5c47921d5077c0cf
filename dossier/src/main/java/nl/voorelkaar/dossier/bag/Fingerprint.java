package nl.voorelkaar.dossier.bag;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a whole zip, in the comment at its end: of all bytes up to the two that say how long the comment is. A
 * bag's own manifests cover its files; this covers every other byte, and says where the archive ends.
 */
final class Fingerprint {

    private static final String LABEL = "sha256:";
    private static final int LENGTH_OF_COMMENT = 2;
    private static final int COMMENT = LABEL.length() + 64;
    private static final int TAIL = LENGTH_OF_COMMENT + COMMENT;

    private Fingerprint() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] tail(MessageDigest before) {
        var tail = new byte[TAIL];
        tail[0] = (byte) COMMENT;
        var comment = (LABEL + hex(before)).getBytes(US_ASCII);
        System.arraycopy(comment, 0, tail, LENGTH_OF_COMMENT, COMMENT);
        return tail;
    }

    /** Takes a zip without a comment, whose last two bytes say so, and writes it with its fingerprint. */
    static final class Writing extends FilterOutputStream {

        private final MessageDigest digest;
        private byte[] held = new byte[0];
        private long written;

        private Writing(OutputStream to, MessageDigest digest) {
            super(new DigestOutputStream(to, digest));
            this.digest = digest;
        }

        static Writing to(OutputStream to) {
            return new Writing(to, sha256());
        }

        /** In bytes, so far. */
        long written() {
            return written;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var all = Arrays.copyOf(held, held.length + length);
            System.arraycopy(bytes, offset, all, held.length, length);
            var ready = Math.max(0, all.length - LENGTH_OF_COMMENT);
            out.write(all, 0, ready);
            held = Arrays.copyOfRange(all, ready, all.length);
            written += ready;
        }

        /** Puts the fingerprint behind it; leaves the stream below open. */
        void finish() throws IOException {
            if (held.length != LENGTH_OF_COMMENT || held[0] != 0 || held[1] != 0) {
                throw new IOException("not the end of a zip");
            }
            var tail = tail(digest);
            out.write(tail);
            out.flush();
            written += tail.length;
        }
    }

    /** Reads an archive, no further than it may be large, and knows at the end whether it is as it was made. */
    static final class Reading extends InputStream {

        private final InputStream from;
        private final MessageDigest digest = sha256();
        private byte[] held = new byte[0];
        private long read;

        Reading(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var got = from.read(into, offset, length);
            if (got > 0) {
                read += got;
                if (read > Bags.LARGEST) {
                    throw new BagRefused(BagRefused.Reason.TOO_LARGE);
                }
                var all = Arrays.copyOf(held, held.length + got);
                System.arraycopy(into, offset, all, held.length, got);
                var ready = Math.max(0, all.length - TAIL);
                digest.update(all, 0, ready);
                held = Arrays.copyOfRange(all, ready, all.length);
            }
            return got;
        }

        /** Reads on to the end. @throws BagRefused when it is not whole, or not as it was made */
        void requireAsItWasMade() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            if (held.length < TAIL || !new String(held, LENGTH_OF_COMMENT, LABEL.length(), US_ASCII).equals(LABEL)) {
                throw new BagRefused(BagRefused.Reason.BROKEN_OFF);
            }
            if (!MessageDigest.isEqual(held, tail(digest))) {
                throw new BagRefused(BagRefused.Reason.ALTERED);
            }
        }
    }

    /** Reads what is in a file and knows its digest; no further than it may be large. */
    static final class Counted extends DigestInputStream {

        private final long largest;
        private long read;

        Counted(InputStream from, long largest) {
            super(from, sha256());
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var got = super.read(into, offset, length);
            return count(got, got);
        }

        private int count(int answer, int more) {
            if (answer >= 0) {
                read += more;
                if (read > largest) {
                    throw new BagRefused(BagRefused.Reason.TOO_LARGE);
                }
            }
            return answer;
        }

        long length() {
            return read;
        }

        String digest() {
            return hex(getMessageDigest());
        }
    }
}
