package nl.voorelkaar.consent.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.consent.RateLimits;
import org.springframework.stereotype.Component;

/** One bucket per limit and person, in memory. */
@Component
class TurnBuckets implements RateLimits {

    /** More people than are busy on one node at once; beyond it those who came longest ago begin anew. */
    private static final int BUCKETS_AT_MOST = 50_000;

    private final Clock clock;
    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > BUCKETS_AT_MOST;
        }
    };
    private Instant latest = Instant.MIN;

    TurnBuckets(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean take(Limit limit, UUID who) {
        return bucket(limit, who).tryConsume(1);
    }

    @Override
    public synchronized void giveBack(Limit limit, UUID who) {
        bucket(limit, who).addTokens(1);
    }

    private Bucket bucket(Limit limit, UUID who) {
        var now = clock.instant();
        if (now.isBefore(latest)) {
            // A clock set backwards would leave buckets without refill until it has caught up.
            buckets.clear();
        }
        latest = now;
        return buckets.computeIfAbsent(new Key(limit, who), this::fill);
    }

    private Bucket fill(Key key) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(key.limit.turns()).refillGreedy(key.limit.turns(), key.limit.period()))
                .withCustomTimePrecision(new ProductTime())
                .build();
    }

    private record Key(Limit limit, UUID who) {}

    private final class ProductTime implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
