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
 * What became of the mail that tells a resident of a decision in the portal (Awb 2:10), written in the delivery ledger
 * by the notifier. Needs no login and no key: it is a code and a moment. Each once for a decision; not about decisions
 * that went as a letter, nor about those that were sent again since.
 */
@Service
@Face.OnResident
public class Deliveries {

    /** By this verb the decision on an objection stands in the portal. */
    public static final String PLACE_OUTCOME = "place-outcome";

    /** After these it is about another sending, or known that it failed. */
    private static final Set<String> OVERTAKEN =
            Set.of(BesluitType.NOTICE_FAILED, BesluitType.SENDING_FAILED, BesluitType.SEND_AGAIN, "send");

    /** Decisions that are made known, and stay so until they are sent again. */
    private static final Set<String> KNOWN = Set.of(Besluit.State.BEKENDGEMAAKT.name(), "BESLIST");

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
                (_, verbs) -> stands(verbs, BesluitType.NOTIFIED)
                        ? Optional.of(KeylessSteps.Taken.only(BesluitType.NOTIFIED))
                        : Optional.empty());
    }

    /** No mail server takes it, or there is no address. Who handles the decision sends it another way. */
    public void failed(ResidentId resident, ProcedureId besluit) {
        failed(resident, besluit, BesluitType.NOTIFIED);
    }

    /**
     * The mail server took it, and reported later that it did not arrive (RFC 3464). Not when the resident opened the
     * decision meanwhile: then they know.
     */
    public void bounced(ResidentId resident, ProcedureId besluit) {
        failed(resident, besluit, BesluitType.OPENED);
    }

    private void failed(ResidentId resident, ProcedureId besluit, String unless) {
        steps.take(new Case(resident, besluit), (state, verbs) -> {
            var known = KNOWN.contains(state);
            return stands(verbs, unless)
                    ? Optional.of(new KeylessSteps.Taken(
                            BesluitType.NOTICE_FAILED,
                            Optional.of(BesluitType.NOT_DELIVERED).filter(_ -> known),
                            Optional.of(CalendarDays.dayOf(clock.instant())).filter(_ -> known),
                            known,
                            Set.of(BesluitType.FINAL, BesluitType.OBJECTION_SOON)))
                    : Optional.empty();
        });
    }

    /** Whether it was placed, and neither this nor another sending followed. */
    private static boolean stands(List<String> verbs, String unless) {
        var placed = Math.max(verbs.lastIndexOf(BesluitType.PLACE), verbs.lastIndexOf(PLACE_OUTCOME));
        return placed >= 0
                && verbs.subList(placed + 1, verbs.size()).stream()
                        .noneMatch(verb -> verb.equals(unless) || OVERTAKEN.contains(verb));
    }
}
