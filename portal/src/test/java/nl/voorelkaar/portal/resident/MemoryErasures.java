package nl.voorelkaar.portal.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.ErasureId;
import nl.voorelkaar.dossier.erasure.Erasures;

/** What is erased here was never there. */
final class MemoryErasures implements Erasures {

    private final List<Erasure> all = new ArrayList<>();
    private final Life life;

    MemoryErasures(Life life) {
        this.life = life;
    }

    private Instant now() {
        return life.clock().instant();
    }

    @Override
    public Erasure ask(Actor.Resident actor, ErasureId id, Set<Section> sections, ShownText shown) {
        var asked = new Erasure(
                id,
                sections,
                Erasure.State.WACHT,
                now(),
                now().plus(REFLECTION),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        all.add(asked);
        return asked;
    }

    @Override
    public Erasure keep(Actor.Resident actor, ErasureId id) {
        return change(id, before -> ended(before, Erasure.State.AFGEZIEN, Optional.empty()));
    }

    @Override
    public Erasure hasten(Actor.Resident actor, ErasureId id) {
        var gone = new Erasure.Destroyed(3, 1, 4, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 12));
        return change(id, before -> ended(before, Erasure.State.GEWIST, Optional.of(gone)));
    }

    private Erasure ended(Erasure before, Erasure.State state, Optional<Erasure.Destroyed> gone) {
        return new Erasure(
                before.id(),
                before.sections(),
                state,
                before.askedAt(),
                before.dueAt(),
                Optional.of(now()),
                gone,
                before.rule());
    }

    private Erasure change(ErasureId id, UnaryOperator<Erasure> change) {
        all.replaceAll(one -> one.id().equals(id) ? change.apply(one) : one);
        return find(life.actor, id);
    }

    @Override
    public List<Erasure> of(Actor.Resident actor) {
        return List.copyOf(all);
    }

    @Override
    public Erasure find(Actor.Resident actor, ErasureId id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public int reconcile() {
        return 0;
    }

    @Override
    public int eraseDue() {
        throw new AssertionError("no screen does this");
    }
}
