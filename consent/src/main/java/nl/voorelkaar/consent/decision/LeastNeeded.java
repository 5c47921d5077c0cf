package nl.voorelkaar.consent.decision;

import static nl.voorelkaar.consent.Section.CONTACT;
import static nl.voorelkaar.consent.Section.DERDEN;
import static nl.voorelkaar.consent.Section.LEEFGEBIEDEN;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VEILIGHEID;

import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;

/**
 * What an emergency opens at most, to whom, and under which article (DOMAIN §2.7). The privacy officer maintains it.
 * Never the resident's own part.
 */
public final class LeastNeeded {

    private static final Set<Role> CRISIS_ROLES = Set.of(Role.GSP, Role.CM);

    private LeastNeeded() {}

    public static boolean opens(Role role) {
        return CRISIS_ROLES.contains(role);
    }

    public static Set<Section> sections(EmergencyReason reason) {
        return switch (reason) {
            case LEVENSGEVAAR -> Set.of(CONTACT, LEEFGEBIEDEN, DERDEN);
            case VEILIGHEID_KIND -> Set.of(CONTACT, DERDEN, VEILIGHEID);
            case CRISIS_24U -> Set.of(CONTACT, LEEFGEBIEDEN, PLAN);
            case ANDERS -> Set.of(CONTACT);
        };
    }

    /** Empty where the vital interest stands alone. */
    public static Optional<Statute> statute(EmergencyReason reason) {
        return switch (reason) {
            case VEILIGHEID_KIND -> Optional.of(Statute.VEILIG_THUIS);
            case CRISIS_24U -> Optional.of(Statute.SPOED);
            case LEVENSGEVAAR, ANDERS -> Optional.empty();
        };
    }
}
