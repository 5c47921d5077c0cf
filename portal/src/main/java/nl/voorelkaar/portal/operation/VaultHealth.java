package nl.voorelkaar.portal.operation;

import java.util.function.BooleanSupplier;
import nl.voorelkaar.dossier.vault.VaultPulse;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts of readiness: a face that cannot release keys can open nothing, and is sent nobody. */
@Configuration(proxyBeanMethods = false)
class VaultHealth {

    @Bean
    HealthIndicator keystoreDatabase(VaultPulse pulse) {
        return upWhen(pulse::keystoreAnswers);
    }

    @Bean
    HealthIndicator keyCustody(VaultPulse pulse) {
        return upWhen(pulse::custodyOpens);
    }

    private static HealthIndicator upWhen(BooleanSupplier good) {
        return () -> (good.getAsBoolean() ? Health.up() : Health.down()).build();
    }
}
