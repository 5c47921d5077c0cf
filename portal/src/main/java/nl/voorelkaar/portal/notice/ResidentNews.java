package nl.voorelkaar.portal.notice;

import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;

/** For parts of the portal that have news for a resident without an event of the domain. */
public interface ResidentNews {

    /**
     * Has the resident told that there is news: not what, and not about what. At least once, and once for the same two.
     *
     * @param what kind of news, so that two kinds about one thing are two notices; not kept
     */
    void tell(ResidentId resident, String what, UUID about);
}
