package nl.voorelkaar.consent;

import java.util.List;

/** Ends help with one thing when the thing ends, on whichever face that happens. */
public interface HelpWithOneThing {

    /**
     * In the caller's transaction: whoever was let into this thing is out when this returns, and their keys are gone.
     *
     * @return lines for the ledger, for the caller to append as the last of the transaction
     */
    List<LedgerEvent> ended(ResidentId resident, Thing thing);
}
