package nl.voorelkaar.portal.resident.proof;

import nl.voorelkaar.consent.TransparencyLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when no node seals the log, or lines wait for too long: at {@code /actuator/health/sealing} of the resident face. The other
 * face cannot see it and says that.
 */
@Component("ledgerSealing")
class SealingHealth implements HealthIndicator {

    private final ObjectProvider<TransparencyLog> log;

    SealingHealth(ObjectProvider<TransparencyLog> log) {
        this.log = log;
    }

    @Override
    public Health health() {
        var seen = log.getIfAvailable();
        if (seen == null) {
            return Health.unknown().build();
        }
        return (seen.status().good() ? Health.up() : Health.down()).build();
    }
}
