package nl.voorelkaar.portal.notice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes to NotifyNL and comes back, with the key that it gave. Throws {@link LetterPost.NotTaken} without an
 * answer.
 */
final class NotifyApi {

    private static final Duration TO_SEND = Duration.ofSeconds(10);
    private static final Duration TO_ASK = Duration.ofSeconds(3);
    /** The end of a key: id of the service and secret, two UUIDs with a hyphen between. */
    private static final int UUID_LENGTH = 36;

    private final URI url;
    private final String key;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TO_ASK)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param key as NotifyNL gives it, ending in two UUIDs; empty for a post that asks for none */
    NotifyApi(URI url, String key, Clock clock) {
        this.url = url;
        this.key = key;
        this.clock = clock;
    }

    /** @return what NotifyNL calls it */
    String send(String kind, Map<String, ?> notification) {
        var answer = ask(request("/v2/notifications/" + kind, TO_SEND)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(notification)))
                .build());
        if (answer.statusCode() != 201) {
            throw new LetterPost.NotTaken("the post answered " + answer.statusCode());
        }
        var id = field(answer.body(), "id");
        if (id.isBlank()) {
            throw new LetterPost.NotTaken("the post gave it no name");
        }
        return id;
    }

    /** How far it is, in the words of NotifyNL; empty when it does not know it. */
    Optional<String> status(String id) {
        var answer = ask(request("/v2/notifications/" + URLEncoder.encode(id, StandardCharsets.UTF_8), TO_ASK)
                .GET()
                .build());
        return answer.statusCode() == 200
                ? Optional.of(field(answer.body(), "status")).filter(status -> !status.isBlank())
                : Optional.empty();
    }

    private String field(String body, String name) {
        try {
            return json.readTree(body).path(name).asString("");
        } catch (JacksonException notJson) {
            return "";
        }
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        var request = HttpRequest.newBuilder(URI.create(url.toString().replaceAll("/+$", "") + path))
                .timeout(patience);
        if (!key.isBlank()) {
            request.header("Authorization", "Bearer " + token());
        }
        return request;
    }

    private String token() {
        if (key.length() < 2 * UUID_LENGTH + 1) {
            throw new LetterPost.NotTaken("voorelkaar.letters.key does not end in two UUIDs");
        }
        var secret = key.substring(key.length() - UUID_LENGTH);
        var service = key.substring(key.length() - 2 * UUID_LENGTH - 1, key.length() - UUID_LENGTH - 1);
        try {
            var token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new JWTClaimsSet.Builder()
                            .issuer(service)
                            .issueTime(Date.from(clock.instant()))
                            .build());
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new LetterPost.NotTaken("voorelkaar.letters.key signs nothing");
        }
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LetterPost.NotTaken("the post gives no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LetterPost.NotTaken("interrupted");
        }
    }
}
