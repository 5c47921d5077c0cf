package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import nl.voorelkaar.consent.AccessRefused;

/** Refused looks exactly like absent, so that an answer never tells whether something is there. */
@AnonymousAllowed
public class RefusedPage extends Main implements HasErrorParameter<AccessRefused>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessRefused> parameter) {
        removeAll();
        add(LoosePage.of("not-found"));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Words.say("not-found.title") + " – " + Words.say("house.name");
    }
}
