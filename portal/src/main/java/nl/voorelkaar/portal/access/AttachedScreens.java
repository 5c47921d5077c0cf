package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Holds the checks of the views that are on a screen now, and runs them when {@link Ticker} says so. */
@Service
class AttachedScreens implements ScreenWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AttachedScreens.class);

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();

    @Override
    public void watch(Component view, Supplier<Boolean> stillAllowed, Runnable close) {
        view.addAttachListener(attached -> add(view, attached.getUI(), stillAllowed, close));
        view.getUI().filter(ui -> view.isAttached()).ifPresent(ui -> add(view, ui, stillAllowed, close));
    }

    private void add(Component view, UI ui, Supplier<Boolean> stillAllowed, Runnable close) {
        var entry = new Watched(ui, stillAllowed, close, new AtomicBoolean());
        watched.add(entry);
        view.addDetachListener(detached -> {
            watched.remove(entry);
            detached.unregisterListener();
        });
    }

    /** Runs every check once, each on a thread of its own, so that a slow one delays no other. */
    void check() {
        watched.forEach(entry -> Thread.startVirtualThread(() -> check(entry)));
    }

    private void check(Watched entry) {
        if (!entry.busy.compareAndSet(false, true)) {
            return;
        }
        try {
            if (!allowed(entry) && watched.remove(entry)) {
                entry.ui.access(() -> {
                    entry.close.run();
                    if (entry.ui.getPushConfiguration().getPushMode().isEnabled()) {
                        entry.ui.push();
                    }
                });
            }
        } catch (UIDetachedException e) {
            watched.remove(entry);
        } finally {
            entry.busy.set(false);
        }
    }

    private static boolean allowed(Watched entry) {
        try {
            return entry.stillAllowed.get();
        } catch (RuntimeException e) {
            LOG.info(
                    "A check of an open screen failed, so the screen closes: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    /** Compared by identity: two views with equal checks are two views. */
    private static final class Watched {

        private final UI ui;
        private final Supplier<Boolean> stillAllowed;
        private final Runnable close;
        private final AtomicBoolean busy;

        Watched(UI ui, Supplier<Boolean> stillAllowed, Runnable close, AtomicBoolean busy) {
            this.ui = ui;
            this.stillAllowed = stillAllowed;
            this.close = close;
            this.busy = busy;
        }
    }
}
