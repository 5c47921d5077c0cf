package nl.voorelkaar.consent;

/**
 * What the clock does to consent. Run each method every minute or so, on the resident face, from as many nodes as there
 * are: every item is done once, in a transaction of its own, and an item that fails is tried again at the next run.
 * Nothing depends on this for safety: the access decision looks at the clock itself.
 *
 * <p>Each run begins with what is due the longest, and works for a minute or so at most.
 *
 * @see AccessGate
 */
public interface DueWork {

    /**
     * Marks grants, mandates and assignments whose last day is over, or whose resident died, and publishes their end so
     * that keys go. @return how many
     */
    int expireDue();

    /**
     * Publishes {@link ConsentEvent.EndsSoon} 14 days before a grant ends, and {@link ConsentEvent.MandateEndsSoon} 30
     * days before a mandate ends, once for each. @return how many
     */
    int remindDue();

    /** Closes requests and invitations that nobody answered in time. @return how many */
    int lapseDue();

    /**
     * Ends emergency access, tells residents of it whom it was put off for, and says which reviews are late. @return
     * how many
     */
    int emergenciesDue();
}
