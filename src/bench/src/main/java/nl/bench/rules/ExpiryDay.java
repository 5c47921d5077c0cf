package nl.bench.rules;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.bench.measure.Aim;
import nl.bench.measure.Pause;
import nl.bench.measure.Report;
import nl.bench.services.Installation;
import nl.bench.services.Node;
import nl.bench.services.People;
import nl.devservices.postgres.PostgresServer;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.vault.ExpiredKeys;
import nl.voorelkaar.dossier.vault.KeyBroker;

/**
 * All grants of one day end: the chores of that night run, while professionals read other dossiers by grants that last.
 * To read is to get the keys: the decision, its line in the log on disk, the lease, the box and the key of the day. A
 * wait counts from when the reader wanted to begin.
 */
final class ExpiryDay {

    private static final int READS_A_SECOND = 10;
    private static final double LONGEST_MILLIS = 100;
    private static final String WAIT = "a reader waits %s: %s (ms)";
    private static final List<String> PHASES = List.of("on a plain night", "while a day ends");

    private final Installation installation;
    private final Node resident;
    private final Node workspace;
    private final CountedKeys keys;
    private final Report report;

    /** Who reads whose dossier. */
    record Reader(Actor.Professional actor, ResidentId resident) {}

    /** @param keys those of the resident face, whose chores end what is over */
    ExpiryDay(Installation installation, Node resident, Node workspace, CountedKeys keys, Report report) {
        this.installation = installation;
        this.resident = resident;
        this.workspace = workspace;
        this.keys = keys;
        this.report = report;
    }

    /**
     * @param grants that ended with this day, which is over
     * @param seconds for which a plain night is measured
     */
    void run(List<Reader> readers, int grants, LocalDate day, double seconds) throws SQLException {
        keys.custody().addDay(day);
        whileReading(readers, "", () -> Pause.until(System.nanoTime() + (long) (seconds * 5e8)));
        whileReading(readers, PHASES.getFirst(), () -> Pause.until(System.nanoTime() + (long) (seconds * 1e9)));
        report.aim(WAIT.formatted(PHASES.getLast(), "most"), Aim.atMost(LONGEST_MILLIS));
        report.beside(WAIT.formatted(PHASES.getLast(), "most"), WAIT.formatted(PHASES.getFirst(), "most"));
        whileReading(readers, PHASES.getLast(), () -> end(grants, day));
    }

    private void end(int grants, LocalDate day) {
        var begin = System.nanoTime();
        var before = keys.counts();
        var destroyed = resident.bean(ExpiredKeys.class).destroyPassed();
        var after = keys.counts();
        var operations = after.entrySet().stream()
                .mapToLong(count -> count.getValue() - before.getOrDefault(count.getKey(), 0L))
                .sum();
        if (destroyed != 1 || keys.custody().days().contains(day)) {
            throw new IllegalStateException("the key of the day is not gone");
        }
        report.add("grants that end with one day", grants);
        report.aim("keys destroyed for all of them", Aim.atMost(1));
        report.add("keys destroyed for all of them", destroyed);
        report.add("key operations for all of them", operations);
        while (leasesAreLeft(day)) {
            resident.bean(ExpiredKeys.class).destroyPassed();
        }
        report.add("their leases are gone too after (s)", (System.nanoTime() - begin) / 1e9);
        var first = System.nanoTime();
        var ended = resident.bean(DueWork.class).expireDue();
        report.add("written down as ended in one run of the chore", ended);
        report.add("written down as ended (1/s)", ended / ((System.nanoTime() - first) / 1e9));
    }

    private boolean leasesAreLeft(LocalDate day) {
        try (var connection = installation.connect(PostgresServer.KEYSTORE);
                var statement = connection.prepareStatement(
                        "SELECT EXISTS (SELECT FROM keystore.grant_lease WHERE last_day = ?)")) {
            statement.setObject(1, day);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void whileReading(List<Reader> readers, String phase, Runnable work) {
        var done = new AtomicBoolean();
        var waits = Collections.synchronizedList(new ArrayList<Double>());
        try (var threads = Executors.newFixedThreadPool(readers.size())) {
            var reading = readers.stream()
                    .map(reader -> threads.submit(() -> read(reader, done, waits)))
                    .toList();
            try {
                work.run();
            } finally {
                done.set(true);
            }
            reading.forEach(ExpiryDay::await);
        }
        if (!phase.isEmpty()) {
            report.add(WAIT.formatted(phase, "median"), Report.quantile(waits, 0.5));
            report.add(WAIT.formatted(phase, "99 in 100"), Report.quantile(waits, 0.99));
            report.add(WAIT.formatted(phase, "most"), Report.quantile(waits, 1));
        }
    }

    private void read(Reader reader, AtomicBoolean done, List<Double> waits) {
        var broker = workspace.bean(KeyBroker.class);
        var access = Access.read(reader.resident, People.SECTION);
        var begin = System.nanoTime();
        for (var read = 0L; !done.get(); read++) {
            var wanted = begin + read * 1_000_000_000L / READS_A_SECOND;
            Pause.until(wanted);
            broker.open(reader.actor, access).close();
            waits.add((System.nanoTime() - wanted) / 1e6);
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
