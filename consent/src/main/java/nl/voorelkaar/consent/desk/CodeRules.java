package nl.voorelkaar.consent.desk;

import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct.State;
import nl.voorelkaar.consent.DeskRefused.Reason;

/** When a code from a letter counts. */
final class CodeRules {

    private CodeRules() {}

    /**
     * @param wrong how often a wrong code was tried at this act
     * @return why it does not count; empty when it does
     */
    static Optional<Reason> refusal(State state, int wrong, Optional<Instant> until, Instant now, boolean same) {
        return switch (state) {
            case WACHT_OP_CODE -> waiting(wrong, until.orElse(Instant.MIN), now, same);
            // Who types the right code twice is not told that it was wrong.
            case BEVESTIGD, UITGEVOERD, NIET_MOGELIJK -> Optional.of(same ? Reason.CODE_USED : Reason.NO_LONGER_OPEN);
            case VERVALLEN -> Optional.of(same && wrong < Desk.TRIES ? Reason.CODE_EXPIRED : Reason.NO_LONGER_OPEN);
            case OPGESCHREVEN, WACHT_OP_GEMACHTIGDE -> Optional.of(Reason.CODE_WRONG);
            case INGETROKKEN -> Optional.of(Reason.NO_LONGER_OPEN);
        };
    }

    private static Optional<Reason> waiting(int wrong, Instant until, Instant now, boolean same) {
        if (wrong >= Desk.TRIES) {
            return Optional.of(Reason.TOO_MANY_TRIES);
        }
        if (!now.isBefore(until)) {
            return Optional.of(Reason.CODE_EXPIRED);
        }
        return same ? Optional.empty() : Optional.of(Reason.CODE_WRONG);
    }
}
