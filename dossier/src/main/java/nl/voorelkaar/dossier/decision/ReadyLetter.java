package nl.voorelkaar.dossier.decision;

import java.util.List;
import java.util.UUID;
import nl.voorelkaar.dossier.procedure.PaperId;

/**
 * A letter that is printed, sealed and kept, for one sending. Kept for years: names never change.
 *
 * @param address lines for the envelope; empty for the portal
 * @param sha256 of the sealed file
 */
public record ReadyLetter(UUID sending, Sending.Channel channel, List<String> address, PaperId paper, String sha256) {

    public ReadyLetter {
        address = List.copyOf(address);
    }

    /**
     * Refuses a way that this letter cannot go: the portal when the resident did not choose it (Awb 2:8), the post
     * without a name and a place.
     */
    public void requireCanGo(boolean portalChosen, Enum<?> state) {
        if (channel == Sending.Channel.PORTAAL && !portalChosen) {
            throw DecisionRefusal.PORTAL_NOT_CHOSEN.in(state);
        }
        if (channel == Sending.Channel.BRIEF
                && address.stream().filter(line -> !line.isBlank()).count() < 2) {
            throw DecisionRefusal.ADDRESS_MISSING.in(state);
        }
    }

    @Override
    public String toString() {
        return "ReadyLetter[" + channel + "]";
    }
}
