package nl.voorelkaar.dossier.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.net.URI;
import java.time.Clock;
import nl.voorelkaar.consent.EvidenceSeal;
import nl.voorelkaar.consent.Timestamps;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.envelope.DetachedSignature;
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

    /** Under records, without asking anybody: the log that names a record proves since when it is there. */
    @Bean
    EvidenceSeal evidenceSeal(KeyCustody custody, Clock clock) {
        return content -> DetachedSignature.over(content, custody.sealChain(), clock.instant(), custody::seal);
    }

    /** For what else has to be proven by the same authority. */
    @Bean
    Timestamps timestamps(Clock clock, @Value("${voorelkaar.timestamp.url}") URI address) {
        var authority = new TimestampAuthority(address, clock);
        return digest -> {
            var asked = authority.ask();
            var token = asked.getTimeStampResponse(DigestAlgorithm.SHA256, digest);
            return new Timestamps.Stamp(token.getBytes(), asked.given());
        };
    }
}
