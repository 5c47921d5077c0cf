package nl.voorelkaar.dossier.document;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts a stream into chunks of {@link DocumentRows#CHUNK} bytes. Holds one chunk. */
final class ChunkOutput extends OutputStream {

    interface Sink {
        void accept(int number, byte[] bytes);
    }

    private final Sink sink;
    private final byte[] chunk = new byte[DocumentRows.CHUNK];
    private int filled;
    private int number;

    ChunkOutput(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        var written = 0;
        while (written < length) {
            var step = Math.min(length - written, chunk.length - filled);
            System.arraycopy(bytes, offset + written, chunk, filled, step);
            filled += step;
            written += step;
            if (filled == chunk.length) {
                handOver();
            }
        }
    }

    private void handOver() {
        sink.accept(number++, Arrays.copyOf(chunk, filled));
        filled = 0;
    }

    @Override
    public void close() {
        if (filled > 0) {
            handOver();
        }
    }
}
