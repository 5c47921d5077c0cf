package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * What is shared: which sections, with which rights, until which day, with or without the team.
 *
 * @param sections at least one
 * @param rights at least {@link Right#READ}
 * @param until last day, up to and including 24:00 Europe/Amsterdam
 * @param team whether colleagues of the same team may look when the professional is absent
 */
public record Terms(Set<Section> sections, Set<Right> rights, LocalDate until, boolean team) {

    /** The longest that anything is shared. */
    public static final Period LONGEST = Period.ofMonths(12);

    /** What is proposed when nobody chooses. */
    public static final Period USUAL = Period.ofMonths(6);

    public Terms {
        sections = Set.copyOf(sections);
        rights = Set.copyOf(rights);
    }

    /** Whether this opens nothing that {@code other} does not open. */
    public boolean within(Terms other) {
        return other.sections.containsAll(sections)
                && other.rights.containsAll(rights)
                && !until.isAfter(other.until)
                && (other.team || !team);
    }
}
