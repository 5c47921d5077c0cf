package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.List;

/**
 * A case that goes from one professional to another (warme overdracht), without its words.
 *
 * @param until first instant at which an offer lapses
 * @param statutes the tasks that go along
 */
public record Handover(
        HandoverId id,
        ResidentId of,
        PartyId from,
        PartyId to,
        State state,
        Instant stateSince,
        Instant offeredAt,
        Instant until,
        List<String> statutes) {

    public Handover {
        statutes = List.copyOf(statutes);
    }

    /** As stored, but for what the clock did already. The names are stored. */
    public enum State {
        AANGEBODEN,
        /** The one opens, the other does not any more. */
        AANVAARD,
        /** By who was to take over. */
        AFGEWEZEN,
        INGETROKKEN,
        /** By the resident, who does not want this person. */
        GEWEIGERD,
        VERLOPEN
    }
}
