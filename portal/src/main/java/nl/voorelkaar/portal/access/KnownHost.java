package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Answers only to the name of the public address: what a browser says in {@code Host} must never come back in an
 * address that somebody is sent to. Health probes come by whatever address the operator has, and get no address back.
 */
final class KnownHost extends StrictHttpFirewall {

    private static final String PROBES = "/actuator/";

    private final String host;

    KnownHost(HouseSettings settings) {
        this.host = settings.publicUrl().getHost();
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var fit = super.getFirewalledRequest(request);
        if (!host.equalsIgnoreCase(request.getServerName())
                && !request.getRequestURI().startsWith(PROBES)) {
            throw new RequestRejectedException("not the name of this face");
        }
        return fit;
    }
}
