package nl.bench.dossiers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Section;
import tools.jackson.databind.json.JsonMapper;

/** Programs that ask residents for access, over the interface for programs. */
final class Asking {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, String> tokens = new HashMap<>();
    private final String workspace;
    private final ProgramTokens issued;

    Asking(String workspace, ProgramTokens issued) {
        this.workspace = workspace;
        this.issued = issued;
    }

    RequestId ask(int program, String code, Section section, LocalDate until) {
        try {
            var answer = send(program, code, section, until);
            if (answer.statusCode() == 401) {
                tokens.remove(program);
                answer = send(program, code, section, until);
            }
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("asking got " + answer.statusCode() + " " + answer.body());
            }
            return RequestId.of(JSON.readTree(answer.body()).required("id").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(int program, String code, Section section, LocalDate until)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(workspace + "/api/v1/vragen"))
                        .header("Authorization", "Bearer " + tokens.computeIfAbsent(program, issued::of))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                                "inwoner", Map.of("code", code),
                                "onderdelen", List.of(section.name()),
                                "tot", until.toString(),
                                "doel", "Meten hoe snel een dossier opengaat.",
                                "bijNee", "Dan meten wij met een ander dossier."))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
