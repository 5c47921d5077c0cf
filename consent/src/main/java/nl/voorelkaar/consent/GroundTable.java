package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** On which grounds anybody at work may see what: the table by which every access is decided, to read (DOMAIN §4). */
public interface GroundTable {

    /** What a case opens, by statute and role; in the order of the table. */
    List<ByLaw> byLaw();

    /** What a role can be allowed by consent only; roles that never ask are left out. */
    List<ByConsent> byConsent();

    /**
     * @param statute as it is cited, such as {@code Wmo 2.3.2}
     * @param since the day from which this row holds as it is
     */
    record ByLaw(String statute, Role role, Set<Section> reads, Set<Section> writes, LocalDate since) {}

    /** @param since the day from which this row holds as it is */
    record ByConsent(Role role, Set<Section> sections, LocalDate since) {}
}
