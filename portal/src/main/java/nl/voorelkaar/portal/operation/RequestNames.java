package nl.voorelkaar.portal.operation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Set;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * How a request is named in figures and traces: by its pattern, and what a screen asks by the kind of message. The address
 * itself has identifiers in it and is not told.
 */
@Component
class RequestNames extends DefaultServerRequestObservationConvention {

    private static final String KIND = "v-r";

    /** The kinds of message that a screen sends; anything else somebody made up. */
    private static final Set<String> KINDS = Set.of("init", "uidl", "heartbeat", "push", "webcomponent-bootstrap");

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }

    @Override
    protected KeyValue uri(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        // Not getParameter: that reads the body, which is the screen's own.
        var query = request == null ? null : request.getQueryString();
        if (query != null) {
            for (var part : query.split("&", 20)) {
                if (part.startsWith(KIND + "=") && KINDS.contains(part.substring(KIND.length() + 1))) {
                    return KeyValue.of("uri", "screen:" + part.substring(KIND.length() + 1));
                }
            }
        }
        return super.uri(context);
    }
}
