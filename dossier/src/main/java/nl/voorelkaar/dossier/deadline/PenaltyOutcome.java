package nl.voorelkaar.dossier.deadline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a penalty comes to.
 *
 * @param penalty when it runs; null without a notice, or when the notice came too early
 * @param possibleFrom when the notice came too early, the first day on which one works; else null
 * @param days how many days cost money, 0 to 42
 * @param amount in euro over those days
 */
public record PenaltyOutcome(
        @Nullable Penalty penalty, @Nullable LocalDate possibleFrom, int days, BigDecimal amount, List<Step> steps) {

    public PenaltyOutcome {
        steps = List.copyOf(steps);
    }

    /** The last day to decide for free; null without a valid notice. */
    public @Nullable Deadline grace() {
        return penalty == null ? null : penalty.grace();
    }
}
