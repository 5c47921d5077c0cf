package nl.voorelkaar.dossier.decision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.KeylessSteps;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import org.springframework.stereotype.Service;

/**
 * What became of the mail that tells a resident of a decision in the portal (Awb 2:10), written in the delivery ledger by the
 * notifier. Needs no login and no key: it is a code and a moment. Each once for a decision; not about decisions that went as a
 * letter, nor about those that were sent again since.
 */
@Service
@Face.OnResident
public class Deliveries {

    private final KeylessSteps steps;
    private final Clock clock;

    Deliveries(KeylessSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /** The mail server took it. */
    public void notified(ResidentId resident, ProcedureId besluit) {
        steps.take(
                new Case(resident, besluit),
                (_, verbs) -> waits(verbs)
                        ? Optional.of(new KeylessSteps.Taken(
                                BesluitType.NOTIFIED, Optional.empty(), Optional.empty(), Set.of()))
                        : Optional.empty());
    }

    /** No mail server takes it, or there is no address. Who handles the decision sends it another way. */
    public void failed(ResidentId resident, ProcedureId besluit) {
        steps.take(
                new Case(resident, besluit),
                (state, verbs) -> waits(verbs)
                        ? Optional.of(new KeylessSteps.Taken(
                                BesluitType.NOTICE_FAILED,
                                Optional.of(BesluitType.NOT_DELIVERED)
                                        .filter(_ -> state.equals(Besluit.State.BEKENDGEMAAKT.name())),
                                Optional.of(CalendarDays.dayOf(clock.instant())),
                                Set.of(BesluitType.FINAL, BesluitType.OBJECTION_SOON)))
                        : Optional.empty());
    }

    /** Whether what was placed was not answered for yet. */
    private static boolean waits(List<String> verbs) {
        var since = verbs.subList(verbs.lastIndexOf(BesluitType.PLACE) + 1, verbs.size());
        return verbs.contains(BesluitType.PLACE)
                && since.stream()
                        .noneMatch(
                                Set.of(BesluitType.NOTIFIED, BesluitType.NOTICE_FAILED, "sending-failed", "send-again")
                                        ::contains);
    }
}
