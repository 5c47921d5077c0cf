package nl.bench.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import nl.bench.measure.Aim;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.voorelkaar.dossier.deadline.Rule;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What single rules take, each in a JVM of its own that JMH starts. Things that are compared take turns, in both
 * orders: as many rounds as there are pairs, one value a round.
 */
final class Timings {

    private static final String DECISION = "one access decision, %s grants in play (ns of processor)";
    private static final String CASBIN = "the same by jCasbin, %s grants (ns of processor)";
    private static final String CEDAR = "the same by Cedar, with the one grant as its slice (ns of processor)";
    private static final String LOOKUP = "a look-up in a hash map and a look at the clock, %s grants (ns of processor)";
    private static final String MILLION = "1 000 000";
    private static final String THOUSAND = "1 000";
    private static final double TARGET_NANOS = 1_000;
    /** Of what a thing is measured for at a time: so long, and then so long for each of a few values. */
    private static final double WARM_UP = 0.25;

    private static final double MEASURE = 0.02;
    private static final int MEASURED = 3;

    private final Report report;
    private final Pace pace;

    /** One thing to time: a method of one of the classes here, with at most one parameter. */
    private record Timing(String name, Class<?> of, String method, String parameter, String value) {

        Timing(String name, Class<?> of, String method) {
            this(name, of, method, "", "");
        }
    }

    Timings(Report report, Pace pace) {
        this.report = report;
        this.pace = pace;
    }

    void run() {
        aims();
        var compared = compared();
        for (var round = 0; round < (pace.quick() ? 1 : pace.pairs()); round++) {
            compared.forEach(timing -> report.add(timing.name, score(time(timing))));
            Collections.reverse(compared);
        }
        terms().forEach(timing -> iterations(time(timing)).forEach(value -> report.add(timing.name, value)));
    }

    private void aims() {
        var decision = DECISION.formatted(MILLION);
        report.aim(decision, Aim.atMost(TARGET_NANOS));
        report.beside(decision, LOOKUP.formatted(MILLION));
        report.beside(CEDAR, decision);
        report.beside(CASBIN.formatted("100 000"), DECISION.formatted("100 000"));
        report.beside(CASBIN.formatted(THOUSAND), DECISION.formatted(THOUSAND));
        report.beside(
                "sealing an entry of 4 KiB (ns of processor)",
                "AES-256-GCM of the JDK alone, sealing 4 KiB (ns of processor)");
        report.beside(
                "opening an entry of 4 KiB (ns of processor)",
                "AES-256-GCM of the JDK alone, opening 4 KiB (ns of processor)");
        report.beside("making a line of the ledger (ns of processor)", "SHA-256 of as many bytes (ns of processor)");
    }

    private List<Timing> compared() {
        var all = new ArrayList<Timing>();
        sizes().forEach(size -> {
            all.add(ofSize(DECISION, DecisionTimes.class, "decision", size));
            all.add(ofSize(LOOKUP, DecisionTimes.class, "lookup", size));
        });
        Stream.of("1000", "100000")
                .filter(size -> !pace.quick() || size.equals("1000"))
                .forEach(size -> all.add(ofSize(CASBIN, CasbinTimes.class, "decision", size)));
        all.add(new Timing(CEDAR, CedarTimes.class, "decision"));
        all.add(new Timing("sealing an entry of 4 KiB (ns of processor)", VaultTimes.class, "seal"));
        all.add(new Timing(
                "AES-256-GCM of the JDK alone, sealing 4 KiB (ns of processor)", VaultTimes.class, "plainSeal"));
        all.add(new Timing("opening an entry of 4 KiB (ns of processor)", VaultTimes.class, "open"));
        all.add(new Timing(
                "AES-256-GCM of the JDK alone, opening 4 KiB (ns of processor)", VaultTimes.class, "plainOpen"));
        all.add(new Timing("making a line of the ledger (ns of processor)", LedgerTimes.class, "line"));
        all.add(new Timing("SHA-256 of as many bytes (ns of processor)", LedgerTimes.class, "hash"));
        all.add(new Timing("checking the example proof, with its file (ns of processor)", LedgerTimes.class, "proof"));
        return all;
    }

    private List<String> sizes() {
        return pace.quick() ? List.of("1000", "1000000") : List.of("1000", "100000", "1000000");
    }

    private static Timing ofSize(String name, Class<?> of, String method, String size) {
        return new Timing(
                name.formatted("%,d".formatted(Integer.parseInt(size)).replace(',', ' ')), of, method, "grants", size);
    }

    private List<Timing> terms() {
        return Stream.of(Rule.values())
                .limit(pace.quick() ? 1 : Rule.values().length)
                .map(rule -> new Timing(
                        "the term %s (ns of processor)".formatted(rule.code()),
                        DeadlineTimes.class,
                        "lastDay",
                        "rule",
                        rule.name()))
                .toList();
    }

    private RunResult time(Timing timing) {
        var options = new OptionsBuilder()
                .include("^" + timing.of.getName().replace(".", "\\.") + "\\." + timing.method + "$")
                .forks(1)
                .warmupIterations(1)
                .warmupTime(part(WARM_UP))
                .measurementIterations(MEASURED)
                .measurementTime(part(MEASURE))
                .addProfiler(ProcessorTime.class)
                .jvmArgs("-Xmx3g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (!timing.parameter.isEmpty()) {
            options.param(timing.parameter, timing.value);
        }
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private TimeValue part(double part) {
        return TimeValue.milliseconds((long) (pace.seconds() * 1000 * part));
    }

    private static double score(RunResult of) {
        return of.getSecondaryResults().get(ProcessorTime.LABEL).getScore();
    }

    private static List<Double> iterations(RunResult of) {
        return of.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration ->
                        iteration.getSecondaryResults().get(ProcessorTime.LABEL).getScore())
                .toList();
    }
}
