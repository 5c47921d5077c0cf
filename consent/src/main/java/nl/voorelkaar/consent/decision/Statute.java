package nl.voorelkaar.consent.decision;

import static nl.voorelkaar.consent.Role.AANB;
import static nl.voorelkaar.consent.Role.BES;
import static nl.voorelkaar.consent.Role.CM;
import static nl.voorelkaar.consent.Role.FG;
import static nl.voorelkaar.consent.Role.GSP;
import static nl.voorelkaar.consent.Role.JUR;
import static nl.voorelkaar.consent.Role.KCC;
import static nl.voorelkaar.consent.Role.KLB;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Role;

/** The statutory tasks for which a case can be assigned, and the roles that carry them out (DOMAIN §2 and §4). */
public enum Statute {
    ONDERZOEK("Wmo 2.3.2", GSP, CM, KCC),
    SPOED("Wmo 2.3.3", GSP, CM, BES),
    BESCHIKKING("Wmo 2.3.5", GSP, CM, BES),
    PGB("Wmo 2.3.6", BES),
    HERONDERZOEK("Wmo 2.3.9", GSP, CM, BES),
    UITVOERING_DOOR_AANBIEDER("Wmo 5.1.2", AANB),
    VEILIG_THUIS("Wmo 5.2.6", GSP, CM),
    JEUGDHULP("Jeugdwet 2.3", GSP, CM, BES),
    SCHULDHULP("Wgs 3", GSP, BES),
    BEZWAAR("Awb 7:4", JUR),
    HEROVERWEGING("Awb 7:11", BES),
    KLACHT("Awb 9:10", KLB),
    RECHTEN("AVG 12", FG);

    private final String citation;
    private final Set<Role> roles;

    Statute(String citation, Role... roles) {
        this.citation = citation;
        this.roles = Set.of(roles);
    }

    /** As residents read it and as it is stored: {@code Wmo 2.3.2}. */
    public String citation() {
        return citation;
    }

    /** Whether this task can be given to somebody in this role. */
    public boolean isTaskOf(Role role) {
        return roles.contains(role);
    }

    /** Empty for a statute that this product does not know: callers must then refuse. */
    public static Optional<Statute> cited(String citation) {
        return Arrays.stream(values())
                .filter(statute -> statute.citation.equals(citation))
                .findFirst();
    }
}
