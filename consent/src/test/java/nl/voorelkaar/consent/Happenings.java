package nl.voorelkaar.consent;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears every consent event, and can object like a key broker that fails. */
@Component
class Happenings {

    private final List<ConsentEvent> heard = new CopyOnWriteArrayList<>();
    private volatile Consumer<ConsentEvent> objection = event -> {};

    @EventListener
    void hear(ConsentEvent event) {
        objection.accept(event);
        heard.add(event);
    }

    void objectWith(Consumer<ConsentEvent> objection) {
        this.objection = objection;
    }

    void forget() {
        heard.clear();
        objection = event -> {};
    }

    List<ConsentEvent> about(ResidentId resident) {
        return heard.stream().filter(event -> event.resident().equals(resident)).toList();
    }

    <T extends ConsentEvent> List<T> about(ResidentId resident, Class<T> kind) {
        return about(resident).stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
