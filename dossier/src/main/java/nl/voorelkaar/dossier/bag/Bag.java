package nl.voorelkaar.dossier.bag;

import java.io.IOException;
import java.io.OutputStream;
import nl.voorelkaar.dossier.vault.Scratch;

/** A packed archive that waits to be fetched: sealed, and gone when closed. Can be written out more than once. */
public final class Bag implements AutoCloseable {

    private final Scratch scratch;
    private final Scratch.Piece piece;
    private final long size;
    private final Runnable gone;
    private boolean closed;

    Bag(Scratch scratch, Scratch.Piece piece, long size, Runnable gone) {
        this.scratch = scratch;
        this.piece = piece;
        this.size = size;
        this.gone = gone;
    }

    /** Of the archive, in bytes. */
    public long size() {
        return size;
    }

    /** @throws IOException when it was closed, or the receiver went away */
    public void writeTo(OutputStream to) throws IOException {
        try (var content = scratch.read(piece)) {
            content.transferTo(to);
        }
    }

    /** Idempotent. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            scratch.close();
            gone.run();
        }
    }
}
