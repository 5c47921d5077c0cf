package nl.voorelkaar.dossier.vault.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a Cobblestone-256 message chunk by chunk. */
final class OpeningStream extends InputStream {

    private final SecretKeyBytes key;
    private final Context context;
    private final InputStream sealed;
    private final byte[] encrypted = new byte[Cobblestone.CHUNK + Cobblestone.TAG];
    private final byte[] chunk = new byte[Cobblestone.CHUNK];
    private @Nullable MessageKey message;
    private int from;
    private int until;
    private boolean last;

    OpeningStream(SecretKeyBytes key, Context context, InputStream sealed) {
        this.key = key.copy();
        this.context = context;
        this.sealed = sealed;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[from++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var taken = Math.min(length, until - from);
        System.arraycopy(chunk, from, to, offset, taken);
        from += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (from == until) {
            if (last) {
                return false;
            }
            var length = sealed.readNBytes(encrypted, 0, start(encrypted.length));
            if (length < Cobblestone.TAG) {
                throw new DoesNotOpen();
            }
            last = length < encrypted.length;
            until = Objects.requireNonNull(message).openNext(encrypted, 0, length, chunk, 0);
            from = 0;
        }
        return true;
    }

    /** Reads and checks the header the first time. */
    private int start(int length) throws IOException {
        if (message == null) {
            var header = sealed.readNBytes(Cobblestone.HEADER);
            if (header.length < Cobblestone.HEADER) {
                throw new DoesNotOpen();
            }
            var derived = MessageKey.derive(key, Arrays.copyOf(header, Cobblestone.SALT), context);
            derived.requireCommitment(header, Cobblestone.SALT);
            message = derived;
            key.close();
        }
        return length;
    }

    @Override
    public int available() {
        return until - from;
    }

    @Override
    public void close() throws IOException {
        key.close();
        last = true;
        from = until;
        sealed.close();
    }
}
