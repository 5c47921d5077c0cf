package nl.voorelkaar.portal.workspace.find;

import java.util.EnumSet;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import org.springframework.stereotype.Component;

/**
 * Tells a professional that a dossier is their own or of their household, and has the attempt written down. The one
 * reason that may be told: they know it already.
 */
@Component
@Face.OnWorkspace
public class OwnDossiers {

    private static final Set<Decision.Reason> OWN =
            EnumSet.of(Decision.Reason.OWN_DOSSIER, Decision.Reason.OWN_HOUSEHOLD);

    private final AccessGate gate;

    OwnDossiers(AccessGate gate) {
        this.gate = gate;
    }

    /** Whether this professional can never open that dossier. When so, the attempt is in the ledger. */
    public boolean attemptedBy(Actor.Professional actor, ResidentId resident) {
        var access = new Access(resident, EnumSet.allOf(Section.class), Access.Action.READ);
        var own = gate.decide(actor, access).values().stream()
                .anyMatch(decision -> decision instanceof Decision.Refused no && OWN.contains(no.reason()));
        if (own) {
            writeDown(actor, access);
        }
        return own;
    }

    private void writeDown(Actor.Professional actor, Access access) {
        try {
            gate.require(actor, access);
        } catch (AccessRefused expected) {
            // The refusal is what had to be written down.
            return;
        }
        throw new IllegalStateException("an own dossier was not refused");
    }
}
