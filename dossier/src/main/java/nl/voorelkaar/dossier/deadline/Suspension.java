package nl.voorelkaar.dossier.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a term of the municipality stands still (Awb 4:15, 7:10 lid 2).
 *
 * @param from the day on which something was asked, or for other causes the first day of standing still
 * @param until the day on which it was supplied or the time for it ran out, or for other causes the last day of
 *     standing still; null while the term stands still
 */
public record Suspension(
        Cause cause, LocalDate from, @Nullable LocalDate until) {

    /** Why a term stands still. */
    public enum Cause {
        /**
         * Something is missing and the resident was asked for it: from the day after, until the day that it was
         * supplied.
         */
        ASKED_FOR_MORE,
        /** The resident agreed in writing to wait. */
        AGREED_TO_WAIT,
        /** The delay is the resident's. */
        OWN_DELAY,
        /** Force majeure: the municipality tells so, and when it will decide. */
        FORCE_MAJEURE
    }

    public Suspension {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a term does not move on before it stood still");
        }
    }

    /**
     * Asked on one day and supplied, or the time for it ran out, on another. Neither day is a day of standing still.
     */
    public static Suspension asked(LocalDate asked, LocalDate supplied) {
        return new Suspension(Cause.ASKED_FOR_MORE, asked, supplied);
    }

    /** Asked, and nothing came yet. */
    public static Suspension waiting(LocalDate asked) {
        return new Suspension(Cause.ASKED_FOR_MORE, asked, null);
    }

    boolean open() {
        return until == null;
    }

    LocalDate first() {
        return cause == Cause.ASKED_FOR_MORE ? from.plusDays(1) : from;
    }

    /** Before {@link #first()} when no day of standing still lies between. */
    @Nullable
    LocalDate last() {
        return until == null ? null : cause == Cause.ASKED_FOR_MORE ? until.minusDays(1) : until;
    }

    Article article(Rule rule) {
        if (rule == Rule.DECISION_ON_OBJECTION) {
            return Article.awb("7:10", cause == Cause.ASKED_FOR_MORE ? 2 : 4);
        }
        return Article.awb("4:15", cause == Cause.ASKED_FOR_MORE ? 1 : 2);
    }
}
