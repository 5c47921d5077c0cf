package nl.voorelkaar.portal.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.erasure.Destructions;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.ErasureId;
import nl.voorelkaar.dossier.erasure.KeepingRule;

/** One dossier on the list. */
public final class MemoryDestructions implements Destructions {

    private static final Instant AT = Instant.parse("2026-10-05T07:00:00Z");

    public final List<Hold> held = new ArrayList<>();
    private Listed one = listed(Erasure.State.VOORSTEL, List.of(), Optional.empty(), Optional.empty());

    private static Listed listed(
            Erasure.State state, List<Approval> approvals, Optional<Hold> hold, Optional<Erasure.Destroyed> destroyed) {
        return new Listed(
                new ErasureId(new UUID(5, 5)),
                KeepingRule.WMO,
                state,
                Instant.parse("2011-03-01T09:00:00Z"),
                approvals,
                hold,
                destroyed.map(_ -> AT),
                destroyed);
    }

    @Override
    public List<Listed> list(Actor.Professional actor) {
        return List.of(one);
    }

    @Override
    public void approve(Actor.Professional actor, ErasureId id) {
        one = listed(Erasure.State.VOORSTEL, List.of(new Approval(actor.id(), AT)), Optional.empty(), Optional.empty());
    }

    @Override
    public void hold(Actor.Professional actor, ErasureId id, Hold why) {
        held.add(why);
        one = listed(Erasure.State.OPGEHOUDEN, List.of(), Optional.of(why), Optional.empty());
    }

    @Override
    public void release(Actor.Professional actor, ErasureId id) {
        one = listed(Erasure.State.VOORSTEL, List.of(), Optional.empty(), Optional.empty());
    }

    /** As the clock does after the second approval. */
    public void finish() {
        one = listed(
                Erasure.State.GEWIST,
                one.approvedBy(),
                Optional.empty(),
                Optional.of(new Erasure.Destroyed(4, 1, 3, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 9))));
    }
}
