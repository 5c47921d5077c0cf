package nl.voorelkaar.consent.grant;

import java.util.UUID;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** The last day of a grant is over. */
@Component
class GrantEnd implements DueHandler {

    private final GrantBook grants;

    GrantEnd(GrantBook grants) {
        this.grants = grants;
    }

    @Override
    public DueKind kind() {
        return DueKind.GRANT_ENDS;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return grants.expire(resident, new GrantId(subject));
    }
}
