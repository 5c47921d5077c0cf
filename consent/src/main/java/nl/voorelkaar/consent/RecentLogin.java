package nl.voorelkaar.consent;

import java.time.Duration;
import java.time.Instant;

/**
 * When a login is recent enough for what has consequences: giving and stopping access, mandates, an emergency, a
 * signature, erasing. The one rule for both faces (ASVS 7.5.3, step-up).
 */
public final class RecentLogin {

    /** How long ago somebody may have proved who they are; exactly as long ago is recent still. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** How far the identity provider's clock may run ahead of ours. */
    public static final Duration SKEW = Duration.ofMinutes(1);

    private RecentLogin() {}

    /** False as well for a login from after {@code now}: after a clock was set back, one signs in again. */
    public static boolean holds(Instant signedInAt, Instant now) {
        return !signedInAt.isBefore(now.minus(LONGEST)) && !isAhead(signedInAt, now);
    }

    /** Whether a login lies further ahead than clocks may differ, so that it opens nothing at all. */
    public static boolean isAhead(Instant signedInAt, Instant now) {
        return signedInAt.isAfter(now.plus(SKEW));
    }
}
