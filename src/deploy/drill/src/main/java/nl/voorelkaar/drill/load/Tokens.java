package nl.voorelkaar.drill.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import nl.devservices.identity.ClientProof;
import nl.devservices.local.ProgramKey;
import nl.voorelkaar.drill.site.Site;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens as the program of somebody else gets them: somebody signs in, by the code flow with PKCE. */
final class Tokens {

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-as-PKCE-asks";

    private final ECKey key;
    private final Clock clock;

    Tokens(Site<?> site) throws IOException {
        key = ProgramKey.in(site.programKey());
        clock = site.standIn().clock();
    }

    /** @param issuer where the persona signs in @param program that is registered there */
    String of(String issuer, String program, String persona) throws IOException, InterruptedException {
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var page = location(browser.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/oauth2/authorize?"
                                    + form(Map.of(
                                            "response_type", "code",
                                            "client_id", program,
                                            "redirect_uri", ProgramKey.RETURN.toString(),
                                            "scope", "openid",
                                            "state", "s",
                                            "code_challenge_method", "S256",
                                            "code_challenge", challenge()))))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
            var chosen = location(post(browser, page, "persona=" + persona + "&loa=substantieel"));
            var back = location(
                    browser.send(HttpRequest.newBuilder(chosen).build(), HttpResponse.BodyHandlers.ofString()));
            var code = URLDecoder.decode(back.getQuery().replaceAll(".*code=([^&]*).*", "$1"), UTF_8);
            var answer = post(
                    browser,
                    URI.create(issuer + "/oauth2/token"),
                    form(Map.of(
                            "grant_type",
                            "authorization_code",
                            "code",
                            code,
                            "redirect_uri",
                            ProgramKey.RETURN.toString(),
                            "code_verifier",
                            VERIFIER,
                            "client_id",
                            program,
                            "client_assertion_type",
                            ClientProof.TYPE,
                            "client_assertion",
                            ClientProof.of(key, program, issuer, clock.instant()))));
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .required("access_token")
                    .asString();
        }
    }

    private static HttpResponse<String> post(HttpClient browser, URI to, String form)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<?> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
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
