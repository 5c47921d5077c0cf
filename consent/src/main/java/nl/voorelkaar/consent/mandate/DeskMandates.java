package nl.voorelkaar.consent.mandate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.LetterCode;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.receipt.Told;

/** Mandates that a resident told the desk. In the caller's transaction and in the scope of the resident. */
public interface DeskMandates {

    /**
     * @throws nl.voorelkaar.consent.MandateRefused when nothing was chosen, the day does not fit, or there are too many
     */
    Mandates.Invitation invite(
            Told told, ResidentId resident, MandateId id, Set<MandateScope> scopes, LocalDate lastDay);

    Optional<Mandate> known(ResidentId resident, MandateId id);

    /** The code that was made for the carer, while it can be used. */
    Optional<Mandates.Invitation> invitation(ResidentId resident, MandateId id);

    /** @throws nl.voorelkaar.consent.MandateRefused when nobody accepted, or it ended */
    void confirm(
            Told told,
            ResidentId resident,
            MandateId id,
            Set<MandateScope> scopes,
            LocalDate lastDay,
            String name,
            ShownText shown,
            LetterCode letter);

    /** @return whether it ended now */
    boolean stop(Told told, ResidentId resident, MandateId id, ShownText shown);
}
