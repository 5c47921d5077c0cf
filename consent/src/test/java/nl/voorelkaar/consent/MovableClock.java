package nl.voorelkaar.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Stands still until a test moves it. */
@Component
public final class MovableClock extends Clock {

    /** A Monday, 9.00 in Amsterdam, in summer time. */
    static final Instant START = Instant.parse("2026-10-05T07:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    void reset() {
        now.set(START);
    }

    void set(Instant instant) {
        now.set(instant);
    }

    void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return CalendarDays.AMSTERDAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource time = this::instant;
        return time.withZone(zone);
    }
}
