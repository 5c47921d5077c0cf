package nl.voorelkaar.portal.access;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import nl.voorelkaar.consent.Face;
import org.springframework.context.annotation.Configuration;

/**
 * Which pages a face has: its own and those that both show. Vaadin takes routes from every package below the
 * application unless it is told which; {@code vaadin.allowed-packages} only narrows what is searched, not what becomes
 * a route.
 */
final class FacePages {

    private static final String OPEN = "nl.voorelkaar.portal.open";
    private static final String UI = "nl.voorelkaar.portal.ui";

    private FacePages() {}

    @Configuration(proxyBeanMethods = false)
    @Face.OnResident
    @EnableVaadin({OPEN, UI, "nl.voorelkaar.portal.resident"})
    static class ResidentPages {}

    @Configuration(proxyBeanMethods = false)
    @Face.OnWorkspace
    @EnableVaadin({OPEN, UI, "nl.voorelkaar.portal.workspace"})
    static class WorkspacePages {}
}
