package nl.voorelkaar.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the privacy officer watches besides emergency access. All methods throw {@link AccessRefused} for anybody else.
 *
 * <p>Not guaranteed: that somebody did wrong. Nobody learns here whose dossier it was; that is in the log of the
 * resident.
 */
public interface PrivacyWatch {

    /** Counts are kept this long. */
    Duration KEPT = Duration.ofDays(90);

    /** From this many dossiers on a day, a day stands out. */
    int MANY_DOSSIERS = 40;

    /** From this many refused attempts on a day. */
    int MANY_REFUSALS = 5;

    /** Days on which the use by one professional stands out, the newest first; at most 500. */
    List<DayOfUse> standsOut(Actor.Professional officer);

    /** Destroys counts that are older than {@link #KEPT}. @return how many */
    int forget();

    /** Found otherwise than in the review of an emergency access, those to be reported first; at most 200. */
    List<FoundBreach> found(Actor.Professional officer);

    /** A breach came to light, now: the 72 hours begin. Idempotent. @param id chosen by the caller */
    void found(Actor.Professional officer, UUID id, Justification what);

    /** It was reported, or not, and why. What is closed stays as it is. */
    void close(Actor.Professional officer, UUID id, boolean reported, Justification words);

    /**
     * @param dossiers looked into
     * @param odd of those, at night or in a weekend, see {@link OddHours}
     * @param refused attempts
     * @param asked dossiers of residents who asked that every look stands out, see {@link CloserWatch}
     * @param near dossiers of residents in the street of who looked
     */
    record DayOfUse(Party by, LocalDate day, int dossiers, int odd, int refused, int asked, int near) {}

    /** @param reportBefore 72 hours after {@code knownAt}, exclusive */
    record FoundBreach(
            UUID id, Justification what, Instant knownAt, Instant reportBefore, Optional<Breach.Closing> closing) {}
}
