package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.dependency.StyleSheet;
import jakarta.annotation.security.RolesAllowed;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Shell;

/** The frame of the workspace face. */
@RolesAllowed(SignedIn.PROFESSIONAL)
@StyleSheet("context://assets/workspace.css")
public class WorkspaceShell extends Shell {

    WorkspaceShell(WorkspaceFrame frame) {
        super(frame.plan());
    }
}
