package nl.voorelkaar.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.devservices.identity.ClientProof;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets access tokens in the two ways there are, as the program of somebody else would. */
final class Tokens {

    private static final String REDIRECT = "http://localhost/terug";
    private static final String VERIFIER =
            "a verifier of at least forty-three characters, as PKCE asks".replace(' ', '-');
    private static final JsonMapper JSON = JsonMapper.shared();

    private final House house;
    private final HttpClient http = HttpClient.newHttpClient();

    Tokens(House house) {
        this.house = house;
    }

    /** Client credentials: about the program itself. */
    String of(String program) {
        return token(program, house.programKey, Map.of("grant_type", "client_credentials"))
                .required("access_token")
                .asString();
    }

    /** The code flow with PKCE: about the person who signs in. */
    String of(String issuer, String program, String persona, String level) {
        var browser = new Browser(issuer);
        var page = browser.get("/" + issuer.substring(issuer.lastIndexOf('/') + 1) + "/oauth2/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", program,
                        "redirect_uri", REDIRECT,
                        "scope", "openid",
                        "state", "s",
                        "code_challenge_method", "S256",
                        "code_challenge", challenge())));
        var chosen = browser.post(
                Browser.location(page).toString(),
                "application/x-www-form-urlencoded",
                "persona=" + persona + "&loa=" + level);
        var code = Browser.location(browser.get(Browser.location(chosen).toString()))
                .getQuery()
                .replaceAll(".*code=([^&]*).*", "$1");
        return exchange(
                        issuer,
                        program,
                        house.programKey,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                java.net.URLDecoder.decode(code, UTF_8),
                                "redirect_uri",
                                REDIRECT,
                                "code_verifier",
                                VERIFIER))
                .required("access_token")
                .asString();
    }

    JsonNode token(String program, ECKey key, Map<String, String> asked) {
        return exchange(house.standIn.staffIssuer(), program, key, asked);
    }

    private JsonNode exchange(String issuer, String program, ECKey key, Map<String, String> asked) {
        var fields = new TreeMap<>(asked);
        fields.put("client_id", program);
        fields.put("client_assertion_type", ClientProof.TYPE);
        fields.put(
                "client_assertion",
                ClientProof.of(key, program, issuer, house.clock().instant()));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
