package nl.voorelkaar.portal.workspace.requests;

import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.HowFound;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/** What tells one request from another while the resident has no name here. */
public final class Telling {

    private Telling() {}

    /** "Gevraagd op maandag 5 oktober 2026 om 9.00 uur". */
    public static String asked(AccessRequest request) {
        return Words.say("workspace.requests.asked", Dates.moment(request.askedAt()));
    }

    /** How the resident was found; empty when that was not kept. */
    public static Optional<String> found(AccessRequest request) {
        return request.found().map(how -> switch (how) {
            case HowFound.ByCode code -> Words.say("workspace.requests.found.code", code.end());
            case HowFound.ByBsn _ -> Words.say("workspace.requests.found.bsn");
        });
    }
}
