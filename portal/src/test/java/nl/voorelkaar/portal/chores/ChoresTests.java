package nl.voorelkaar.portal.chores;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.devservices.postgres.TestPostgres;
import nl.voorelkaar.portal.PortalSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a real table, with the role of the resident face. */
@ExtendWith(OutputCaptureExtension.class)
class ChoresTests {

    private static final long PATIENCE = 60;
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);

    private final DataSource database = TestPostgres.shared()
            .databases("portal_only", fresh -> PortalSchema.migrate(fresh.owner()))
            .residentFace();
    private final List<Chores> nodes = new java.util.ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Chores::stop);
    }

    @Test
    void everyChoreIsDoneAgainAndAgainAlsoAfterOneThatFailed(CapturedOutput log) throws InterruptedException {
        var failed = new CountDownLatch(2);
        var done = new CountDownLatch(2);

        node(
                SHORT,
                new Chores.Chore("fails", () -> {
                    failed.countDown();
                    throw new IllegalStateException("geheim");
                }),
                new Chores.Chore("works", () -> {
                    done.countDown();
                    return 3;
                }));

        assertThat(failed.await(PATIENCE, TimeUnit.SECONDS)).as("tried again").isTrue();
        assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).as("done again").isTrue();
        assertThat(log).contains("works: 3");
    }

    @Test
    void ofTwoNodesOneDoesAChore() throws InterruptedException {
        var turns = new AtomicInteger();
        var lastOfBoth = new CountDownLatch(2);
        var shared = new Chores.Chore("shared", turns::incrementAndGet);

        node(LONG, shared, new Chores.Chore("z-first", () -> count(lastOfBoth)));
        node(LONG, shared, new Chores.Chore("z-second", () -> count(lastOfBoth)));

        assertThat(lastOfBoth.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        nodes.forEach(Chores::stop);
        assertThat(turns).hasValue(1);
    }

    @Test
    void nothingIsKeptButWhenAndHowItWent() throws InterruptedException {
        var done = new CountDownLatch(1);

        node(LONG, new Chores.Chore("works", () -> count(done)));

        assertThat(done.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        nodes.forEach(Chores::stop);
        assertThat(JdbcClient.create(database)
                        .sql("select coalesce(length(task_data), 0) from portal.scheduled_tasks")
                        .query(Integer.class)
                        .list())
                .containsOnly(0);
    }

    private static int count(CountDownLatch latch) {
        latch.countDown();
        return 0;
    }

    private void node(Duration rhythm, Chores.Chore... chores) {
        var node = new Chores(database, rhythm, List.of(chores), ObservationRegistry.NOOP);
        nodes.add(node);
        node.start();
    }
}
