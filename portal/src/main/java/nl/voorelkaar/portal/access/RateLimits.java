package nl.voorelkaar.portal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often something may be done, per node. A brake on guessing and on noise, never the only guard: what must hold
 * over all nodes, such as looking up by BSN, is counted in the database by its own module.
 */
@Component
public class RateLimits {

    private final Map<Limit, Cache<String, Bucket>> buckets = new EnumMap<>(Limit.class);

    RateLimits() {
        for (var limit : Limit.values()) {
            buckets.put(
                    limit,
                    Caffeine.newBuilder()
                            .maximumSize(100_000)
                            .expireAfterAccess(limit.per.multipliedBy(2))
                            .build());
        }
    }

    /**
     * Takes one turn.
     *
     * @param key whose turn: an address, a session, a party; never written anywhere
     * @return whether there was one left
     */
    public boolean take(Limit limit, String key) {
        return buckets.get(limit).get(key, unused -> limit.bucket()).tryConsume(1);
    }

    /** The limits, by name. */
    public enum Limit {
        /** Starting a sign-in, per address: many people can share one. */
        SIGN_IN(60, Duration.ofMinutes(1)),
        /** Reports of browsers about blocked content, per address. */
        CSP_REPORT(30, Duration.ofMinutes(1)),
        /** Computing terms, per address: a program may do many. */
        TERMS(600, Duration.ofMinutes(1)),
        /** What one program asks, for all of its people together. */
        PROGRAM(6_000, Duration.ofMinutes(1));

        private final int turns;
        private final Duration per;

        Limit(int turns, Duration per) {
            this.turns = turns;
            this.per = per;
        }

        private Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(turns).refillGreedy(turns, per))
                    .build();
        }
    }
}
