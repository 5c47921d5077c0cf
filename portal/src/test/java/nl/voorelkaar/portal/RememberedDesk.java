package nl.voorelkaar.portal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.DeskRefused;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.ResidentId;

/** The desk in memory: what is written down waits for the code {@link #CODE}. */
public final class RememberedDesk implements Desk {

    public static final String CODE = "7KQ4A-M2XPB";

    public final List<AccessRequest> requests = new ArrayList<>();
    public final List<Grant> grants = new ArrayList<>();
    public final List<HeldMandate> mandates = new ArrayList<>();
    public final List<DeskOrder> orders = new ArrayList<>();
    public final List<DeskAct> acts = new ArrayList<>();

    private final Clock clock;

    public RememberedDesk(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Visit visit(Actor.Professional actor, ResidentId resident, DeskAct.Channel channel) {
        return new Visit(List.copyOf(requests), List.copyOf(grants), List.copyOf(mandates), List.copyOf(acts));
    }

    @Override
    public DeskAct record(
            Actor.Professional actor,
            ResidentId resident,
            DeskActId id,
            DeskAct.Channel channel,
            DeskOrder order,
            Optional<byte[]> scan) {
        orders.add(order);
        var now = clock.instant();
        var act = new DeskAct(
                id,
                resident,
                order.kind(),
                channel,
                actor.id(),
                now,
                order.kind().needsCode() ? DeskAct.State.WACHT_OP_CODE : DeskAct.State.UITGEVOERD,
                now,
                Optional.of(now.plus(CODE_VALID)).filter(until -> order.kind().needsCode()),
                Optional.of(now));
        acts.addFirst(act);
        return act;
    }

    @Override
    public DeskAct confirm(Actor.Professional actor, ResidentId resident, DeskActId id, String code) {
        if (!code.equals(CODE)) {
            throw new DeskRefused(DeskRefused.Reason.CODE_WRONG);
        }
        return become(id, DeskAct.State.BEVESTIGD);
    }

    @Override
    public Optional<DeskAct> find(Actor.Professional actor, ResidentId resident, DeskActId id) {
        return acts.stream().filter(act -> act.id().equals(id)).findFirst();
    }

    @Override
    public void withdraw(Actor.Professional actor, ResidentId resident, DeskActId id) {
        become(id, DeskAct.State.INGETROKKEN);
    }

    private DeskAct become(DeskActId id, DeskAct.State state) {
        acts.replaceAll(act -> act.id().equals(id)
                ? new DeskAct(
                        act.id(),
                        act.resident(),
                        act.kind(),
                        act.channel(),
                        act.by(),
                        act.recordedAt(),
                        state,
                        clock.instant(),
                        act.codeUntil(),
                        act.posted())
                : act);
        return acts.stream().filter(act -> act.id().equals(id)).findFirst().orElseThrow();
    }
}
