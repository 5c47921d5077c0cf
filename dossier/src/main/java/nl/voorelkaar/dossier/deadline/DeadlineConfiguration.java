package nl.voorelkaar.dossier.deadline;

import nl.voorelkaar.consent.WorkingDays;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class DeadlineConfiguration {

    @Bean
    Deadlines deadlines(DeadlineSettings settings) {
        return new Deadlines(FreeDays.netherlands(), settings.rates(), settings.policy(), settings.outages());
    }

    @Bean
    WorkingDays workingDays(Deadlines deadlines) {
        return deadlines.freeDays()::workingDay;
    }
}
