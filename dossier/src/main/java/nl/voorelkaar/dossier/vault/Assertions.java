package nl.voorelkaar.dossier.vault;

import java.time.Instant;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;

/** Verifies what an identity provider signed, against that provider's own keys and not the portal's word. */
public interface Assertions {

    /**
     * Signature, issuer, audience, assurance level and age of the login (8 hours from {@code auth_time}).
     *
     * @throws nl.voorelkaar.consent.AccessRefused when anything of it does not hold
     */
    Subject verify(Assertion assertion);

    /** Who signed in, in the words of that provider. Pairwise: means nothing elsewhere. */
    record Subject(String issuer, String subject, AssuranceLevel level, Instant signedInAt) {

        @Override
        public String toString() {
            return "Subject[redacted]";
        }
    }
}
