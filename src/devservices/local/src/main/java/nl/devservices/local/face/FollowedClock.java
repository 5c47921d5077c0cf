package nl.devservices.local.face;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The clock of the local environment, in another process. Asks the environment all the time and is answered as soon as
 * somebody moves the clock; a time that it gives is never more than half a second behind a move. When the environment
 * does not answer, time goes on from where it was.
 */
final class FollowedClock extends Clock implements AutoCloseable {

    private static final Duration STALE = Duration.ofMillis(500);
    private static final Pattern OFFSET = Pattern.compile("\"offset\"\\s*:\\s*\"([^\"]+)\"");

    private final Clock system = Clock.systemUTC();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ReentrantLock asking = new ReentrantLock();
    private final URI clock;
    private final Thread follower;
    private volatile Duration offset = Duration.ZERO;
    private volatile long seen;
    private volatile boolean closed;

    /** @param standIn address of the environment's stand-in */
    FollowedClock(URI standIn) {
        this.clock = standIn.resolve("/klok");
        this.seen = System.nanoTime() - STALE.toNanos() - 1;
        this.follower = Thread.ofPlatform().daemon().name("followed-clock").start(this::follow);
    }

    @Override
    public Instant instant() {
        if (stale() && asking.tryLock()) {
            try {
                if (stale()) {
                    ask("").ifPresent(now -> offset = now);
                    seen = System.nanoTime();
                }
            } finally {
                asking.unlock();
            }
        }
        return system.instant().plus(offset);
    }

    private boolean stale() {
        return System.nanoTime() - seen > STALE.toNanos();
    }

    private void follow() {
        while (!closed) {
            var answer = ask("?volger=" + ProcessHandle.current().pid() + "&offset=" + offset);
            if (answer.isPresent()) {
                offset = answer.get();
                seen = System.nanoTime();
            } else {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private Optional<Duration> ask(String query) {
        try {
            var request = HttpRequest.newBuilder(URI.create(clock + query))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            var answer = OFFSET.matcher(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return answer.find() ? Optional.of(Duration.parse(answer.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource time = this::instant;
        return time.withZone(zone);
    }

    @Override
    public void close() {
        closed = true;
        follower.interrupt();
        http.shutdownNow();
    }
}
