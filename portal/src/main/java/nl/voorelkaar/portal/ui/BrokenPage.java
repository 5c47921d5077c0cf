package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.LoggerFactory;

/** Something of ours failed. Says what was kept and what to do; the cause goes to the log by its kind only. */
@AnonymousAllowed
public class BrokenPage extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LoggerFactory.getLogger(BrokenPage.class)
                .error("a page failed: {}", Failure.kinds(parameter.getCaughtException()));
        removeAll();
        add(LoosePage.of("broken"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Page.titled(Words.say("broken.title"));
    }
}
