package nl.voorelkaar.dossier.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;

/**
 * How long what is kept, in one list, with the article it comes from and the day from which we apply it. A rule that
 * changes gets a new name and a new day; the names are stored.
 */
public enum KeepingRule {
    /** Fifteen years after the last change (Wmo 5.3.4). */
    WMO(
            EnumSet.of(
                    Section.CONTACT,
                    Section.MELDING,
                    Section.LEEFGEBIEDEN,
                    Section.DERDEN,
                    Section.PLAN,
                    Section.SCHULDEN,
                    Section.BESLUITEN),
            Period.ofYears(15),
            "Wmo 5.3.4",
            LocalDate.of(2026, 1, 1)),
    /** Reports about safety: twenty years (Wmo 5.3.4). */
    VEILIG_THUIS(EnumSet.of(Section.VEILIGHEID), Period.ofYears(20), "Wmo 5.3.4", LocalDate.of(2026, 1, 1)),
    /**
     * Complaints, and requests about data. No law names a term: as long as the file that they are about, so that an
     * answer can be found as long as what it was about. A selection list of the municipality may say otherwise: then
     * this list follows.
     */
    KLACHTEN(
            EnumSet.of(Section.KLACHT, Section.PRIVACY),
            Period.ofYears(15),
            "Archiefwet 1995 3",
            LocalDate.of(2026, 1, 1)),
    /**
     * <i>Mijn deel</i> of who died: nobody can open it any more, and nobody inherits it. A year, in which a mistake in
     * the register of persons comes to light. Not an archive, so nobody approves it.
     */
    OVERLIJDEN(Section.in(Zone.MIJN_DEEL), Period.ofYears(1), "AVG 5 lid 1 onder e", LocalDate.of(2026, 1, 1));

    private final Set<Section> sections;
    private final Period term;
    private final String article;
    private final LocalDate validFrom;

    KeepingRule(Set<Section> sections, Period term, String article, LocalDate validFrom) {
        this.sections = Set.copyOf(sections);
        this.term = term;
        this.article = article;
        this.validFrom = validFrom;
    }

    /** By the destruction list; the other goes by itself. */
    public static List<KeepingRule> listed() {
        return List.of(WMO, VEILIG_THUIS, KLACHTEN);
    }

    public Set<Section> sections() {
        return sections;
    }

    public Period term() {
        return term;
    }

    public String article() {
        return article;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** What changed last before this moment need not be kept today; nothing before the rule applies. */
    Instant restedBefore(LocalDate today) {
        return today.isBefore(validFrom)
                ? Instant.EPOCH
                : CalendarDays.endOf(today.minus(term).minusDays(1));
    }
}
