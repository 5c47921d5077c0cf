package nl.voorelkaar.portal.open;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;

/** Refused looks exactly like absent, so that an answer never tells whether something is there. */
@ParentLayout(LostShell.class)
@AnonymousAllowed
final class RefusedPage extends AbsentPage implements HasErrorParameter<AccessRefused> {

    RefusedPage(HouseSettings settings, SignedIn signedIn) {
        super(settings, signedIn);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessRefused> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
