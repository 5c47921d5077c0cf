package nl.voorelkaar.portal.resident.carer;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.portal.access.SignedIn;
import org.springframework.stereotype.Component;

/** As whom the person who is signed in may act. The only place of these pages that asks who is signed in. */
@Component
@Face.OnResident
class Capacities {

    private final SignedIn signedIn;
    private final Mandates mandates;
    private final Attempts attempts;

    Capacities(SignedIn signedIn, Mandates mandates, Attempts attempts) {
        this.signedIn = signedIn;
        this.mandates = mandates;
        this.attempts = attempts;
    }

    /** By the name of the resident. */
    List<Mandate> all() {
        return mandates.heldBy(signedIn.resident());
    }

    String ownName() {
        return signedIn.name();
    }

    void giveUp(MandateId id) {
        mandates.giveUp(signedIn.resident(), id);
    }

    /** @return empty when this person does not hold that mandate now, or it never was */
    Optional<Namens> of(MandateId id) {
        var held = all().stream()
                .filter(mandate -> mandate.id().equals(id) && mandate.live())
                .findFirst();
        if (held.isEmpty()) {
            attempts.tried(signedIn.resident(), new Handle(id.value()));
        }
        return held.map(mandate -> new Namens(
                mandate,
                mandates.opens(mandate.scopes()),
                () -> mandates.acting(signedIn.resident(), id)
                        .orElseThrow(() -> new AccessRefused(Decision.Reason.STOPPED))));
    }
}
