package nl.voorelkaar.portal.workspace.dossiers;

import com.vaadin.flow.router.NotFoundException;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.portal.access.SignedIn;
import org.springframework.stereotype.Component;

/**
 * What a page says of an address that is not, or no longer, one of this professional's: that there is nothing. Whose it
 * is hears of the attempt.
 */
@Component
@Face.OnWorkspace
public class NotTheirs {

    private final SignedIn signedIn;
    private final Attempts attempts;

    NotTheirs(SignedIn signedIn, Attempts attempts) {
        this.signedIn = signedIn;
        this.attempts = attempts;
    }

    /** @param asked as it stood in the address */
    public NotFoundException at(String asked) {
        Handle.of(asked).ifPresent(handle -> attempts.tried(signedIn.professional(), handle));
        return new NotFoundException();
    }
}
