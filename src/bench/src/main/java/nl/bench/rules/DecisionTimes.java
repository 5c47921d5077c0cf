package nl.bench.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.Decisions;
import nl.voorelkaar.consent.decision.Facts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The rule of access: all policies of the product, over the facts of one professional and one resident, that are in
 * memory among those of all others. Beside it, the least that any answer takes: one look-up and one comparison of
 * times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionTimes {

    @Param({"1000", "100000", "1000000"})
    public int grants;

    private GrantsInPlay inPlay;
    private Map<GrantsInPlay.Between, Facts.GivenGrant> floor;

    /** @throws IllegalStateException when a question is answered with no */
    @Setup
    public void give() {
        inPlay = new GrantsInPlay(grants);
        floor = new HashMap<>();
        inPlay.all().forEach(grant -> floor.put(new GrantsInPlay.Between(grant.to(), grant.resident()), grant));
        if (!decision().values().stream().allMatch(Decision.Permitted.class::isInstance) || !lookup()) {
            throw new IllegalStateException("a grant does not carry what it was given for");
        }
    }

    @Benchmark
    public Map<Section, Decision> decision() {
        var asked = inPlay.next();
        return Decisions.decide(asked.actor(), asked.access(), inPlay.about(asked), GrantsInPlay.NOW);
    }

    @Benchmark
    public boolean lookup() {
        var asked = inPlay.next();
        var grant = floor.get(
                new GrantsInPlay.Between(asked.actor().id(), asked.access().resident()));
        return grant != null
                && grant.sections().contains(GrantsInPlay.GRANTED)
                && !GrantsInPlay.NOW.isBefore(grant.from())
                && GrantsInPlay.NOW.isBefore(grant.until());
    }
}
