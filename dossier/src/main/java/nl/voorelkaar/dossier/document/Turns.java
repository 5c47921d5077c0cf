package nl.voorelkaar.dossier.document;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.dossier.DocumentRefused;

/**
 * Who goes now: some at once, in the order in which they came, and each person one at a time, so that nobody who comes
 * with many files keeps others waiting. The line is short; who does not fit in it is told so at once.
 */
final class Turns {

    private final int mostOfOne;
    private final int mostWaiting;
    private final Semaphore room;
    private final ConcurrentHashMap<Object, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param atOnce how many go at the same time
     * @param mostOfOne how often one person may stand in line, the running turn counted
     * @param mostWaiting how many people may wait
     */
    Turns(int atOnce, int mostOfOne, int mostWaiting) {
        this.mostOfOne = mostOfOne;
        this.mostWaiting = mostWaiting;
        this.room = new Semaphore(atOnce, true);
    }

    private static final class Line {
        private final Semaphore turn = new Semaphore(1, true);
        private int length;
    }

    /** @throws DocumentRefused with BUSY */
    Turn take(Object person, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        var line = join(person);
        if (!acquire(line.turn, until)) {
            leave(person);
            throw busy();
        }
        if (room.getQueueLength() >= mostWaiting || !acquire(room, until)) {
            line.turn.release();
            leave(person);
            throw busy();
        }
        return new Turn(person, line);
    }

    /** How many turns are asked for, and not had. */
    int waiting() {
        return room.getQueueLength()
                + lines.values().stream()
                        .mapToInt(line -> line.turn.getQueueLength())
                        .sum();
    }

    private Line join(Object person) {
        return lines.compute(person, (_, now) -> {
            var line = now == null ? new Line() : now;
            if (line.length == mostOfOne) {
                throw busy();
            }
            line.length++;
            return line;
        });
    }

    private void leave(Object person) {
        lines.computeIfPresent(person, (_, line) -> --line.length == 0 ? null : line);
    }

    private static boolean acquire(Semaphore place, long until) {
        try {
            return place.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static DocumentRefused busy() {
        return new DocumentRefused(DocumentRefused.Reason.BUSY);
    }

    final class Turn implements AutoCloseable {

        private final Object person;
        private final Line line;
        private boolean inside = true;

        private Turn(Object person, Line line) {
            this.person = person;
            this.line = line;
        }

        /**
         * Makes room for the next, while this person's own next file still waits: a slow receiver hinders nobody else.
         */
        void makeRoom() {
            if (inside) {
                inside = false;
                room.release();
            }
        }

        @Override
        public void close() {
            makeRoom();
            line.turn.release();
            leave(person);
        }
    }
}
