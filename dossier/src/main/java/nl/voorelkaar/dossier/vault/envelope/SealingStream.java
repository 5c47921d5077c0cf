package nl.voorelkaar.dossier.vault.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Writes a Cobblestone-256 message chunk by chunk. */
final class SealingStream extends OutputStream {

    private final MessageKey message;
    private final OutputStream sealed;
    private final byte[] header;
    private final byte[] chunk = new byte[Cobblestone.CHUNK];
    private final byte[] encrypted = new byte[Cobblestone.CHUNK + Cobblestone.TAG];
    private int filled;
    private boolean started;
    private boolean closed;

    SealingStream(MessageKey message, byte[] salt, OutputStream sealed) {
        this.message = message;
        this.sealed = sealed;
        this.header = new byte[Cobblestone.HEADER];
        System.arraycopy(salt, 0, header, 0, Cobblestone.SALT);
        System.arraycopy(message.commitment(), 0, header, Cobblestone.SALT, Cobblestone.COMMITMENT);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new IOException("closed");
        }
        var from = offset;
        var left = length;
        while (left > 0) {
            var taken = Math.min(left, Cobblestone.CHUNK - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == Cobblestone.CHUNK) {
                writeChunk();
            }
        }
    }

    private void writeChunk() throws IOException {
        if (!started) {
            sealed.write(header);
            started = true;
        }
        sealed.write(encrypted, 0, message.sealNext(chunk, 0, filled, encrypted, 0));
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        sealed.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (sealed) {
            writeChunk();
        }
    }
}
