package nl.voorelkaar.dossier;

import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;

/** Where residents want a text message too when there is news. Empty until they ask for it. Resident face only. */
public interface NoticePhones {

    /** For the notifier, and for the resident's own page. */
    Optional<PhoneNumber> of(ResidentId resident);

    /** @param number empty for no messages any more */
    void choose(Actor.Resident actor, Optional<PhoneNumber> number);
}
