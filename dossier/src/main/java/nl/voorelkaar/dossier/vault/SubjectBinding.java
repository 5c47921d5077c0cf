package nl.voorelkaar.dossier.vault;

import java.util.Optional;
import nl.voorelkaar.consent.ResidentId;

/** Which resident a login belongs to, as the first sign-in recorded it. The broker asks it; the dossier answers. */
public interface SubjectBinding {

    /**
     * @param issuer {@code iss} of the ID token
     * @param subject {@code sub} of the ID token
     */
    Optional<ResidentId> residentOf(String issuer, String subject);
}
