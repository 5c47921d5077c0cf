package nl.voorelkaar.consent.attempt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Belongings;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.ResidentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Looks up and writes on one thread of its own: who tried waits for neither, and a burst of guesses takes one
 * connection.
 */
@Service
class AttemptBook implements Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptBook.class);

    /** When so many wait, who tries waits too: nothing is dropped. */
    private static final int WAITING_AT_MOST = 1_000;

    private static final int SECONDS_TO_FINISH = 10;

    private final List<Belongings> belongings;
    private final RateLimits limits;
    private final Ledger ledger;
    private final ExecutorService later = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_AT_MOST),
            Thread.ofPlatform().name("attempts").daemon().factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());

    AttemptBook(List<Belongings> belongings, RateLimits limits, Ledger ledger) {
        this.belongings = List.copyOf(belongings);
        this.limits = limits;
        this.ledger = ledger;
    }

    @Override
    public void tried(Actor actor, Handle handle) {
        later.execute(() -> {
            try {
                write(actor, handle);
            } catch (RuntimeException e) {
                LOG.error(
                        "an attempt could not be written to the ledger: {}",
                        e.getClass().getName());
            }
        });
    }

    private void write(Actor actor, Handle handle) {
        var owner =
                belongings.stream().flatMap(kept -> kept.owner(handle).stream()).findFirst();
        if (owner.isEmpty()) {
            if (limits.take(RateLimits.Limit.ATTEMPT, id(actor))) {
                LOG.warn("somebody who was signed in named something that is not there");
            }
            return;
        }
        var resident = owner.get();
        if (resident.value().equals(id(actor)) || !limits.take(RateLimits.Limit.ATTEMPT, pair(actor, resident))) {
            return;
        }
        ledger.appendNow(LedgerEvent.refused(
                resident,
                LedgerEvent.Kind.READ,
                actor,
                Set.of(),
                Map.of("reason", reason(actor).name())));
    }

    private static Decision.Reason reason(Actor actor) {
        return switch (actor) {
            case Actor.Resident _, Actor.Acting _ -> Decision.Reason.NOT_THE_RESIDENT;
            case Actor.Professional _ -> Decision.Reason.NOT_FOR_THIS_PARTY;
        };
    }

    private static UUID id(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> resident.id().value();
            case Actor.Acting acting -> acting.person().value();
            case Actor.Professional professional -> professional.id().value();
        };
    }

    private static UUID pair(Actor actor, ResidentId resident) {
        return UUID.nameUUIDFromBytes((id(actor) + " " + resident).getBytes(US_ASCII));
    }

    @PreDestroy
    void finish() throws InterruptedException {
        later.shutdown();
        if (!later.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            LOG.error("attempts were still to be written when the product stopped");
        }
    }
}
