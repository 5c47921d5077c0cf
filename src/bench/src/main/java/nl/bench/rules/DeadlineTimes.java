package nl.bench.rules;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The last day of a term, with its steps and articles, from a moment whose term ends on a free day where it can. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeadlineTimes {

    /** Six weeks later it is Christmas. */
    private static final Instant SIX_WEEKS_BEFORE_CHRISTMAS = Instant.parse("2026-11-13T09:00:00Z");

    @Param("OBJECTION")
    public Rule rule;

    private final Deadlines deadlines = Deadlines.usual();
    private Facts facts;

    @Setup
    public void begin() {
        facts = Facts.of(rule, SIX_WEEKS_BEFORE_CHRISTMAS);
    }

    @Benchmark
    public Deadline lastDay() {
        return deadlines.of(facts);
    }
}
