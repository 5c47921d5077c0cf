package nl.voorelkaar.portal.operation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Set;
import nl.voorelkaar.portal.access.PageCalls;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * How a request is named in figures and traces: by its pattern, and what a screen asks by the kind of message. The
 * address itself has identifiers in it and is not told.
 */
@Component
class RequestNames extends DefaultServerRequestObservationConvention {

    /** The kinds of message that a screen sends; anything else somebody made up. */
    private static final Set<String> KINDS = Set.of("init", "uidl", "heartbeat", "push", "webcomponent-bootstrap");

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }

    @Override
    protected KeyValue uri(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        var kind = request == null ? "" : PageCalls.kind(request);
        if (KINDS.contains(kind)) {
            return KeyValue.of("uri", "screen:" + kind);
        }
        return super.uri(context);
    }
}
