package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Shell;

/** The frame of the workspace face. While an emergency access lasts, every page says so, loudly. */
@RolesAllowed(SignedIn.PROFESSIONAL)
public class WorkspaceShell extends Shell {

    private final transient SignedIn signedIn;
    private final transient Emergencies emergencies;
    private final transient Clock clock;
    private final Div loud = new Div();

    WorkspaceShell(WorkspaceFrame frame, SignedIn signedIn, Emergencies emergencies, Clock clock) {
        super(frame.plan());
        this.signedIn = signedIn;
        this.emergencies = emergencies;
        this.clock = clock;
        banner(loud);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        super.afterNavigation(event);
        tellEmergencies();
    }

    /** Shows the emergency access that lasts now, and takes away what was said of one that ended. */
    public void tellEmergencies() {
        loud.removeAll();
        var actor = signedIn.professional();
        if (!emergencies.opens(actor.role())) {
            return;
        }
        emergencies.of(actor).stream()
                .filter(Emergency::open)
                .forEach(emergency -> loud.add(new EmergencyBanner(emergency, clock.instant(), () -> end(emergency))));
    }

    private void end(Emergency emergency) {
        emergencies.end(signedIn.professional(), emergency.id());
        tellEmergencies();
        UI.getCurrent().navigate(WorkspacePaths.emergency(emergency.id()).substring(1));
    }
}
