package nl.voorelkaar.dossier.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/**
 * Content that must lie somewhere for a while, too large for memory: pieces in a file that has no name any more, each
 * sealed under a key that only this object has. When the process ends, however it ends, nobody can read it and the room
 * is free again.
 *
 * <p>One thread writes; several may read.
 */
public final class Scratch implements AutoCloseable {

    private final SecretKeyBytes key = SecretKeyBytes.random();
    private final FileChannel file;

    private Scratch(FileChannel file) {
        this.file = file;
    }

    public static Scratch open() throws IOException {
        // The runtime takes the name away as soon as the file is open.
        return new Scratch(FileChannel.open(
                Files.createTempFile("voorelkaar", ""),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Where something lies. */
    public record Piece(long from, long until) {}

    /** Writes one piece. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream sealing) throws IOException;
    }

    /** @throws IOException of {@code content} too: what was written of it cannot be read */
    public Piece write(Writing content) throws IOException {
        var from = file.size();
        var sealing = Cobblestone.sealing(key, context(from), new End());
        content.to(sealing);
        // Closed only when all went well: a piece that broke off must not look complete.
        sealing.close();
        return new Piece(from, file.size());
    }

    public InputStream read(Piece piece) {
        return Cobblestone.opening(key, context(piece.from()), new Part(piece));
    }

    private static Context context(long from) {
        return Context.of("scratch/v1", from);
    }

    @Override
    public void close() {
        key.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Closing it leaves the file open. */
    private final class End extends OutputStream {

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                file.write(rest, file.size());
            }
        }
    }

    private final class Part extends InputStream {

        private final long until;
        private long at;

        Part(Piece piece) {
            at = piece.from();
            until = piece.until();
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at >= until) {
                return -1;
            }
            var read = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, until - at)), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
