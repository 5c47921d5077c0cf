package nl.voorelkaar.dossier.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The penalty that runs after a valid notice of default (Awb 4:17).
 *
 * @param grace the two weeks in which the municipality can still decide for free
 * @param firstDay the first day that costs money: the day after those two weeks
 * @param lastDay the 42nd day, if no decision comes; free days play no part (Awb 4:17 lid 1)
 */
public record Penalty(Deadline grace, LocalDate firstDay, LocalDate lastDay, PenaltyRates rates) {

    /** On how many days there was no decision before this day; the day of the decision itself costs nothing. */
    public int daysBefore(LocalDate decided) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(firstDay, decided), 0, PenaltyRates.MOST_DAYS);
    }

    /** What is due when a decision is made known on this day, or has grown to before this day. */
    public BigDecimal due(LocalDate decided) {
        return rates.over(firstDay, daysBefore(decided));
    }

    /** What is due when no decision comes at all. */
    public BigDecimal most() {
        return rates.over(firstDay, PenaltyRates.MOST_DAYS);
    }

    /**
     * The part of each applicant: equal, in whole cents, rounded up so that nobody gets less than a part (Awb 4:17 lid
     * 7).
     */
    public static BigDecimal share(BigDecimal total, int applicants) {
        return total.divide(BigDecimal.valueOf(applicants), 2, RoundingMode.UP);
    }
}
