package nl.voorelkaar.consent.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import org.jspecify.annotations.Nullable;

/**
 * What either face may see of an act.
 *
 * @param codeIndex the keyed hash of the code in the letter
 * @param tries how often a wrong code was tried
 */
record DeskRow(
        ResidentId resident,
        DeskActId id,
        DeskAct.Kind kind,
        DeskAct.Channel channel,
        PartyId by,
        Instant recordedAt,
        DeskAct.State state,
        Instant since,
        byte @Nullable [] codeIndex,
        Optional<Instant> codeUntil,
        int tries,
        Optional<Instant> posted) {

    DeskAct act() {
        return new DeskAct(id, resident, kind, channel, by, recordedAt, state, since, codeUntil, posted);
    }

    /** The code, once the resident face made it; {@code subject} is what came of it. */
    record Sealed(byte[] body, byte @Nullable [] code, byte @Nullable [] typed, Optional<UUID> subject) {}
}
