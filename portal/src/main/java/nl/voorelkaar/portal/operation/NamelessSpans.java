package nl.voorelkaar.portal.operation;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What leaves of a trace: its times, and the words in this list. All else stays here, and so does what an exception
 * says, so that no library can tell by accident of whom a request was.
 */
@Component
class NamelessSpans implements SpanFilter {

    private static final Set<String> TOLD =
            Set.of("method", "uri", "status", "outcome", "exception", "error", "client.name", "by", "chore");

    @Override
    public FinishedSpan map(FinishedSpan span) {
        span.setTags(span.getTags().entrySet().stream()
                .filter(tag -> TOLD.contains(tag.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        span.setEvents(List.of());
        return span;
    }
}
