package nl.voorelkaar.portal.api;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import org.springframework.stereotype.Component;

/**
 * What a dossier is called in addresses: the id of a ground on which it is open, as on the screens. Who holds no such
 * ground finds nothing there, and whose it is hears of the attempt.
 */
@Component
@Face.OnWorkspace
class Held {

    private final Grants grants;
    private final CaseAssignments cases;
    private final Attempts attempts;

    Held(Grants grants, CaseAssignments cases, Attempts attempts) {
        this.grants = grants;
        this.cases = cases;
        this.attempts = attempts;
    }

    /** A ground that holds now, though its reader may still be refused: the gate decides. */
    record Ground(ResidentId resident, Set<Section> sections) {}

    /** @throws AccessRefused when it is none of this professional's */
    Ground at(Actor.Professional actor, UUID id) {
        return grants.held(actor, new GrantId(id))
                .map(reach -> new Ground(reach.resident(), reach.sections()))
                .or(() -> cases.held(actor, id).map(task -> new Ground(task.resident(), task.sections())))
                .orElseThrow(() -> notTheirs(actor, id));
    }

    AccessRefused notTheirs(Actor.Professional actor, UUID id) {
        attempts.tried(actor, new Handle(id));
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    /** These sections, when given; otherwise all of the ground. */
    static Set<Section> among(Ground ground, Optional<Section> section) {
        return section.map(Set::of).orElse(ground.sections());
    }
}
