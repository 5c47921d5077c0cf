package nl.devservices.clock;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The processes that follow the clock. Each asks again and again, says which offset it goes by, and is answered as soon
 * as the clock moves. Whoever moves the clock waits for them, so that the whole environment has the new time when the
 * move is answered.
 */
public final class Followers {

    /** How long a question is held when nothing moves. */
    private static final Duration HOLD = Duration.ofMillis(300);

    /** A follower that has not asked for this long is gone. */
    private static final Duration GONE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AdjustableClock clock;
    private final Map<String, Look> looks = new HashMap<>();

    public Followers(AdjustableClock clock) {
        this.clock = clock;
    }

    /** Returns when the clock no longer has the offset that this follower goes by, or after {@link #HOLD}. */
    synchronized void look(String follower, String offset) {
        var begun = System.nanoTime();
        looks.put(follower, new Look(offset, begun));
        notifyAll();
        while (offset.equals(clock.offset().toString())) {
            if (!waitUntil(begun + HOLD.toNanos())) {
                return;
            }
        }
    }

    /** Returns when every follower goes by the clock as it is now, or after {@link #PATIENCE}. */
    synchronized void moved() {
        var begun = System.nanoTime();
        looks.values().removeIf(look -> begun - look.at > GONE.toNanos());
        notifyAll();
        while (looks.values().stream()
                .anyMatch(look -> !look.offset.equals(clock.offset().toString()))) {
            if (!waitUntil(begun + PATIENCE.toNanos())) {
                return;
            }
        }
    }

    /** @return whether there was time left to wait */
    private boolean waitUntil(long deadline) {
        var left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return false;
        }
        try {
            wait(left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Look(String offset, long at) {}
}
