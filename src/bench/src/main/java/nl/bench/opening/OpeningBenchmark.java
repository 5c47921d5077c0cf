package nl.bench.opening;

import java.util.List;
import nl.bench.dossiers.Order;
import nl.bench.measure.Aim;
import nl.bench.measure.Benchmark;
import nl.bench.measure.DurableCommits;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;

/**
 * How many entries programs open safely in a second, beside what the same database commits and what the same stack
 * reads when nobody is protected, and how much longer one client waits for it, in writes to disk.
 */
public final class OpeningBenchmark implements Benchmark {

    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int ENTRIES = 2;

    private final RunningProduct product;
    private final Report report;
    private final Pace pace;

    public OpeningBenchmark(RunningProduct product, Report report, Pace pace) {
        this.product = product;
        this.report = report;
        this.pace = pace;
    }

    @Override
    public void run() {
        var order = new Order(
                pace.quick() ? 50 : 300,
                ENTRIES,
                SafeOpens.LETTERS,
                RunningProduct.PROGRAMS,
                product.workspace(),
                product.staffIssuer());
        var begin = System.nanoTime();
        var opens = new SafeOpens(product, order.awaitMade(product.orders()));
        report.add("made through the services (dossiers/s)", order.dossiers() / ((System.nanoTime() - begin) / 1e9));
        report.aim("safe opens as a part of durable commits, 32 clients", Aim.atLeast(0.60));
        report.aim("safe opens as a part of unprotected reads, 32 clients", Aim.atLeast(0.80));
        report.aim("added by safety at the median, 1 client (writes to disk)", Aim.atMost(2));
        try (var reads = new UnprotectedReads(product)) {
            warmUp(opens, reads);
            for (var pair = 0; pair < pace.pairs(); pair++) {
                System.out.println("opening, pair " + (pair + 1) + " of " + pace.pairs());
                for (var clients : CLIENTS) {
                    opens.freshTokens();
                    measure(opens, reads, clients, pair % 2 == 0);
                }
            }
        }
    }

    /** Until the compiler of the JVM has seen enough of it, on whatever machine, but not for ever. */
    private void warmUp(SafeOpens opens, UnprotectedReads reads) {
        System.out.println("opening, warming up");
        warmUp(opens, opens::freshTokens);
        warmUp(reads, () -> {});
    }

    private void warmUp(Load.Clients clients, Runnable before) {
        var wanted = pace.quick() ? 2_000 : 20_000;
        var asked = 0;
        for (var stretch = 0; asked < wanted && stretch < (pace.quick() ? 8 : 60); stretch++) {
            before.run();
            asked += Load.of(8, 2, clients).micros().length;
        }
    }

    private void measure(SafeOpens opens, UnprotectedReads reads, int clients, boolean referencesFirst) {
        var of = clients == 1 ? "1 client" : clients + " clients";
        // Briefly and often: what else the machine does changes by the minute.
        var seconds = Math.min(pace.seconds(), pace.quick() ? 2 : 5);
        var commits = referencesFirst ? DurableCommits.rate(product, clients, seconds) : 0;
        var read = referencesFirst ? Load.of(clients, seconds, reads) : null;
        var opened = Load.of(clients, seconds, opens);
        if (!referencesFirst) {
            read = Load.of(clients, seconds, reads);
            commits = DurableCommits.rate(product, clients, seconds);
        }
        report.add("durable commits of one row, " + of + " (1/s)", commits);
        tell("unprotected reads", of, read);
        tell("safe opens", of, opened);
        report.add("safe opens as a part of durable commits, " + of, opened.rate() / commits);
        report.add("safe opens as a part of unprotected reads, " + of, opened.rate() / read.rate());
        if (clients == 1) {
            var disk = DiskWrites.micros(product.orders());
            report.add("one write to disk (us)", disk);
            report.add(
                    "added by safety at the median, 1 client (writes to disk)",
                    (opened.quantile(0.5) - read.quantile(0.5)) / disk);
        }
    }

    private void tell(String what, String of, Load load) {
        report.add(what + ", " + of + " (1/s)", load.rate());
        report.add(what + ", " + of + ": median (ms)", load.quantile(0.5) / 1e3);
        report.add(what + ", " + of + ": 95 in 100 (ms)", load.quantile(0.95) / 1e3);
        report.add(what + ", " + of + ": 99 in 100 (ms)", load.quantile(0.99) / 1e3);
        report.add(what + ", " + of + ": of a processor for each (ms)", load.processorMillis());
    }
}
