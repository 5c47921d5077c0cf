package nl.voorelkaar.dossier.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened in one procedure, in order. Immutable. */
public record History<E>(List<Step<E>> steps) {

    public History {
        steps = List.copyOf(steps);
    }

    public History<E> with(Step<E> step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return new History<>(all);
    }

    public <T extends E> List<T> all(Class<T> kind) {
        return steps.stream()
                .map(Step::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public <T extends E> Optional<T> last(Class<T> kind) {
        return lastStep(kind).map(step -> kind.cast(step.event()));
    }

    public Optional<Step<E>> lastStep(Class<? extends E> kind) {
        return steps.reversed().stream()
                .filter(step -> kind.isInstance(step.event()))
                .findFirst();
    }
}
