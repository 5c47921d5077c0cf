package nl.voorelkaar.dossier.deadline;

import java.time.Duration;

/**
 * What a municipality chooses, because no law does.
 *
 * @param coolingOffDays how long a signature under a plan can be taken back: 0 to 30 days
 * @param coolingOffRolls whether that term moves on when it ends on a free day
 * @param urgentHours within how many hours help comes that cannot wait
 * @param outageCounts how long the portal must have been down on the last day for that day to count as lost; an outage
 *     in which the term ends always counts
 */
public record DeadlinePolicy(int coolingOffDays, boolean coolingOffRolls, int urgentHours, Duration outageCounts) {

    /** The longest time in which a signature can be taken back. */
    public static final int MOST_COOLING_OFF_DAYS = 30;

    /** 14 days that roll over free days; 24 hours; an hour. */
    public static final DeadlinePolicy USUAL = new DeadlinePolicy(14, true, 24, Duration.ofHours(1));

    public DeadlinePolicy {
        if (coolingOffDays < 0 || coolingOffDays > MOST_COOLING_OFF_DAYS) {
            throw new IllegalArgumentException("bedenktermijn: 0 to 30 days");
        }
        if (urgentHours < 1) {
            throw new IllegalArgumentException("urgent help: one hour or more");
        }
        if (outageCounts.isNegative()) {
            throw new IllegalArgumentException("an outage lasts no negative time");
        }
    }
}
