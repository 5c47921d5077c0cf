package nl.voorelkaar.consent.grant;

import java.util.UUID;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** A grant ends in fourteen days. */
@Component
class GrantReminder implements DueHandler {

    private final GrantBook grants;

    GrantReminder(GrantBook grants) {
        this.grants = grants;
    }

    @Override
    public DueKind kind() {
        return DueKind.GRANT_ENDS_SOON;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return grants.remind(resident, new GrantId(subject));
    }
}
