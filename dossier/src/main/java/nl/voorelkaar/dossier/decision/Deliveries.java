package nl.voorelkaar.dossier.decision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    private static final Set<String> ANSWERED =
            Set.of(BesluitType.NOTIFIED, BesluitType.NOTICE_FAILED, BesluitType.SENDING_FAILED, BesluitType.SEND_AGAIN);

    private static final Set<String> BOUNCED_OR_KNOWN =
            Set.of(BesluitType.OPENED, BesluitType.NOTICE_FAILED, BesluitType.SENDING_FAILED, BesluitType.SEND_AGAIN);

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
        failed(resident, besluit, Deliveries::waits);
    }

    /**
     * The mail server took it, and reported later that it did not arrive (RFC 3464). Not when the resident opened the decision
     * meanwhile: then they know.
     */
    public void bounced(ResidentId resident, ProcedureId besluit) {
        failed(resident, besluit, verbs -> stands(verbs, BOUNCED_OR_KNOWN));
    }

    private void failed(ResidentId resident, ProcedureId besluit, Predicate<List<String>> still) {
        steps.take(new Case(resident, besluit), (state, verbs) -> {
            var waiting = state.equals(Besluit.State.BEKENDGEMAAKT.name());
            return still.test(verbs)
                    ? Optional.of(new KeylessSteps.Taken(
                            BesluitType.NOTICE_FAILED,
                            Optional.of(BesluitType.NOT_DELIVERED).filter(_ -> waiting),
                            Optional.of(CalendarDays.dayOf(clock.instant())),
                            Set.of(BesluitType.FINAL, BesluitType.OBJECTION_SOON)))
                    : Optional.empty();
        });
    }

    /** Whether what was placed was not answered for yet. */
    private static boolean waits(List<String> verbs) {
        return stands(verbs, ANSWERED);
    }

    /** Whether it was placed, and none of this followed. */
    private static boolean stands(List<String> verbs, Set<String> followed) {
        return verbs.contains(BesluitType.PLACE)
                && verbs.subList(verbs.lastIndexOf(BesluitType.PLACE) + 1, verbs.size()).stream()
                        .noneMatch(followed::contains);
    }
}
