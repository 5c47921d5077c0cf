package nl.voorelkaar.consent.emergency;

import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the clock does to emergency access: ends it, tells of it, and calls a review late. */
@Configuration(proxyBeanMethods = false)
class EmergencyClock {

    @Bean
    DueHandler emergencyEnds(EmergencyBook book) {
        return on(DueKind.EMERGENCY_ENDS, book::endDue);
    }

    @Bean
    DueHandler emergencyTold(EmergencyBook book) {
        return on(DueKind.EMERGENCY_TOLD, book::tellDue);
    }

    @Bean
    DueHandler emergencyReview(EmergencyBook book) {
        return on(DueKind.EMERGENCY_REVIEW, book::callOverdue);
    }

    private static DueHandler on(DueKind kind, Work work) {
        return new DueHandler() {
            @Override
            public DueKind kind() {
                return kind;
            }

            @Override
            public boolean done(ResidentId resident, UUID subject) {
                return work.done(resident, subject);
            }
        };
    }

    private interface Work {
        boolean done(ResidentId resident, UUID subject);
    }
}
