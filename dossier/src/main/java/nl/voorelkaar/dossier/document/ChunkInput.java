package nl.voorelkaar.dossier.document;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads chunks one after the other until there is none. Holds one chunk. */
final class ChunkInput extends InputStream {

    private final IntFunction<Optional<byte[]>> source;
    private byte[] chunk = new byte[0];
    private int read;
    private int next;
    private boolean ended;

    ChunkInput(IntFunction<Optional<byte[]>> source) {
        this.source = source;
    }

    @Override
    public int read() {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (read == chunk.length) {
            if (ended) {
                return -1;
            }
            var found = source.apply(next++);
            ended = found.isEmpty();
            chunk = found.orElse(new byte[0]);
            read = 0;
        }
        var step = Math.min(length, chunk.length - read);
        System.arraycopy(chunk, read, into, offset, step);
        read += step;
        return step;
    }
}
