package nl.voorelkaar.portal.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/**
 * The content security policy of pages, as strict as Vaadin 25.2 runs with: scripts need the nonce of this answer, or
 * were loaded by one that had it. Vaadin's client makes functions from text that the server sends, hence
 * {@code 'unsafe-eval'}; its components put style elements in the page, hence {@code 'unsafe-inline'} for styles only.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private final WayOut wayOut;
    private final String identityProvider;

    PagePolicy(HouseSettings settings, WayOut wayOut) {
        this.wayOut = wayOut;
        this.identityProvider = Origin.of(settings.identity().issuer());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::guard);
    }

    private void guard(IndexHtmlResponse page) {
        wayOut.onto(page.getDocument(), ((VaadinServletRequest) page.getVaadinRequest()).getHttpServletRequest());
        var nonce = Nonce.fresh();
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        var response = page.getVaadinResponse();
        response.setHeader("Content-Security-Policy", policy(nonce));
        response.setHeader("Reporting-Endpoints", "csp=\"" + CspReports.PATH + "\"");
    }

    private String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "frame-src 'none'",
                "manifest-src 'self'",
                "form-action 'self' " + identityProvider,
                "frame-ancestors 'none'",
                "base-uri 'self'",
                "object-src 'none'",
                "report-uri " + CspReports.PATH,
                "report-to csp");
    }
}
