package nl.voorelkaar.portal;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.HandoverRefused;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;

/** Handing over in memory, for both screens of it: answers for {@code Handovers} and {@code WarmHandovers}. */
public final class RememberedHandovers {

    private final Clock clock;
    private final Map<HandoverId, Handover> all = new LinkedHashMap<>();
    private final Map<HandoverId, String> notes = new HashMap<>();
    public Optional<HandoverRefused.Reason> refuses = Optional.empty();

    public RememberedHandovers(Clock clock) {
        this.clock = clock;
    }

    public Handover offer(Actor.Professional actor, HandoverId id, ResidentId resident, PartyId to, String note) {
        refuses.ifPresent(reason -> {
            throw new HandoverRefused(reason);
        });
        var now = clock.instant();
        var handover = new Handover(
                id,
                resident,
                actor.id(),
                to,
                Handover.State.AANGEBODEN,
                now,
                now,
                now.plus(Handovers.ACCEPT_WITHIN),
                List.of("Wmo 2.3.2"));
        all.put(id, handover);
        notes.put(id, note);
        return handover;
    }

    public String note(Actor.Resident actor, HandoverId id) {
        return notes.get(id);
    }

    public String note(Actor.Professional actor, HandoverId id) {
        return notes.get(id);
    }

    public Handover accept(Actor.Professional actor, HandoverId id) {
        return become(id, Handover.State.AANVAARD);
    }

    public void decline(Actor.Professional actor, HandoverId id) {
        become(id, Handover.State.AFGEWEZEN);
    }

    public void withdraw(Actor.Professional actor, HandoverId id) {
        become(id, Handover.State.INGETROKKEN);
    }

    public Handover refusePerson(Actor.Resident actor, HandoverId id) {
        return become(id, Handover.State.GEWEIGERD);
    }

    public List<Handover> of(Actor.Resident actor) {
        return List.copyOf(all.values());
    }

    public List<Handover> of(Actor.Professional actor) {
        return all.values().stream()
                .filter(one -> one.from().equals(actor.id()) || one.to().equals(actor.id()))
                .toList();
    }

    public Handover find(Actor.Resident actor, HandoverId id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
    }

    private Handover become(HandoverId id, Handover.State state) {
        var before = all.get(id);
        var after = new Handover(
                id,
                before.of(),
                before.from(),
                before.to(),
                state,
                clock.instant(),
                before.offeredAt(),
                before.until(),
                before.statutes());
        all.put(id, after);
        return after;
    }
}
