package nl.voorelkaar.portal.operation;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where traces go in the tests: keeps each word that leaves a face once, of all requests of this run. */
public final class Listener implements SpanExporter {

    private final Set<String> words = ConcurrentHashMap.newKeySet();

    /** What was told until now, each span as one text of its name, attributes, events and status. */
    public Set<String> words() {
        return Set.copyOf(words);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        spans.forEach(span -> words.add(said(span)));
        return CompletableResultCode.ofSuccess();
    }

    private static String said(SpanData span) {
        return Stream.of(
                        Stream.of(span.getName(), span.getStatus().getDescription()),
                        span.getAttributes().asMap().entrySet().stream()
                                .map(one -> one.getKey() + "=" + one.getValue()),
                        span.getEvents().stream().map(EventData::toString))
                .flatMap(all -> all)
                .collect(Collectors.joining(" "));
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
