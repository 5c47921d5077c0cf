package nl.voorelkaar.portal.notice;

import java.time.Duration;

/** How long to wait before what did not arrive is sent again: half a minute at first, a day in the end. */
public final class Patience {

    private static final int DOUBLED = 9;
    private static final int TRIES = 12;

    private Patience() {}

    /**
     * After nine tries, more than four hours in all, a day.
     *
     * @param tries before the one that just failed
     */
    public static Duration after(int tries) {
        return tries < DOUBLED ? Duration.ofSeconds(30L << tries) : Duration.ofDays(1);
    }

    /** Whether the one that just failed, after so many, was the last: more than three days after the first. */
    public static boolean isOver(int tries) {
        return tries >= TRIES;
    }
}
