package nl.voorelkaar.dossier;

import java.util.Optional;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * Something was added, changed, moved or removed, published inside the transaction that did it: a listener that throws
 * undoes it. Not what, and not which entry.
 *
 * @param by the professional who did it; empty for the resident and for who acts in their name
 */
public record DossierChanged(ResidentId resident, Section section, Optional<PartyId> by) {}
