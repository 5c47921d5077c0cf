package nl.voorelkaar.consent.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sequencer on a real PostgreSQL, with writers beside it; no application around it. */
class SequencerTests extends SealedWorld {

    private static final int EVENTS = 400;
    private static final int WRITERS = 6;

    private final SealedTrees trees = new SealedTrees(superuser, keys);

    @Test
    void putsEachLineInItsLogOnceAndInOrder() {
        var residents = residents(12);
        for (var round = 0; round < 3; round++) {
            residents.forEach(ledgers::write);
            sequencer.tick();
        }

        assertThat(sequencer.tick()).isZero();
        trees.holds(residents, 3);
    }

    @Test
    void takesALineThatIsCommittedLate() {
        var late = UUID.randomUUID();
        var other = UUID.randomUUID();
        ledgers.write(late, () -> {
            ledgers.write(other);
            assertThat(sequencer.tick()).isEqualTo(1);
        });

        assertThat(sequencer.tick()).isEqualTo(1);
        trees.holds(List.of(late, other), 1);
    }

    @Test
    void doesNotSealPastALineThatIsGone() {
        var resident = UUID.randomUUID();
        for (var line = 1; line <= 3; line++) {
            ledgers.write(resident);
        }
        superuser
                .sql("DELETE FROM consent.audit_pending WHERE resident_id = :r AND seq = 2")
                .param("r", resident)
                .update();
        var other = UUID.randomUUID();
        ledgers.write(other);

        assertThat(sequencer.tick()).isEqualTo(2);
        assertThat(sequencer.tick()).isZero();
        superuser
                .sql("UPDATE consent.audit_pending SET added_at = added_at - interval '1 minute'")
                .update();
        assertThat(sequencer.watch().toSeconds()).isGreaterThan(50);
        assertThat(superuser
                        .sql("SELECT count(*) FROM consent.log WHERE behind_since IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoNodesNeverSealTheSameLog() {
        var resident = UUID.randomUUID();
        ledgers.write(resident);
        assertThat(sequencer.tick()).isEqualTo(1);
        var other = sequencer(new LogDatabase(SEALER));
        ledgers.write(resident);

        assertThat(other.tick()).isZero();

        // The first node is gone without a word: its lease ends.
        superuser
                .sql("UPDATE consent.log SET lease_until = clock_timestamp() - interval '1 second'")
                .update();
        assertThat(other.tick()).isEqualTo(1);
        ledgers.write(resident);
        assertThat(sequencer.tick()).isZero();
        assertThat(other.tick()).isEqualTo(1);
        trees.holds(List.of(resident), 3);
    }

    @Test
    void everyLineOfConcurrentWritersIsInATreeOnceWhileSequencersAreKilled() throws Exception {
        var residents = residents(40);
        var done = new AtomicBoolean();
        var acknowledged = new ConcurrentLinkedQueue<Map.Entry<UUID, Long>>();
        var kept = new ConcurrentLinkedQueue<String>();
        var tasks = new ArrayList<Callable<Void>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            var seed = writer;
            tasks.add(() -> {
                var random = new Random(seed);
                try (var connection = new SingleConnection(DATABASES.residentFace())) {
                    for (var event = 0; event < EVENTS / WRITERS; event++) {
                        var resident = residents.get(random.nextInt(residents.size()));
                        var undone = random.nextInt(5) == 0;
                        var sequence = connection.transaction.execute(status -> {
                            var number = ledgers.insert(connection.sql, resident);
                            if (undone) {
                                status.setRollbackOnly();
                            }
                            return number;
                        });
                        if (!undone) {
                            acknowledged.add(Map.entry(resident, sequence));
                        }
                    }
                }
                return null;
            });
        }
        for (var node = 0; node < 2; node++) {
            var seed = node;
            tasks.add(() -> {
                var random = new Random(seed);
                while (!done.get()) {
                    // Its connection breaks in the middle of things, and it never comes back under this name.
                    try (var connection = new SingleConnection(DATABASES.sealer())) {
                        var mortal = sequencer(new LogDatabase(new Breaking(connection.source, random.nextInt(60))));
                        while (!done.get()) {
                            mortal.tick();
                        }
                    } catch (RuntimeException killed) {
                        superuser
                                .sql(
                                        "UPDATE consent.log SET lease_until = least(lease_until, clock_timestamp()) WHERE log_id = :l")
                                .param("l", random.nextInt(4))
                                .update();
                    }
                }
                return null;
            });
        }
        tasks.add(() -> {
            while (!done.get()) {
                superuser
                        .sql("SELECT note FROM consent.log WHERE note IS NOT NULL")
                        .query(String.class)
                        .list()
                        .forEach(kept::add);
            }
            return null;
        });
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var running = tasks.stream().map(threads::submit).toList();
            for (var writer : running.subList(0, WRITERS)) {
                writer.get();
            }
            done.set(true);
            for (var rest : running) {
                rest.get();
            }
        }
        superuser.sql("UPDATE consent.log SET lease_until = '-infinity'").update();
        sequencer.tick();

        assertThat(superuser
                        .sql("SELECT count(*) FROM consent.audit_pending")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(new HashSet<>(acknowledged)).hasSize(acknowledged.size());
        var perResident = new HashMap<UUID, Integer>();
        acknowledged.forEach(line -> perResident.merge(line.getKey(), 1, Integer::sum));
        perResident.forEach((resident, lines) -> trees.holds(List.of(resident), lines));
        assertThat(superuser
                        .sql("SELECT sum(size) FROM consent.log")
                        .query(Long.class)
                        .single())
                .isEqualTo(acknowledged.size());
        trees.grewFromEach(new HashSet<>(kept));
    }

    private static List<UUID> residents(int count) {
        return IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
    }
}
