package nl.voorelkaar.portal.ui;

import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandlerUtil;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens when a call of an open page fails where no page can tell it: the log has its kind and place only,
 * because messages of exceptions can hold what somebody typed.
 */
@Component
class PageErrors implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(PageErrors::failed));
    }

    private static void failed(ErrorEvent event) {
        var thrown = event.getThrowable();
        if (!DefaultErrorHandler.SOCKET_EXCEPTIONS.contains(thrown.getClass().getName())
                && !ErrorHandlerUtil.handleErrorByRedirectingToErrorView(thrown)) {
            LOG.error("a call of a page failed: {}", Failure.kinds(thrown));
        }
    }
}
