package nl.voorelkaar.dossier.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Counts and draws pages, each file in a process of its own. Whatever a file does to that process, this one keeps the
 * bytes of a turn's answer and nothing more. After the first turn one process waits, warm, for the next.
 */
@Component
class Drawers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Drawers.class);

    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_OF_ONE = 6;
    private static final int MOST_WAITING = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Turns turns;
    private final Duration patience;
    private final AtomicReference<@Nullable Drawer> spare = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Drawers() {
        this(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_AT_ONCE), PATIENCE);
    }

    /** @param patience with one file */
    Drawers(int atOnce, Duration patience) {
        this.turns = new Turns(atOnce, MOST_OF_ONE, MOST_WAITING);
        this.patience = patience;
    }

    /**
     * Waits for a turn, to be closed when what was drawn is delivered.
     *
     * @throws DocumentRefused with BUSY when it takes longer than this, or when too many wait already
     */
    Turns.Turn turn(Actor actor, Duration atMost) {
        return turns.take(
                switch (actor) {
                    case Actor.Resident resident -> resident.id();
                    case Actor.Acting acting -> acting.person();
                    case Actor.Professional professional -> professional.id();
                },
                atMost);
    }

    /**
     * How many pages can be drawn; 0 when the file is broken, locked, too large or too slow to draw, or not of such a
     * kind.
     */
    int pages(Turns.Turn turn, Accepted type, int size, InputStream content) throws IOException {
        try {
            var answer = ask(turn, DrawingProcess.HOW_MANY, type, size, content);
            return answer.length == Integer.BYTES
                    ? Math.clamp(ByteBuffer.wrap(answer).getInt(), 0, Pictures.MOST_PAGES)
                    : 0;
        } catch (DocumentRefused notDrawn) {
            return 0;
        }
    }

    /**
     * @param page from 0
     * @return a PNG
     * @throws DocumentRefused with NO_PREVIEW
     */
    byte[] draw(Turns.Turn turn, Accepted type, int page, int size, InputStream content) throws IOException {
        return ask(turn, page, type, size, content);
    }

    private byte[] ask(Turns.Turn turn, int page, Accepted type, int size, InputStream content) throws IOException {
        try (var drawer = next()) {
            return drawer.ask(page, type, size, content);
        } finally {
            turn.makeRoom();
            prepareNext();
        }
    }

    Optional<Drawer> spare() {
        return Optional.ofNullable(spare.get());
    }

    private Drawer next() {
        var waiting = spare.getAndSet(null);
        if (waiting != null) {
            if (waiting.isReady()) {
                return waiting;
            }
            close(waiting);
        }
        var started = start();
        if (started == null) {
            throw new DocumentRefused(DocumentRefused.Reason.NO_PREVIEW);
        }
        return started;
    }

    private void prepareNext() {
        if (spare.get() == null && !closed.get()) {
            keep(start());
        }
    }

    private void keep(@Nullable Drawer fresh) {
        if (fresh != null && (!spare.compareAndSet(null, fresh) || closed.get() && spare.compareAndSet(fresh, null))) {
            close(fresh);
        }
    }

    private @Nullable Drawer start() {
        try {
            return Drawer.start(patience);
        } catch (IOException e) {
            LOG.error("No process to draw pages can be started: nobody sees a page of a document", e);
            return null;
        }
    }

    private static void close(Drawer drawer) {
        try {
            drawer.close();
        } catch (IOException e) {
            LOG.warn("The empty folder of a process is still there", e);
        }
    }

    @Override
    public void destroy() {
        closed.set(true);
        var waiting = spare.getAndSet(null);
        if (waiting != null) {
            close(waiting);
        }
    }
}
