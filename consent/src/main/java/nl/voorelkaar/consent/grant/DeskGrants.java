package nl.voorelkaar.consent.grant;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.LetterCode;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.receipt.Told;

/** Giving and stopping that a resident told the desk. In the caller's transaction and in the scope of the resident. */
public interface DeskGrants {

    /** Those that hold, at most 200. */
    List<Grant> live(ResidentId resident);

    Optional<Grant> find(ResidentId resident, GrantId id);

    /** The rules of giving online. @throws nl.voorelkaar.consent.ConsentRefused when one of them forbids it */
    void requireGivable(AccessRequest request, Terms terms);

    /** @throws nl.voorelkaar.consent.ConsentRefused as {@link #requireGivable} */
    Grant give(Told told, AccessRequest request, Terms terms, ShownText shown, LetterCode letter);

    /** The newest version of it. @return whether it ended now */
    boolean stop(Told told, ResidentId resident, GrantId id, ShownText shown);
}
