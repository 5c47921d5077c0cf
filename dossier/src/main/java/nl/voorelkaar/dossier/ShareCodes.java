package nl.voorelkaar.dossier;

import java.time.Duration;
import java.time.Instant;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;

/**
 * Short-lived codes that a resident hands to a professional so that the professional can ask for access, and no more.
 */
public interface ShareCodes {

    Duration VALID = Duration.ofHours(1);

    /** The live code of this resident; makes one when there is none. */
    ShareCode current(Actor.Resident actor);

    /** Ends the live code and makes a new one. */
    ShareCode renew(Actor.Resident actor);

    /**
     * @param code as typed: case, blanks and hyphens do not matter
     * @return whose code it is
     * @throws nl.voorelkaar.consent.AccessRefused when the role neither asks residents nor assigns cases, or the login
     *     is not sure enough; nothing was looked up
     * @throws CodeRefused when unknown, expired, or tried too often; unknown and expired look the same
     */
    ResidentId redeem(Actor.Professional actor, String code);

    /** @param text as shown, such as {@code 7KQ4-M2XP} */
    record ShareCode(String text, Instant expiresAt) {

        @Override
        public String toString() {
            return "ShareCode[redacted]";
        }
    }

    final class CodeRefused extends RuntimeException {

        private final boolean tooManyTries;

        public CodeRefused(boolean tooManyTries) {
            super("code refused");
            this.tooManyTries = tooManyTries;
        }

        public boolean tooManyTries() {
            return tooManyTries;
        }
    }
}
