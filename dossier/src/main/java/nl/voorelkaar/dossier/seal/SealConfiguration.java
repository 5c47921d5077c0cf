package nl.voorelkaar.dossier.seal;

import java.net.URI;
import java.time.Clock;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("voorelkaar.face")
class SealConfiguration {

    @Bean
    DocumentSeal documentSeal(
            KeyCustody custody,
            Clock clock,
            @Value("${voorelkaar.timestamp.url}") URI timestamps,
            @Value("${voorelkaar.municipality.name}") String municipality) {
        return new PadesSeal(custody, new TimestampAuthority(timestamps, clock), clock, municipality);
    }
}
