package nl.voorelkaar.portal.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.voorelkaar.portal.access.Problem;
import org.springframework.http.HttpStatus;

/** Says in the document with which problem each operation can answer, and with which status. */
final class Failures {

    /** The codes of one answer, for machines. */
    static final String CODES = "x-codes";

    private static final String SCHEMA = "Probleem";

    /** Whatever is asked. */
    private static final Set<Problem> ALWAYS = EnumSet.of(
            Problem.TOKEN, Problem.NOT_AVAILABLE, Problem.UNREADABLE, Problem.TOO_MANY, Problem.BROKEN, Problem.AWAY);

    private static final Map<String, Set<Problem>> ALSO = Map.of(
            "vraag", EnumSet.of(Problem.REFUSED, Problem.CODE, Problem.KEY_REUSED),
            "trekVraagIn", EnumSet.of(Problem.REFUSED),
            "voegToe", EnumSet.of(Problem.KEY_REUSED),
            "wijzig", EnumSet.of(Problem.CHANGED, Problem.VERSION),
            "bestand", EnumSet.of(Problem.NO_FILE, Problem.RANGE),
            "mijnBestand", EnumSet.of(Problem.NO_FILE, Problem.RANGE));

    private Failures() {}

    /** What every problem looks like. */
    static Map<String, Schema<?>> schema() {
        var problem = Types.object()
                .addProperty("title", Types.text())
                .addProperty("status", Types.typed("integer"))
                .addProperty(
                        "code",
                        Types.oneOf(EnumSet.allOf(Problem.class).stream()
                                .map(Problem::code)
                                .toList()))
                .addProperty("reason", Types.text())
                .addProperty("field", Types.text())
                .addProperty("instance", Types.text())
                .required(List.of("title", "status", "code"));
        return Map.of(SCHEMA, problem);
    }

    static void describe(Operation operation) {
        var codes = new TreeMap<Integer, List<String>>();
        for (var problem : of(operation)) {
            for (var status : problem.statuses()) {
                codes.computeIfAbsent(status.value(), _ -> new ArrayList<>()).add(problem.code());
            }
        }
        codes.forEach((status, said) -> operation
                .getResponses()
                .addApiResponse(String.valueOf(status), answer(HttpStatus.valueOf(status), said)));
    }

    private static Set<Problem> of(Operation operation) {
        var all = EnumSet.copyOf(ALWAYS);
        all.addAll(ALSO.getOrDefault(operation.getOperationId(), Set.of()));
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            all.add(Problem.FIELD);
        }
        return all;
    }

    private static ApiResponse answer(HttpStatus status, List<String> codes) {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA)));
        var answer = new ApiResponse().description(status.getReasonPhrase()).content(content);
        answer.addExtension(CODES, codes);
        return answer;
    }
}
