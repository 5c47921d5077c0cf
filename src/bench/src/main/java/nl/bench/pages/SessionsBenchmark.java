package nl.bench.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import nl.bench.measure.Aim;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Pace;
import nl.bench.measure.Pause;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;

/**
 * What somebody who is signed in costs, and how soon a click is answered when many click: residents on their home page,
 * beside {@link PlainView} in a JVM with the same options. The heap is counted after a full collection, before and
 * after so many came. Clicks come when they are due and not when the last was answered: who waits, waits from then.
 */
public final class SessionsBenchmark implements Benchmark {

    private static final String HOME = "sessions: live heap of a resident on the home page (KiB)";
    private static final String PLAIN = "sessions: live heap of a session on a plain view of Vaadin (KiB)";
    private static final List<String> RESIDENTS = List.of("P01", "P02", "P07");
    private static final int AT_ONCE = 6;
    private static final int THINK_SECONDS = 4;

    /** The switch of language, on each page: it is answered by asking the browser for the page again. */
    private static final String BUTTON = "English";

    private static final String EFFECT = "reload";

    private final RunningProduct product;
    private final RunningFace face;
    private final Report report;
    private final int rounds;
    private final int people;
    private final double seconds;

    /** {@code PEOPLE} in the environment: how many come in all, as many in each round. */
    public SessionsBenchmark(RunningProduct product, Report report, Pace pace) {
        this.product = product;
        this.face = RunningFace.at(product.resident());
        this.report = report;
        this.rounds = pace.quick() ? 1 : 4;
        this.people = Integer.parseInt(System.getenv().getOrDefault("PEOPLE", pace.quick() ? "100" : "2000")) / rounds;
        this.seconds = pace.seconds();
    }

    @Override
    public void run() {
        var port = Program.freePort();
        var log = product.orders().resolveSibling("plain.log");
        var site = "http://localhost:" + port;
        try (var plain = new Program(plainOptions(port), Map.of(), log, site + "/?v-r=init&location=&query=")) {
            residents(20);
            plainPeople(site, 20);
            var home = new ArrayList<Visit>();
            var other = new ArrayList<Visit>();
            for (var round = 0; round < rounds; round++) {
                report.add(HOME, each(face.pid(), () -> home.addAll(residents(people))));
                report.add(PLAIN, each(plain.pid(), () -> other.addAll(plainPeople(site, people))));
            }
            report.aim(HOME, Aim.atMost(1.2).times(PLAIN));
            clicks("home page", home, BUTTON, EFFECT);
            clicks("plain view", other, PlainView.BUTTON, PlainView.EFFECT);
        }
    }

    private List<String> plainOptions(int port) {
        var options = new ArrayList<>(List.of(RunningProduct.AS_INSTALLED.split(" ")));
        var own = Path.of(System.getProperty("java.class.path").split(":")[0]);
        options.addAll(List.of(
                "-cp", own + ":" + face.libraries() + "/*", PlainApplication.class.getName(), String.valueOf(port)));
        return options;
    }

    private List<Visit> residents(int count) {
        return all(
                count,
                number -> Visitor.signedIn(product, RESIDENTS.get(number % RESIDENTS.size()))
                        .stay("mijn"));
    }

    private static List<Visit> plainPeople(String site, int count) {
        return all(count, number -> Visitor.anybody(site).stayWhereViewsComeLater(""));
    }

    private static List<Visit> all(int count, IntFunction<Visit> one) {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming = new ArrayList<Future<Visit>>();
            for (var number = 0; number < count; number++) {
                var who = number;
                turns.acquire();
                coming.add(threads.submit(() -> {
                    try {
                        return one.apply(who);
                    } finally {
                        turns.release();
                    }
                }));
            }
            var here = new ArrayList<Visit>();
            for (var visit : coming) {
                here.add(visit.get());
            }
            return here;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private double each(long pid, Runnable come) {
        var before = liveBytes(pid);
        come.run();
        return (liveBytes(pid) - before) / 1024.0 / people;
    }

    /** What is left after two full collections: the first lets go of what only waits to be cleared. */
    private static long liveBytes(long pid) {
        histogram(pid);
        var total = histogram(pid)
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no histogram of " + pid));
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }

    private static String histogram(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            var out = Files.createTempFile("heap", ".txt");
            var process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            process.onExit().join();
            var told = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(out);
            return told;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everybody clicks once in four seconds, evenly spread. */
    private void clicks(String where, List<Visit> visits, String button, String effect) {
        var buttons = visits.stream().map(visit -> visit.button(button)).toList();
        var took = Collections.synchronizedList(new ArrayList<Double>());
        var begin = System.nanoTime();
        var apart = THINK_SECONDS * 1e9 / visits.size();
        var last = begin + (long) (seconds * 1e9);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var who = 0; who < visits.size(); who++) {
                var visit = visits.get(who);
                var its = buttons.get(who);
                var first = begin + (long) (who * apart);
                threads.submit(() -> {
                    for (var due = first; due < last; due += THINK_SECONDS * 1_000_000_000L) {
                        Pause.until(due);
                        visit.click(its, effect);
                        took.add((System.nanoTime() - due) / 1e6);
                    }
                    return null;
                });
            }
        }
        report.add("sessions: clicks on the " + where + ", 4 s of thought each (clicks/s)", took.size() / seconds);
        report.add("sessions: click on the " + where + " answered, median (ms)", Report.quantile(took, 0.5));
        var late = "sessions: click on the " + where + " answered, 99 in 100 (ms)";
        report.add(late, Report.quantile(took, 0.99));
        report.aim(late, Aim.atMost(50));
        var due = (int) Math.floor(seconds / THINK_SECONDS) * visits.size();
        if (took.size() < due) {
            throw new IllegalStateException("of " + due + " clicks " + took.size() + " were answered");
        }
    }
}
