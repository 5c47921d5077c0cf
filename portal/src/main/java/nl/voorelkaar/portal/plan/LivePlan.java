package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.dossier.plan.Glances;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps open plans up to date while others work on them: looks every few seconds, on whichever node the others are. Is
 * no activity of the person: a session ends as it would.
 */
@Component
public class LivePlan {

    private static final Logger LOG = LoggerFactory.getLogger(LivePlan.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Glances glances;
    private final Set<Followed> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-plans").factory());

    LivePlan(Glances glances) {
        this.glances = glances;
        timer.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /**
     * Follows a plan as long as its sheet is on a screen.
     *
     * @param moved hears of each change by others, with the lock of the page
     * @param close runs once when the plan may no longer be read
     */
    public void follow(
            Seat seat,
            Ondersteuningsplan plan,
            PlanSheet sheet,
            PresenceLine presence,
            Consumer<Ondersteuningsplan> moved,
            Runnable close) {
        sheet.addAttachListener(attached -> {
            var followed = new Followed(attached.getUI(), seat, plan, sheet, presence, moved, close);
            open.add(followed);
            sheet.addDetachListener(detached -> {
                open.remove(followed);
                detached.unregisterListener();
            });
        });
    }

    void look() {
        open.forEach(followed -> Thread.startVirtualThread(() -> look(followed)));
    }

    private void look(Followed followed) {
        if (!followed.busy.compareAndSet(false, true)) {
            return;
        }
        try {
            var seat = followed.seat;
            var glance = glances.look(seat.self(), seat.resident(), followed.plan.id(), followed.sheet.writing());
            var news = glance.steps() > followed.sheet.steps()
                    ? Optional.of(seat.plans().find(seat.self(), seat.resident(), followed.plan.id()))
                    : Optional.<Ondersteuningsplan>empty();
            followed.ui.access(() -> {
                followed.presence.show(glance.others());
                news.ifPresent(now -> {
                    followed.sheet.update(now);
                    followed.moved.accept(now);
                });
            });
        } catch (AccessRefused refused) {
            if (open.remove(followed)) {
                followed.ui.access(followed.close::run);
            }
        } catch (UIDetachedException gone) {
            open.remove(followed);
        } catch (RuntimeException trouble) {
            LOG.warn(
                    "an open plan waits for its next look: {}",
                    trouble.getClass().getName());
        } finally {
            followed.busy.set(false);
        }
    }

    /** One plan on one screen; compared by identity. */
    private static final class Followed {

        private final UI ui;
        private final Seat seat;
        private final Ondersteuningsplan plan;
        private final PlanSheet sheet;
        private final PresenceLine presence;
        private final Consumer<Ondersteuningsplan> moved;
        private final Runnable close;
        private final AtomicBoolean busy = new AtomicBoolean();

        Followed(
                UI ui,
                Seat seat,
                Ondersteuningsplan plan,
                PlanSheet sheet,
                PresenceLine presence,
                Consumer<Ondersteuningsplan> moved,
                Runnable close) {
            this.ui = ui;
            this.seat = seat;
            this.plan = plan;
            this.sheet = sheet;
            this.presence = presence;
            this.moved = moved;
            this.close = close;
        }
    }
}
