package nl.voorelkaar.dossier.sharecode;

import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Role;
import org.springframework.stereotype.Component;

/**
 * Who may find a resident at all: those who then can ask that resident something, or give a colleague the case, and the
 * privacy officer, who registers what a resident asked about data by letter or phone.
 */
@Component
class Finders {

    private final AccessRequests requests;

    Finders(AccessRequests requests) {
        this.requests = requests;
    }

    /** @throws AccessRefused when this professional has nothing to find a resident for; nothing was looked up then */
    void require(Actor.Professional actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        if (!mayFind(actor.role())) {
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
    }

    private boolean mayFind(Role role) {
        return role.assignsCases() || role == Role.FG || !requests.askable(role).isEmpty();
    }
}
