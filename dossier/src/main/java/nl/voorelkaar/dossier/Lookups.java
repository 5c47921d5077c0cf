package nl.voorelkaar.dossier;

import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.ResidentId;

/** Finding a resident by BSN (Wmo 5.2.9), in the open: the resident reads who looked and why. */
public interface Lookups {

    /**
     * The resident with this BSN, to ask something of. Writes a ledger line with the reason. Answers alike whether or
     * not there is a dossier: an unknown BSN gets the id that the resident will have at the first login.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when the role neither asks residents nor assigns cases, or the login
     *     is not sure enough; nothing was looked up
     * @throws nl.voorelkaar.consent.ConsentRefused with TOO_MANY when this professional looked up too many in the last
     *     hour
     */
    ResidentId byBsn(Actor.Professional actor, Bsn bsn, Purpose reason);

    /**
     * Asks emergency access to the dossier of the resident with this BSN. Answers alike whether or not there is a
     * dossier. The ledger line is that of the emergency.
     *
     * @throws nl.voorelkaar.consent.EmergencyRefused as {@link Emergencies#ask}, and with TOO_MANY when this
     *     professional looked up too many in the last hour
     */
    Emergency inEmergency(Actor.Professional actor, EmergencyId id, Bsn bsn, NewEmergency asked);
}
