package nl.voorelkaar.portal.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import nl.voorelkaar.consent.Face;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when a notice has been due for five minutes and no node of the resident face took it up: in
 * {@code /actuator/health/notices}, beside whether the mail server answers. The other face does not send, and has it
 * not.
 */
@Component("noticeQueue")
@Face.OnResident
class NoticeHealth implements HealthIndicator, MeterBinder {

    private static final Duration TOO_LATE = Duration.ofMinutes(5);

    private final Outbox outbox;

    NoticeHealth(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        return (outbox.queue().late().compareTo(TOO_LATE) < 0 ? Health.up() : Health.down()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("voorelkaar.notices.late", () -> outbox.queue().late().toSeconds())
                .description("How long the first notice that is due has been due")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("voorelkaar.notices.again", () -> outbox.queue().triedAgain())
                .description("Notices that wait for another try")
                .register(registry);
    }
}
