package nl.voorelkaar.consent;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The names of residents and of who acts in their name, for each other: for lines of the log, steps and texts. */
public interface Carers {

    /** @return without those who are not known */
    Map<PersonId, String> named(Collection<Actor.Acting> carers);

    /** For whom they act, as the resident let them see it. */
    Optional<String> residentOf(Actor.Acting carer);

    Optional<String> nameOf(Actor.Acting carer);
}
