package nl.voorelkaar.portal.chores;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PrivacyWatch;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.dossier.Removals;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.dossier.erasure.Retention;
import nl.voorelkaar.dossier.procedure.ProcedureAlarms;
import nl.voorelkaar.dossier.vault.ExpiredKeys;
import nl.voorelkaar.portal.persons.RegisterWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs what is due on one of the nodes of the resident face, a few times a minute. The rhythm goes by the machine's
 * time, what is due goes by the product's clock: so a clock that jumps, forwards or backwards, never keeps the work
 * waiting.
 */
@Component
@Face.OnResident
class Chores {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final Duration RHYTHM = Duration.ofSeconds(20);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    @Autowired
    Chores(
            DataSource database,
            DueWork consent,
            Removals removals,
            Erasures erasures,
            Retention retention,
            Drafts drafts,
            ExpiredKeys keys,
            ProcedureAlarms alarms,
            PrivacyWatch watch,
            RegisterWatch register,
            ObservationRegistry observations) {
        this(
                database,
                RHYTHM,
                List.of(
                        new Chore("expire", consent::expireDue),
                        new Chore("remind", consent::remindDue),
                        new Chore("lapse", consent::lapseDue),
                        new Chore("emergencies", consent::emergenciesDue),
                        new Chore("procedures", alarms::takeDue),
                        new Chore("purge-removed", removals::purgeRemoved),
                        new Chore("list-rested", retention::listRested),
                        new Chore("erase", erasures::eraseDue),
                        new Chore("sweep-drafts", drafts::sweep),
                        new Chore("destroy-day-keys", keys::destroyPassed),
                        new Chore("forget-counts", watch::forget),
                        new Chore("hear-register", register::round),
                        // In a copy of more than a day old this was due long ago, so it runs at once. For a younger
                        // one, whoever puts it back sees to that: see the runbook.
                        new Chore("reconcile-erased", erasures::reconcile, Duration.ofDays(1))),
                observations);
    }

    /** @param rhythm how long each chore rests after it was done */
    Chores(DataSource database, Duration rhythm, List<Chore> chores, ObservationRegistry observations) {
        scheduler = Scheduler.create(database)
                .startTasks(chores.stream()
                        .map(chore -> chore.every(rhythm, observations))
                        .toList())
                .tableName("portal.scheduled_tasks")
                .serializer(new NoData())
                .pollingInterval(rhythm.compareTo(LONGEST_POLL) < 0 ? rhythm : LONGEST_POLL)
                .threads(2)
                .shutdownMaxWait(Duration.ofSeconds(15))
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    /**
     * @param work returns how much there was to do
     * @param atLeast how long it rests at least
     */
    record Chore(String name, IntSupplier work, Duration atLeast) {

        Chore(String name, IntSupplier work) {
            this(name, work, Duration.ZERO);
        }

        private RecurringTask<Void> every(Duration rhythm, ObservationRegistry observations) {
            var rest = rhythm.compareTo(atLeast) < 0 ? atLeast : rhythm;
            return Tasks.recurring(name, FixedDelay.of(rest)).execute((instance, context) -> {
                var done = Observation.createNotStarted("voorelkaar.chore", observations)
                        .lowCardinalityKeyValue("chore", name)
                        .observe(work::getAsInt);
                if (done > 0) {
                    LOG.info("{}: {}", name, done);
                }
            });
        }
    }

    /** Chores carry no data, so nothing is ever read back as an object from the database. */
    private static final class NoData implements Serializer {

        @Override
        public byte[] serialize(@org.jspecify.annotations.Nullable Object data) {
            if (data != null) {
                throw new IllegalArgumentException("chores carry no data");
            }
            return new byte[0];
        }

        @Override
        @org.jspecify.annotations.Nullable
        public <T> T deserialize(Class<T> type, byte @org.jspecify.annotations.Nullable [] stored) {
            return null;
        }
    }
}
