package nl.voorelkaar.consent.representation;

import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.consent.RepresentationRefused.Reason;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.NeedToKnow;
import nl.voorelkaar.consent.gate.FactFinder;
import org.springframework.stereotype.Component;

/** Whose work it is to write down who somebody is before the law: the desk's, and never about their own household. */
@Component
class RegisteringDesk {

    private final FactFinder facts;

    RegisteringDesk(FactFinder facts) {
        this.facts = facts;
    }

    void require(Actor.Professional actor, ResidentId resident) {
        require(actor);
        requireNotOwn(actor, resident);
    }

    void require(Actor.Professional actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)
                || !NeedToKnow.byLaw(actor.role(), Section.CONTACT, Access.Action.ADD)) {
            throw new RepresentationRefused(Reason.NOT_YOURS_TO_REGISTER);
        }
    }

    void requireNotOwn(Actor.Professional actor, ResidentId resident) {
        if (own(actor, resident)) {
            throw new RepresentationRefused(Reason.OWN_DOSSIER);
        }
    }

    boolean own(Actor.Professional actor, ResidentId resident) {
        return facts.about(actor.id(), actor.team(), resident).relation() != Facts.Relation.NONE;
    }
}
