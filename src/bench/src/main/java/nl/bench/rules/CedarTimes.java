package nl.bench.rules;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The same questions to Cedar as it is meant to be used: one policy, compiled before, and of all grants only the one
 * that was asked about, as an entity that was made before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CedarTimes {

    private static final int SLICES = 4096;
    private static final String POLICY = """
            permit (principal, action == Action::"read", resource)
            when {
                resource.readers.contains(principal)
                && context.now >= resource.from && context.now < resource.until
            };
            """;
    private static final EntityUID READ = uid("Action", "read");

    @Param("1000000")
    public int grants;

    private final AuthorizationEngine engine = new BasicAuthorizationEngine();
    private PolicySet policies;
    private List<Slice> slices;
    private int next;

    private record Slice(AuthorizationRequest request, Entities entities) {}

    /** @throws IllegalStateException when a question is answered with no */
    @Setup
    public void give() throws AuthException, CacheException {
        policies = PolicySet.parsePolicies(POLICY);
        policies.cache();
        var inPlay = new GrantsInPlay(grants);
        slices = Stream.generate(inPlay::next)
                .limit(SLICES)
                .map(CedarTimes::slice)
                .toList();
        if (!decision()) {
            throw new IllegalStateException("a grant does not carry what it was given for");
        }
    }

    @Benchmark
    public boolean decision() throws AuthException {
        var slice = slices.get(next++ & (SLICES - 1));
        return engine.isAuthorized(slice.request, policies, slice.entities)
                .success
                .orElseThrow()
                .isAllowed();
    }

    private static Slice slice(GrantsInPlay.Asked asked) {
        var grant = asked.grant();
        var who = uid("Professional", asked.actor().id().toString());
        var what = uid("Section", grant.resident() + "/" + GrantsInPlay.GRANTED.number());
        var section = new Entity(
                what,
                Map.of(
                        "readers",
                                new CedarList(
                                        List.of(uid("Professional", grant.to().toString()))),
                        "from", new PrimLong(grant.from().toEpochMilli()),
                        "until", new PrimLong(grant.until().toEpochMilli())),
                Set.of());
        return new Slice(
                new AuthorizationRequest(who, READ, what, Map.of("now", new PrimLong(GrantsInPlay.NOW.toEpochMilli()))),
                new Entities(Set.of(section)));
    }

    private static EntityUID uid(String type, String id) {
        return new EntityUID(EntityTypeName.parse(type).orElseThrow(), id);
    }
}
