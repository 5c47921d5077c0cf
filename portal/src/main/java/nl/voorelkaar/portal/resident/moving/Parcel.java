package nl.voorelkaar.portal.resident.moving;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.dossier.bag.Bag;
import nl.voorelkaar.dossier.bag.BagRefused;
import nl.voorelkaar.dossier.bag.Bags;
import nl.voorelkaar.dossier.bag.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One archive of one resident: being packed, ready to be fetched for some hours, or failed. Lies sealed in a file
 * without a name, under a key in memory: gone with the process, and with this object.
 */
final class Parcel {

    /** How long it can be fetched. */
    static final Duration KEPT = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(Parcel.class);

    private final Clock clock;
    private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();
    private State state = new State.Packing(0);
    private @Nullable Bag bag;
    private @Nullable Lock lock;

    Parcel(Clock clock) {
        this.clock = clock;
    }

    sealed interface State {

        /** @param part in percent */
        record Packing(int part) implements State {}

        /**
         * @param size in bytes, as it is fetched
         * @param locked whether it has a passphrase
         */
        record Ready(long size, boolean locked, Instant until) implements State {}

        /** @param why key of the sentence that says so */
        record Failed(String why) implements State {}

        /** It was thrown away. */
        record Gone() implements State {}
    }

    @FunctionalInterface
    interface Work {
        Bag with(Bags.Progress progress) throws IOException;
    }

    void pack(Work work) {
        pack(work, Optional.empty());
    }

    void pack(Work work, Optional<String> passphrase) {
        try {
            ready(work.with(this::reached), passphrase.map(Lock::of));
        } catch (CancellationException e) {
            // Something else is packed now.
        } catch (BagRefused refused) {
            move(new State.Failed(why(refused)));
        } catch (Proofs.NotSealedYet late) {
            move(new State.Failed("proof.behind"));
        } catch (AccessRefused refused) {
            move(new State.Failed("moving.failed"));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A dossier was not packed: {}", e.getClass().getName());
            move(new State.Failed("moving.failed"));
        }
    }

    static String why(BagRefused refused) {
        return "bag.refused." + refused.reason().name().toLowerCase(java.util.Locale.ROOT);
    }

    private void reached(int done, int of) {
        if (state() instanceof State.Gone) {
            throw new CancellationException();
        }
        move(new State.Packing(of == 0 ? 0 : 100 * done / of));
    }

    private void ready(Bag packed, Optional<Lock> locked) {
        synchronized (this) {
            if (state instanceof State.Gone) {
                packed.close();
                return;
            }
            bag = packed;
            lock = locked.orElse(null);
        }
        var size = locked.map(with -> with.length(packed.size())).orElse(packed.size());
        move(new State.Ready(size, locked.isPresent(), clock.instant().plus(KEPT)));
    }

    private void move(State next) {
        synchronized (this) {
            if (state instanceof State.Gone || state.equals(next)) {
                return;
            }
            state = next;
        }
        watching.forEach(Runnable::run);
    }

    synchronized State state() {
        return state;
    }

    /** Whether it cannot be fetched any more; then it is thrown away too. */
    boolean over() {
        if (state() instanceof State.Ready ready && !clock.instant().isBefore(ready.until())) {
            close();
        }
        return state() instanceof State.Gone;
    }

    /** Whether somebody has the page with it open. */
    boolean watched() {
        return !watching.isEmpty();
    }

    /** @param changed called on whatever thread it happens */
    void watch(Runnable changed) {
        watching.add(changed);
    }

    void leave(Runnable changed) {
        watching.remove(changed);
    }

    /** @throws IOException when it is not there any more */
    void writeTo(OutputStream to) throws IOException {
        Bag found;
        Lock with;
        synchronized (this) {
            found = over() ? null : bag;
            with = lock;
        }
        if (found == null) {
            throw new IOException("there is nothing to fetch any more");
        }
        if (with == null) {
            found.writeTo(to);
            return;
        }
        try (var locking = with.onto(to)) {
            found.writeTo(locking);
        }
    }

    /** Throws it away, whatever became of it. Idempotent. */
    void close() {
        Bag had;
        synchronized (this) {
            state = new State.Gone();
            had = bag;
            bag = null;
            lock = null;
        }
        if (had != null) {
            had.close();
        }
        watching.forEach(Runnable::run);
    }
}
