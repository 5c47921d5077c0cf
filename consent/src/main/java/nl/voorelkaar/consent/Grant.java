package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * A resident's permission to one named professional.
 *
 * @param from first instant at which it holds
 * @param until first instant at which it no longer holds: 24:00 Europe/Amsterdam at the end of {@code terms.until()},
 *     or 00:00 of a birthday before that on which what was given for a young person ends
 * @param previous the version that this one narrowed or replaced
 */
public record Grant(
        GrantId id,
        ResidentId resident,
        RequestId request,
        Party to,
        Terms terms,
        Purpose purpose,
        Instant from,
        Instant until,
        State state,
        Instant stateSince,
        Optional<GrantId> previous) {

    /** DOMAIN §2.5. A grant past its {@code until} is VERLOPEN, also when no job has run yet. */
    public enum State {
        ACTIEF,
        GEPAUZEERD,
        INGETROKKEN,
        VERLOPEN,
        VERVANGEN,
        BEEINDIGD
    }

    /** Whether it ended by a birthday or a measure before its last day, and can be given anew (HERBEVESTIGEN). */
    public boolean toReconfirm() {
        return state == State.BEEINDIGD && stateSince.isBefore(CalendarDays.endOf(terms.until()));
    }

    public boolean live() {
        return state == State.ACTIEF || state == State.GEPAUZEERD;
    }
}
