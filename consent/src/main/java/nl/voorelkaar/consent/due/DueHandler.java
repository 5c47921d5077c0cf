package nl.voorelkaar.consent.due;

import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;

/** Does one kind of due work. */
public interface DueHandler {

    DueKind kind();

    /**
     * Called once per item, in a transaction in the scope of this resident; an exception leaves the item on the list.
     *
     * @return whether there was anything left to do
     */
    boolean done(ResidentId resident, UUID subject);
}
