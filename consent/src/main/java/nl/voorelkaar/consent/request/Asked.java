package nl.voorelkaar.consent.request;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.receipt.Receipts;
import nl.voorelkaar.consent.receipt.Told;

/** What giving needs of asking. In the caller's transaction and in the scope of the resident. */
public interface Asked {

    /** The request, locked until the transaction ends: one answer at a time. */
    Optional<AccessRequest> lock(ResidentId resident, RequestId id);

    /** @throws nl.voorelkaar.consent.ConsentRefused when it is no longer open */
    void given(ResidentId resident, RequestId id);

    /**
     * Says no for the resident.
     *
     * @return the evidence, for the line in the log
     * @throws nl.voorelkaar.consent.ConsentRefused when it is no longer open
     */
    Receipts.Written refused(Actor.Acting actor, RequestId id, ShownText shown);

    /** Says no, told in some way. @throws nl.voorelkaar.consent.ConsentRefused when it is no longer open */
    void refused(Told told, ResidentId resident, RequestId id, ShownText shown);

    /** Those that can be answered, oldest first; at most 100. */
    List<AccessRequest> open(ResidentId resident);
}
