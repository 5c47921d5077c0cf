package nl.voorelkaar.consent;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of residents and of who acts in their name, for each other: for lines of the log, steps and texts. */
public interface Carers {

    /** @return without those who are not known */
    Map<PersonId, String> named(Collection<Actor.Acting> carers);

    /** For whom they act, as the resident let them see it. */
    Optional<String> residentOf(Actor.Acting carer);

    /** How the resident wants to hear of what this carer does; empty for who represents by law. */
    Optional<Mandate.Digest> digestOf(Actor.Acting carer);

    /** Carers who hear of news in this dossier ({@link MandateScope#BERICHTEN}) now. Resident face only. */
    Set<PersonId> hearing(ResidentId resident);

    /** Carers whose mandate has one of these scopes now. Resident face only. */
    Set<PersonId> acting(ResidentId resident, Set<MandateScope> scopes);

    Optional<String> nameOf(Actor.Acting carer);
}
