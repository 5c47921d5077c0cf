package nl.voorelkaar.portal.open;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;

/** No page at this address; the same for what is not there and for what somebody may not know of. */
@ParentLayout(LostShell.class)
@AnonymousAllowed
final class NotFoundPage extends AbsentPage implements HasErrorParameter<NotFoundException> {

    NotFoundPage(HouseSettings settings, SignedIn signedIn) {
        super(settings, signedIn);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
