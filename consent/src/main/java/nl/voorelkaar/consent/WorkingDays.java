package nl.voorelkaar.consent;

import java.time.LocalDate;

/**
 * Days that are no Saturday, Sunday or holiday. The dossier's deadlines provide it: one calendar for the whole product.
 */
public interface WorkingDays {

    /**
     * Counts on from a day that itself does not count.
     *
     * @param days 1 or more
     */
    LocalDate after(LocalDate day, int days);
}
