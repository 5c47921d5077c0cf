package nl.voorelkaar.dossier.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step from what happened to the last day.
 *
 * @param key of the sentence in {@link DeadlineWords}; what it fills in is in {@code arguments}
 * @param day where the calculation stands after this step; null for a step that stands on no day
 */
public record Step(Kind kind, Article article, @Nullable LocalDate day, String key, List<Argument> arguments) {

    /** What a step does. */
    public enum Kind {
        /** What happened, on which day; the term begins the day after. */
        EVENT,
        /** The first sending failed, so that the second counts. */
        SENT_AGAIN,
        /** So much later. */
        LENGTH,
        /** So much earlier. */
        BACKWARDS,
        /** The municipality took more time, once. */
        EXTENDED,
        /** The term stood still. */
        SUSPENDED,
        /** The term stands still now: the day moves on with every day. */
        STANDS_STILL,
        /** What should make it stand still came when the term was over. */
        SUSPENDED_TOO_LATE,
        /** All agreed to a later day. */
        AGREED,
        /** The day is free. */
        FREE,
        /** So the next ordinary day counts. */
        ROLLED,
        /** The term had too few ordinary days. */
        TOO_FEW_ORDINARY_DAYS,
        /** The day is free, but this term ends on it all the same. */
        STAYS,
        /** The portal did not work on the last day. */
        OUTAGE,
        /** The outcome. */
        LAST,
        /** A royal decree may still name days that move the outcome to a later day. */
        CALENDAR_OPEN,
        /** What follows when the municipality lets the term pass. */
        PENALTY
    }

    public Step {
        arguments = List.copyOf(arguments);
    }

    static Step of(Kind kind, Article article, LocalDate day, Argument... arguments) {
        return new Step(
                kind,
                article,
                day,
                "step." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                List.of(arguments));
    }

    static Step named(Kind kind, String key, Article article, @Nullable LocalDate day, Argument... arguments) {
        return new Step(kind, article, day, key, List.of(arguments));
    }
}
