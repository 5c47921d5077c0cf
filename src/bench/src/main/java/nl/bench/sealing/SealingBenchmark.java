package nl.bench.sealing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import nl.bench.measure.Benchmark;
import nl.bench.measure.DurableCommits;
import nl.bench.measure.Pace;
import nl.bench.measure.Pause;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;
import nl.bench.pages.Visitor;

/**
 * Whether sealing keeps up with 5 000 lines a second while residents open pages, and how fast it is at most, beside the
 * rate at which the same database takes the same lines when nobody seals them.
 */
public final class SealingBenchmark implements Benchmark {

    private static final double PROMISED = 5_000;
    private static final int WRITERS = 2;
    private static final int PAGES_A_SECOND = 5;
    private static final List<String> PERSONAS = List.of("P01", "P02");
    private static final List<String> PAGES = List.of("mijn", "mijn/logboek", "mijn/toegang");

    private final RunningProduct product;
    private final Report report;
    private final double seconds;
    private final int pairs;
    private final List<Visitor> visitors;

    public SealingBenchmark(RunningProduct product, Report report, Pace pace) {
        this.product = product;
        this.report = report;
        this.seconds = pace.seconds();
        this.pairs = pace.pairs();
        this.visitors = PERSONAS.stream()
                .map(persona -> Visitor.signedIn(product, persona))
                .toList();
    }

    @Override
    public void run() {
        try (var feed = new LineFeed(product, WRITERS)) {
            warmUp(feed);
            for (var pair = 0; pair < pairs; pair++) {
                var first = pair % 2 == 0;
                System.out.println("sealing, pair " + (pair + 1) + " of " + pairs);
                report.add(
                        "durable commits of one row, 8 clients, nothing else (1/s)",
                        DurableCommits.rate(product, 8, 2));
                var plain = first ? plain(feed) : 0;
                var sealing = sealing(feed);
                plain = first ? plain : plain(feed);
                report.add("sealed lines as a part of plain inserts", sealing / plain);
                keepingUp(feed);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void warmUp(LineFeed feed) {
        System.out.println("sealing, warming up");
        whilePagesAreServed("", () -> feed.write(PROMISED, Math.max(5, seconds / 2)));
        drain();
    }

    private double plain(LineFeed feed) {
        product.pauseSealing();
        var rate = whilePagesAreServed("plain inserts", () -> feed.write(Double.POSITIVE_INFINITY, seconds) / seconds);
        report.add("plain inserts, nobody seals, pages served (lines/s)", rate);
        var waiting = System.nanoTime();
        var before = product.sealed();
        product.resumeSealing();
        drain();
        report.add(
                "sealing what waited, nobody writes (lines/s)",
                (product.sealed() - before) / ((System.nanoTime() - waiting) / 1e9));
        return rate;
    }

    private double sealing(LineFeed feed) {
        var begin = System.nanoTime();
        var lines = whilePagesAreServed("sealing at most", () -> feed.write(Double.POSITIVE_INFINITY, seconds));
        drain();
        var rate = lines / ((System.nanoTime() - begin) / 1e9);
        report.add("inserted as fast as possible and all sealed, pages served (lines/s)", rate);
        return rate;
    }

    private void keepingUp(LineFeed feed) {
        var waits = Collections.synchronizedList(new ArrayList<Double>());
        var done = new AtomicBoolean();
        try (var thread = Executors.newSingleThreadExecutor()) {
            var watching = thread.submit(() -> {
                while (!done.get()) {
                    waits.add(product.oldestWait());
                    Pause.millis(100);
                }
            });
            var lines = whilePagesAreServed("5 000 lines/s", () -> feed.write(PROMISED, seconds));
            var left = System.nanoTime();
            drain();
            done.set(true);
            result(watching);
            report.add("5 000 lines/s: written (lines/s)", lines / seconds);
            report.add("5 000 lines/s: sealed after the last was written (s)", (System.nanoTime() - left) / 1e9);
        }
        report.add("5 000 lines/s: oldest line waits, median (s)", Report.quantile(waits, 0.5));
        report.add("5 000 lines/s: oldest line waits, most (s)", Report.quantile(waits, 1));
    }

    private void drain() {
        while (!product.allSealed()) {
            Pause.millis(5);
        }
    }

    /** Residents open pages meanwhile, at a pace of their own. */
    private double whilePagesAreServed(String name, DoubleSupplier work) {
        var done = new AtomicBoolean();
        var took = Collections.synchronizedList(new ArrayList<Double>());
        try (var threads = Executors.newFixedThreadPool(visitors.size())) {
            var visiting = visitors.stream()
                    .map(visitor -> threads.submit(() -> visit(visitor, done, took)))
                    .toList();
            double result;
            try {
                result = work.getAsDouble();
            } finally {
                done.set(true);
            }
            visiting.forEach(SealingBenchmark::result);
            if (!name.isEmpty()) {
                report.add(name + ": page there, median (ms)", Report.quantile(took, 0.5));
                report.add(name + ": page there, 99 in 100 (ms)", Report.quantile(took, 0.99));
            }
            return result;
        }
    }

    private static void visit(Visitor visitor, AtomicBoolean done, List<Double> took) {
        var begin = System.nanoTime();
        for (var page = 0; !done.get(); page++) {
            Pause.until(begin + page * 1_000_000_000L / PAGES_A_SECOND);
            took.add(visitor.open(PAGES.get(page % PAGES.size())));
        }
    }

    private static <T> T result(Future<T> of) {
        try {
            return of.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
