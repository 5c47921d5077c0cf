package nl.voorelkaar.portal.resident.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.consent.TransparencyLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when no node seals the log, or lines wait for too long: at {@code /actuator/health/sealing} of the resident
 * face. The other face cannot see it and says that.
 */
@Component("ledgerSealing")
class SealingHealth implements HealthIndicator, MeterBinder {

    private final ObjectProvider<TransparencyLog> log;
    private final Clock clock;

    SealingHealth(ObjectProvider<TransparencyLog> log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var seen = log.getIfAvailable();
        if (seen == null) {
            return Health.unknown().build();
        }
        return (seen.status().good() ? Health.up() : Health.down()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        log.ifAvailable(seen -> {
            Gauge.builder("voorelkaar.sealing.running", () -> seen.status().running() ? 1 : 0)
                    .description("Whether some node seals each log")
                    .register(registry);
            Gauge.builder(
                            "voorelkaar.sealing.behind",
                            () -> secondsSince(seen.status().behindSince()))
                    .description("How long lines have waited that wait too long")
                    .baseUnit("seconds")
                    .register(registry);
        });
    }

    private long secondsSince(Optional<Instant> moment) {
        return moment.map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
