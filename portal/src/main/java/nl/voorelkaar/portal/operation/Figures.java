package nl.voorelkaar.portal.operation;

import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Which figures are kept: those in this list, and of a face's addresses no more than it has. */
@Configuration(proxyBeanMethods = false)
class Figures {

    private static final List<String> KEPT = List.of(
            "voorelkaar.",
            "http.server.requests",
            "http.client.requests",
            "jvm.",
            "process.",
            "system.",
            "disk.",
            "hikaricp.",
            "logback.",
            "application.");

    /** More patterns than this and somebody makes them up. */
    private static final int ADDRESSES = 200;

    @Bean
    MeterFilter onlyWhatWasChosen() {
        return MeterFilter.denyUnless(meter -> KEPT.stream().anyMatch(meter.getName()::startsWith));
    }

    @Bean
    MeterFilter noMoreAddressesThanThereAre() {
        return MeterFilter.maximumAllowableTags("http.server.requests", "uri", ADDRESSES, MeterFilter.deny());
    }

    /** One step of a filter chain is no figure of ours, and each would cost every request. */
    @Bean
    SecurityObservationSettings noStepsOfTheFilterChain() {
        return SecurityObservationSettings.noObservations();
    }
}
