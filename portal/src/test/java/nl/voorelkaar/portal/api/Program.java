package nl.voorelkaar.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of somebody else, with a token. Everything that it is answered must be as the document says. */
final class Program {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String face;
    private final String token;
    private final Contract contract;

    Program(String face, String token, Contract contract) {
        this.face = face;
        this.token = token;
        this.contract = contract;
    }

    /** What the face says of itself. */
    static JsonNode document(String face) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(face + "/api/v1/openapi"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, Optional<String> tag, JsonNode body) {

        String text(String field) {
            assertThat(body.has(field)).as("%s in %s", field, body).isTrue();
            return body.get(field).asString();
        }

        Answer is(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, Optional.empty(), headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, Optional.of(body), headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, Optional.of(body), headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    private Answer send(String method, String path, Optional<String> body, String... headers) {
        var answer = raw(method, path, body, headers);
        var json = check(method, path, answer);
        return new Answer(answer.statusCode(), answer.headers().firstValue("ETag"), json);
    }

    /** What is not in the document is not there. */
    void checkIfKnown(String method, String path, HttpResponse<String> answer) {
        if (contract.has(method, path.replaceAll("\\?.*", ""))) {
            check(method, path, answer);
        } else {
            assertThat(answer.statusCode()).as("%s %s", method, path).isIn(400, 401, 404, 429);
        }
    }

    /** @return the body, which is as the document says */
    JsonNode check(String method, String path, HttpResponse<String> answer) {
        var type = answer.headers()
                .firstValue("Content-Type")
                .map(said -> said.split(";")[0])
                .orElse("");
        var json = type.endsWith("json") && !answer.body().isEmpty()
                ? JSON.readTree(answer.body())
                : JSON.stringNode(answer.body());
        contract.check(method, path.replaceAll("\\?.*", ""), answer.statusCode(), type, json);
        return json;
    }

    HttpResponse<String> raw(String method, String path, Optional<String> body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(face + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        if (body.isPresent()) {
            request.header("Content-Type", "application/json");
        }
        for (int header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
