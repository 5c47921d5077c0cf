package nl.bench.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import nl.bench.bulk.BulkDossiers;
import nl.bench.measure.Aim;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Pace;
import nl.bench.measure.Pause;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;

/**
 * Whether opening an entry stays as fast with many dossiers as with a thousand: two products, each with a database of
 * its own, opened from in turn. {@code DOSSIERS} in the environment says how many; what an earlier run made is kept.
 */
public final class FlatnessBenchmark implements Benchmark {

    private static final int FEW = 1_000;
    private static final int CLIENTS = 8;
    /** Of so many dossiers entries are opened: more than memory close to the processor holds, and spread over all. */
    private static final int OPENED = 20_000;

    private static final int COUNTED = 500;
    /** After this a process of the database has told what it looked at, in milliseconds. */
    private static final int UNTIL_TOLD = 11_000;

    private final RunningProduct few;
    private final Path folder;
    private final String classPath;
    private final Report report;
    private final Pace pace;
    private final int dossiers;

    /**
     * @param few a product in which some dossiers more do no harm
     * @param folder for the other product
     * @param classPath of the local environment
     */
    public FlatnessBenchmark(RunningProduct few, Path folder, String classPath, Report report, Pace pace) {
        this.few = few;
        this.folder = folder;
        this.classPath = classPath;
        this.report = report;
        this.pace = pace;
        var asked = System.getenv().getOrDefault("DOSSIERS", "");
        this.dossiers = asked.isBlank() ? pace.quick() ? 3_000 : 100_000 : Integer.parseInt(asked);
    }

    @Override
    public void run() {
        try (var many = RunningProduct.startAgain(folder, classPath)) {
            filled(few, FEW);
            filled(many, dossiers);
            compare(many);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void filled(RunningProduct product, int count) {
        var before = product.size();
        var took = took(product);
        var rate = new BulkDossiers(product).fill(count);
        if (rate > 0) {
            report.add("made in bulk, " + of(count) + " (dossiers/s)", rate);
            report.add(
                    "of a processor for each, " + of(count) + " (ms)",
                    took(product).minus(took).toNanos() / 1e6 / count);
            report.add("on disk for each, " + of(count) + " (kB)", (product.size() - before) / 1e3 / count);
        }
        var begin = System.nanoTime();
        product.awaitSealed();
        report.add("and then sealed after, " + of(count) + " (s)", (System.nanoTime() - begin) / 1e9);
    }

    /** What this process and the product took of the processors until now. */
    private static Duration took(RunningProduct product) {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .plus(product.processorTime());
    }

    private void compare(RunningProduct many) {
        var with = "safe opens with " + of(dossiers);
        var beside = "safe opens with " + of(FEW);
        report.aim(with + " (1/s)", Aim.atLeast(0.95).times(beside + " (1/s)"));
        report.aim(with + ": 99 in 100 (ms)", Aim.atMost(1.10).times(beside + ": 99 in 100 (ms)"));
        var of = new SafeOpens(many, new BulkDossiers(many).openings(OPENED));
        var ofFew = new SafeOpens(few, new BulkDossiers(few).openings(OPENED));
        warmUp(of);
        warmUp(ofFew);
        for (var pair = 0; pair < pace.pairs(); pair++) {
            if (pair % 2 == 0) {
                measure(beside, ofFew);
                measure(with, of);
            } else {
                measure(with, of);
                measure(beside, ofFew);
            }
        }
        report.beside("pages looked at for one, of " + of(dossiers), "pages looked at for one, of " + of(FEW));
        report.add("pages looked at for one, of " + of(FEW), pages(few, ofFew));
        report.add("pages looked at for one, of " + of(dossiers), pages(many, of));
    }

    private void warmUp(SafeOpens opens) {
        opens.freshTokens();
        Load.of(CLIENTS, pace.quick() ? 4 : 40, opens);
    }

    private void measure(String what, SafeOpens opens) {
        opens.freshTokens();
        var load = Load.of(CLIENTS, Math.min(pace.seconds(), 10), opens);
        report.add(what + " (1/s)", load.rate());
        report.add(what + ": median (ms)", load.quantile(0.5) / 1e3);
        report.add(what + ": 99 in 100 (ms)", load.quantile(0.99) / 1e3);
    }

    /** By one client, without what the product looks at by itself meanwhile: that was counted just before. */
    private static double pages(RunningProduct product, SafeOpens opens) {
        opens.freshTokens();
        var begin = product.pagesLookedAt();
        Pause.millis(UNTIL_TOLD);
        var alone = product.pagesLookedAt() - begin;
        var before = product.pagesLookedAt();
        var started = System.nanoTime();
        try (var client = opens.one(0)) {
            for (var open = 0; open < COUNTED; open++) {
                client.ask();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Pause.millis(UNTIL_TOLD);
        var rests = (System.nanoTime() - started) / 1e6 / UNTIL_TOLD;
        return (product.pagesLookedAt() - before - alone * rests) / COUNTED;
    }

    private static String of(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', ' ') + " dossiers";
    }
}
