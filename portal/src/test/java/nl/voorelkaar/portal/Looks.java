package nl.voorelkaar.portal;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import nl.voorelkaar.portal.access.ScreenWatch;

/** The checks of the screens that are open, run when a test says so. */
public final class Looks implements ScreenWatch {

    private record Look(Component view, Supplier<Boolean> stillAllowed, Runnable close) {}

    private final List<Look> looks = new CopyOnWriteArrayList<>();

    @Override
    public void watch(Component view, Supplier<Boolean> stillAllowed, Runnable close) {
        looks.add(new Look(view, stillAllowed, close));
    }

    /** Once, as they do every four seconds. */
    public void now() {
        for (var look : looks) {
            if (look.view().isAttached() && !look.stillAllowed().get()) {
                looks.remove(look);
                look.close().run();
            }
        }
    }
}
