package nl.devservices.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Assertion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs personas in at the stand-in as this face's own application would: authorization code with PKCE. */
public final class DemoLogin {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();
    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String redirect;

    public DemoLogin(String issuer, String clientId, String clientSecret, String publicUrl) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.redirect = publicUrl + "/login/oauth2/code/" + issuer.substring(issuer.lastIndexOf('/') + 1);
    }

    /**
     * What the provider said about somebody who just signed in.
     *
     * @param claims of the UserInfo endpoint
     */
    public record Login(Assertion assertion, String subject, Instant at, JsonNode claims) {

        public String claim(String name) {
            return claims.get(name).asString();
        }
    }

    public Login signIn(String persona) {
        var verifier = token();
        var page = redirected(get(issuer + "/oauth2/authorize?" + query(authorization(verifier)), ""));
        var back = redirected(get(redirected(post(page, Map.of("persona", persona, "loa", "substantieel"))), ""));
        var answer = read(post(issuer + "/oauth2/token", exchange(parameter(back, "code"), verifier)));
        var idToken = answer.get("id_token").asString();
        var claims = json.readTree(Base64.getUrlDecoder().decode(idToken.split("\\.")[1]));
        return new Login(
                new Assertion(idToken),
                claims.get("sub").asString(),
                Instant.ofEpochSecond(claims.get("auth_time").asLong()),
                read(get(issuer + "/userinfo", answer.get("access_token").asString())));
    }

    String issuer() {
        return issuer;
    }

    private Map<String, String> authorization(String verifier) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("response_type", "code");
        fields.put("client_id", clientId);
        fields.put("scope", "openid");
        fields.put("redirect_uri", redirect);
        fields.put("state", token());
        fields.put("nonce", token());
        fields.put("code_challenge", BASE64.encodeToString(sha256(verifier)));
        fields.put("code_challenge_method", "S256");
        return fields;
    }

    private Map<String, String> exchange(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "client_id", clientId,
                "client_secret", clientSecret,
                "code_verifier", verifier);
    }

    private HttpResponse<String> get(String address, String bearer) {
        var request = HttpRequest.newBuilder(URI.create(address));
        return send(bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer));
    }

    private HttpResponse<String> post(String address, Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query(form))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the stand-in answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }

    private static String redirected(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(location -> answer.uri().resolve(location).toString())
                .orElseThrow(() -> new IllegalStateException("the stand-in answered " + answer.statusCode()));
    }

    private static String parameter(String address, String name) {
        for (var pair : URI.create(address).getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalStateException("the stand-in gave no " + name);
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String token() {
        var bytes = new byte[48];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
