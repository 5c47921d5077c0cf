package nl.voorelkaar.drill.site;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting until something is so. */
public final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Waiting() {}

    /** @throws IllegalStateException when it did not come true; a question that throws counts as no */
    public static void until(String what, Duration patience, Callable<Boolean> question) {
        var end = System.nanoTime() + patience.toNanos();
        while (!isSo(question)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after " + patience.toSeconds() + " s not yet: " + what);
            }
            rest(LOOK_AGAIN);
        }
    }

    public static void rest(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        for (var left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean isSo(Callable<Boolean> question) {
        try {
            return question.call();
        } catch (Exception notYet) {
            return false;
        }
    }
}
