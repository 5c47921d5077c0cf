package nl.bench.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Section;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same grants as rules of jCasbin, one a section, and the same questions. It looks at no time and at no role. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CasbinTimes {

    private static final String MODEL = """
            [request_definition]
            r = who, whose, section

            [policy_definition]
            p = who, whose, section

            [policy_effect]
            e = some(where (p.eft == allow))

            [matchers]
            m = r.whose == p.whose && r.who == p.who && r.section == p.section
            """;

    @Param({"1000", "100000"})
    public int grants;

    private GrantsInPlay inPlay;
    private Enforcer enforcer;

    /** @throws IllegalStateException when a question is answered with no */
    @Setup
    public void give() {
        inPlay = new GrantsInPlay(grants);
        var model = new Model();
        model.loadModelFromText(MODEL);
        enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        var rules = new ArrayList<List<String>>();
        inPlay.all()
                .forEach(grant -> rules.add(
                        List.of(grant.to().toString(), grant.resident().toString(), GrantsInPlay.GRANTED.name())));
        enforcer.addPolicies(rules);
        if (!decision()) {
            throw new IllegalStateException("a grant does not carry what it was given for");
        }
    }

    @Benchmark
    public boolean decision() {
        var asked = inPlay.next();
        return enforcer.enforce(
                asked.actor().id().toString(),
                asked.access().resident().toString(),
                only(asked).name());
    }

    private static Section only(GrantsInPlay.Asked asked) {
        return asked.access().sections().iterator().next();
    }
}
