package nl.bench.dossiers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import nl.devservices.identity.ClientProof;
import nl.devservices.local.ProgramKey;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of programs of their own: client credentials with {@code private_key_jwt}. */
public final class ProgramTokens {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String issuer;
    private final ECKey key;

    /** @param key file with the secret half of the key that all programs of a local environment have */
    public ProgramTokens(String issuer, Path key) {
        this.issuer = issuer;
        try {
            this.key = ProgramKey.in(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program is called. @param program by its number, from 1 */
    public static String client(int program) {
        return program == 1 ? "zorgplan" : "zorgplan-" + program;
    }

    /** A fresh one, for five minutes. @param program by its number, from 1 */
    public String of(int program) {
        var client = client(program);
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_assertion_type",
                ClientProof.TYPE,
                "client_assertion",
                ClientProof.of(key, client, issuer, Instant.now()));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                                    .collect(Collectors.joining("&"))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token for " + client + ": " + answer.statusCode());
            }
            return JSON.readTree(answer.body()).required("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
