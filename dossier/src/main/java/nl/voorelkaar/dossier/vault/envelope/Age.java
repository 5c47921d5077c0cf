package nl.voorelkaar.dossier.vault.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * The age format, version 1 (C2SP age), with a passphrase and nothing else: what this writes any age program opens, and
 * the other way round. Authenticated: what was changed, reordered or cut off does not open.
 *
 * <p>Not guaranteed: that a passphrase that can be guessed is not guessed. A file says how hard a guess is made; what
 * says more than {@link #HARDEST} is not opened here, because that costs memory.
 *
 * @see <a href="https://c2sp.org/age">c2sp.org/age</a>
 */
public final class Age {

    /** log2 of scrypt's N: a guess costs 64 MiB and a fraction of a second. */
    static final int HARDNESS = 16;

    private static final int HARDEST = 18;

    private static final String VERSION = "age-encryption.org/v1\n";
    private static final Pattern STANZA =
            Pattern.compile("-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n([A-Za-z0-9+/]{43})\n---");
    private static final String LABEL = "age-encryption.org/v1/scrypt";
    private static final int HEADER_AT_MOST = 200;
    private static final int FILE_KEY = 16;
    private static final int SALT = 16;
    private static final int NONCE = 16;
    private static final int CHUNK = 64 * 1024;
    private static final int TAG = 16;
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** So that many who open something at once do not take all memory. */
    private static final Semaphore TURNS = new Semaphore(2);

    private final byte[] header;
    private final byte[] fileKey;

    private Age(byte[] header, byte[] fileKey) {
        this.header = header;
        this.fileKey = fileKey;
    }

    /** For one file, that may be written more than once. */
    public static Age of(String passphrase) {
        return of(passphrase, HARDNESS);
    }

    static Age of(String passphrase, int hardness) {
        var fileKey = random(FILE_KEY);
        var salt = random(SALT);
        var wrapped =
                crypt(Cipher.ENCRYPT_MODE, stretched(passphrase, salt, hardness), new byte[12], fileKey, FILE_KEY);
        var text = VERSION + "-> scrypt " + BASE64.encodeToString(salt) + " " + hardness + "\n"
                + BASE64.encodeToString(wrapped) + "\n---";
        var mac = BASE64.encodeToString(mac(fileKey, text));
        return new Age((text + " " + mac + "\n").getBytes(US_ASCII), fileKey);
    }

    /** Whether this is how such a file begins. */
    public static boolean begins(byte[] first) {
        var version = VERSION.getBytes(US_ASCII);
        return first.length >= version.length && Arrays.equals(first, 0, version.length, version, 0, version.length);
    }

    /** How many bytes of {@link #begins} are needed. */
    public static int beginning() {
        return VERSION.length();
    }

    /** In bytes, of what holds so many. */
    public long length(long content) {
        return header.length + NONCE + content + TAG * Math.max(1, (content + CHUNK - 1) / CHUNK);
    }

    /** Closing it writes the end and closes what is below. */
    public OutputStream sealing(OutputStream to) throws IOException {
        var nonce = random(NONCE);
        to.write(header);
        to.write(nonce);
        return new Sealing(to, new Chunks(Cipher.ENCRYPT_MODE, derived(fileKey, nonce, "payload")));
    }

    /**
     * @throws DoesNotOpen when the passphrase is another one, or this is not such a file; also while reading, when it
     *     is not as it was made
     */
    public static InputStream opening(InputStream from, String passphrase) throws IOException {
        var header = header(from);
        var end = header.indexOf("---") + 3;
        var stanza = STANZA.matcher(header.substring(VERSION.length(), end));
        if (!stanza.matches()) {
            throw new DoesNotOpen();
        }
        var hardness = Integer.parseInt(stanza.group(2));
        if (hardness > HARDEST) {
            throw new DoesNotOpen();
        }
        var fileKey = crypt(
                Cipher.DECRYPT_MODE,
                stretched(passphrase, decoded(stanza.group(1)), hardness),
                new byte[12],
                decoded(stanza.group(3)),
                FILE_KEY + TAG);
        var mac = BASE64.encodeToString(mac(fileKey, header.substring(0, end)));
        if (!MessageDigest.isEqual(
                (" " + mac + "\n").getBytes(US_ASCII), header.substring(end).getBytes(US_ASCII))) {
            throw new DoesNotOpen();
        }
        var nonce = from.readNBytes(NONCE);
        if (nonce.length < NONCE) {
            throw new DoesNotOpen();
        }
        return new Opening(from, new Chunks(Cipher.DECRYPT_MODE, derived(fileKey, nonce, "payload")));
    }

    /** Up to and with the line that begins with three hyphens. */
    private static String header(InputStream from) throws IOException {
        var read = new ByteArrayOutputStream();
        var lastLine = 0;
        for (var next = from.read(); read.size() < HEADER_AT_MOST && next >= 0; next = from.read()) {
            read.write(next);
            if (next == '\n') {
                var text = read.toString(US_ASCII);
                if (text.startsWith("---", lastLine)) {
                    if (!text.startsWith(VERSION)) {
                        break;
                    }
                    return text;
                }
                lastLine = text.length();
            }
        }
        throw new DoesNotOpen();
    }

    private static byte[] decoded(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (!BASE64.encodeToString(bytes).equals(base64)) {
            throw new DoesNotOpen();
        }
        return bytes;
    }

    private static byte[] stretched(String passphrase, byte[] salt, int hardness) {
        var label = LABEL.getBytes(US_ASCII);
        var salted = Arrays.copyOf(label, label.length + salt.length);
        System.arraycopy(salt, 0, salted, label.length, salt.length);
        TURNS.acquireUninterruptibly();
        try {
            return SCrypt.generate(passphrase.getBytes(UTF_8), salted, 1 << hardness, 8, 1, SecretKeyBytes.LENGTH);
        } finally {
            TURNS.release();
        }
    }

    private static byte[] mac(byte[] fileKey, String header) {
        try (var key = SecretKeyBytes.owning(derived(fileKey, new byte[0], "header"))) {
            return Hkdf.hmacSha256(key, header.getBytes(US_ASCII));
        }
    }

    /** HKDF-SHA-256 (RFC 5869) for 32 bytes: one block. */
    private static byte[] derived(byte[] secret, byte[] salt, String info) {
        var filled = Arrays.copyOf(salt, SecretKeyBytes.LENGTH);
        try (var extract = SecretKeyBytes.owning(filled);
                var expand = SecretKeyBytes.owning(Hkdf.hmacSha256(extract, secret))) {
            return Hkdf.hmacSha256(expand, (info + "\u0001").getBytes(US_ASCII));
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] input, int length) {
        try {
            var cipher = Cipher.getInstance("ChaCha20-Poly1305", "SunJCE");
            cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            return cipher.doFinal(input, 0, length);
        } catch (GeneralSecurityException e) {
            // Decrypting: another key or changed. Encrypting cannot fail.
            throw new DoesNotOpen();
        }
    }

    /** STREAM: chunks of 64 KiB, each with its number, and with whether it is the last, in its nonce. */
    private static final class Chunks {

        private final int mode;
        private final byte[] key;
        private long number;

        Chunks(int mode, byte[] key) {
            this.mode = mode;
            this.key = key;
        }

        byte[] next(byte[] chunk, int length, boolean last) {
            var nonce = new byte[12];
            for (var i = 0; i < Long.BYTES; i++) {
                nonce[10 - i] = (byte) (number >>> (Byte.SIZE * i));
            }
            nonce[11] = (byte) (last ? 1 : 0);
            number++;
            return crypt(mode, key, nonce, chunk, length);
        }
    }

    private static final class Sealing extends OutputStream {

        private final OutputStream to;
        private final Chunks chunks;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private boolean closed;

        Sealing(OutputStream to, Chunks chunks) {
            this.to = to;
            this.chunks = chunks;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            var from = offset;
            for (var left = length; left > 0; ) {
                // A whole chunk waits: only what follows it says that it is not the last.
                if (filled == CHUNK) {
                    to.write(chunks.next(chunk, filled, false));
                    filled = 0;
                }
                var taken = Math.min(left, CHUNK - filled);
                System.arraycopy(bytes, from, chunk, filled, taken);
                filled += taken;
                from += taken;
                left -= taken;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (to) {
                    to.write(chunks.next(chunk, filled, true));
                }
            }
        }
    }

    private static final class Opening extends InputStream {

        private final InputStream from;
        private final Chunks chunks;
        private byte[] ahead;
        private byte[] opened = new byte[0];
        private int at;
        private boolean last;
        private boolean first = true;

        Opening(InputStream from, Chunks chunks) throws IOException {
            this.from = from;
            this.chunks = chunks;
            this.ahead = from.readNBytes(CHUNK + TAG);
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            while (at == opened.length) {
                if (last) {
                    return -1;
                }
                next();
            }
            var taken = Math.min(length, opened.length - at);
            System.arraycopy(opened, at, into, offset, taken);
            at += taken;
            return taken;
        }

        private void next() throws IOException {
            var sealed = ahead;
            ahead = from.readNBytes(CHUNK + TAG);
            last = ahead.length == 0;
            if (sealed.length < TAG) {
                throw new DoesNotOpen();
            }
            opened = chunks.next(sealed, sealed.length, last);
            at = 0;
            if (opened.length == 0 && !first) {
                throw new DoesNotOpen();
            }
            first = false;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
