package nl.devservices.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The system's time plus an offset that anybody may move, forwards and backwards. The offset survives a restart. Safe
 * for use by several threads.
 */
public final class AdjustableClock extends Clock {

    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Clock system = Clock.systemUTC();
    private final Path kept;
    private volatile Duration offset;

    /** @param kept file that holds the offset; made on the first move */
    public AdjustableClock(Path kept) {
        this.kept = kept;
        this.offset = read(kept);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    /** Now, as people in the Netherlands read it from the wall. */
    public ZonedDateTime now() {
        return instant().atZone(AMSTERDAM);
    }

    public Duration offset() {
        return offset;
    }

    /** @throws OutOfRange before 2000 or from 2100 on: nothing has moved then */
    public synchronized void set(Instant now) {
        if (now.isBefore(EARLIEST) || !now.isBefore(LATEST)) {
            throw new OutOfRange();
        }
        var moved = Duration.between(system.instant(), now);
        try {
            Files.createDirectories(kept.toAbsolutePath().getParent());
            var fresh = kept.resolveSibling(kept.getFileName() + ".new");
            Files.writeString(fresh, moved.toString());
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        offset = moved;
    }

    private static Duration read(Path kept) {
        try {
            return Files.exists(kept) ? Duration.parse(Files.readString(kept).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return AMSTERDAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource time = this::instant;
        return time.withZone(zone);
    }

    /** A moment that the environment cannot live in. */
    public static final class OutOfRange extends IllegalArgumentException {

        OutOfRange() {
            super("kies een moment van 2000 tot 2100");
        }
    }
}
