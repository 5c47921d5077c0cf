package nl.bench.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.bench.measure.Aim;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;

/**
 * The decision as the product takes it: facts from the database each time, as the workspace's own role, under row
 * security. One caller, who waits for each answer. Many grants and few take turns, each in a database of its own.
 */
final class GateTimes {

    private static final String DECIDED = "a decision with what it reads, %s grants: %s (ms)";
    private static final double FLAT = 1.10;
    private static final int WARM_UP = 300;

    private final Report report;
    private final Pace pace;

    /** @param questions who asks, about whom: each is answered with yes */
    record Crowd(String grants, AccessGate gate, List<Question> questions) {}

    record Question(Actor.Professional actor, Access access) {}

    GateTimes(Report report, Pace pace) {
        this.report = report;
        this.pace = pace;
    }

    void run(Crowd many, Crowd few) {
        for (var quantile : List.of("median", "99 in 100")) {
            report.aim(
                    DECIDED.formatted(many.grants, quantile),
                    Aim.atMost(FLAT).times(DECIDED.formatted(few.grants, quantile)));
        }
        var random = new Random(1);
        ask(many, random, WARM_UP);
        ask(few, random, WARM_UP);
        for (var pair = 0; pair < pace.pairs(); pair++) {
            for (var crowd : pair % 2 == 0 ? List.of(many, few) : List.of(few, many)) {
                var took = ask(crowd, random, pace.quick() ? WARM_UP : 10 * WARM_UP);
                report.add(DECIDED.formatted(crowd.grants, "median"), Report.quantile(took, 0.5));
                report.add(DECIDED.formatted(crowd.grants, "99 in 100"), Report.quantile(took, 0.99));
            }
        }
    }

    private static List<Double> ask(Crowd crowd, Random random, int times) {
        var took = new ArrayList<Double>();
        for (var time = 0; time < times; time++) {
            var question = crowd.questions.get(random.nextInt(crowd.questions.size()));
            var begin = System.nanoTime();
            var decisions = crowd.gate.decide(question.actor, question.access);
            took.add((System.nanoTime() - begin) / 1e6);
            if (!decisions.values().stream().allMatch(Decision.Permitted.class::isInstance)) {
                throw new IllegalStateException("a grant does not carry what it was given for");
            }
        }
        return took;
    }
}
