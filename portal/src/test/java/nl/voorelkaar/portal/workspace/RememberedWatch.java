package nl.voorelkaar.portal.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.PrivacyWatch;

/** What the privacy officer watches, in memory. */
final class RememberedWatch implements PrivacyWatch {

    private static final Instant KNOWN = Instant.parse("2026-10-05T08:00:00Z");

    final List<DayOfUse> days = new ArrayList<>();
    final List<FoundBreach> breaches = new ArrayList<>();

    @Override
    public List<DayOfUse> standsOut(Actor.Professional officer) {
        return List.copyOf(days);
    }

    @Override
    public int forget() {
        return 0;
    }

    @Override
    public List<FoundBreach> found(Actor.Professional officer) {
        return List.copyOf(breaches);
    }

    @Override
    public void found(Actor.Professional officer, UUID id, Justification what) {
        breaches.add(new FoundBreach(id, what, KNOWN, KNOWN.plus(Emergencies.TO_REPORT), Optional.empty()));
    }

    @Override
    public void close(Actor.Professional officer, UUID id, boolean reported, Justification words) {
        breaches.replaceAll(breach -> breach.id().equals(id)
                ? new FoundBreach(
                        id,
                        breach.what(),
                        breach.knownAt(),
                        breach.reportBefore(),
                        Optional.of(new Breach.Closing(reported, KNOWN, words)))
                : breach);
    }
}
