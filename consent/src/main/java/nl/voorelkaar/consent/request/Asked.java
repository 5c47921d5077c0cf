package nl.voorelkaar.consent.request;

import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;

/** What giving needs of asking. In the caller's transaction and in the scope of the resident. */
public interface Asked {

    /** The request, locked until the transaction ends: one answer at a time. */
    Optional<AccessRequest> lock(ResidentId resident, RequestId id);

    /** @throws nl.voorelkaar.consent.ConsentRefused when it is no longer open */
    void given(ResidentId resident, RequestId id);
}
