package nl.voorelkaar.consent.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;

/** Lines in the log of the resident about the desk itself: the detail {@code step} says what happened. */
final class DeskLines {

    private DeskLines() {}

    static LedgerEvent of(ResidentId resident, Optional<? extends Actor> by, String step, Optional<DeskActId> act) {
        return line(resident, by, step, act, LedgerEvent.Outcome.DONE);
    }

    static LedgerEvent refused(
            ResidentId resident, Optional<? extends Actor> by, String step, Optional<DeskActId> act) {
        return line(resident, by, step, act, LedgerEvent.Outcome.REFUSED);
    }

    static String low(DeskAct.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static LedgerEvent line(
            ResidentId resident,
            Optional<? extends Actor> by,
            String step,
            Optional<DeskActId> act,
            LedgerEvent.Outcome outcome) {
        Map<String, String> details = new HashMap<>();
        details.put("step", "desk." + step);
        act.ifPresent(id -> details.put("act", id.toString()));
        return new LedgerEvent(
                resident,
                LedgerEvent.Kind.DESK,
                by.map(actor -> actor),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outcome,
                details);
    }
}
