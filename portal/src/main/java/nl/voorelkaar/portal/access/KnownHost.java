package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Answers only to the name of the public address: what a browser says in {@code Host} must never come back in an
 * address that somebody is sent to. Health probes come by whatever address the operator has, and get no address back.
 */
final class KnownHost extends StrictHttpFirewall {

    private static final String PROBES = "/actuator/";

    /** As Spring Security has it: no control character but a tab, and none that is not assigned. */
    private static final Pattern FIT = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    private final String host;

    KnownHost(HouseSettings settings) {
        this.host = settings.publicUrl().getHost();
        setAllowedHeaderValues(value -> isPlain(value) || FIT.matcher(value).matches());
    }

    /** What nearly every header is made of, an access token for one: the pattern is slow with long ones. */
    private static boolean isPlain(String value) {
        for (var place = 0; place < value.length(); place++) {
            var letter = value.charAt(place);
            if (letter < ' ' || letter > '~') {
                return false;
            }
        }
        return true;
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
