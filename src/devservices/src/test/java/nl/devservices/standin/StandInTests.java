package nl.devservices.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.devservices.identity.Program;
import nl.devservices.identity.Relying;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandInTests {

    private static final String VERIFIER = "een-geheim-van-minstens-drieenveertig-tekens-lang";
    private static final JsonMapper JSON = new JsonMapper();
    private static final ECKey PROGRAM = newKey();

    @TempDir
    static Path folder;

    private static StandIn standIn;
    private static HttpServer application;
    private static final BlockingQueue<String> LOGOUT_TOKENS = new LinkedBlockingQueue<>();
    private static String base;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://localhost:" + application.getAddress().getPort();
        application.createContext("/logout/connect/back-channel/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            LOGOUT_TOKENS.add(URLDecoder.decode(body.substring("logout_token=".length()), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
        standIn = startStandIn();
    }

    private static StandIn startStandIn() throws IOException {
        return StandIn.start(
                freePort(),
                folder,
                List.of(
                        Relying.springClient("inwoners", "geheim-1", base, "digid"),
                        Relying.springClient("iets-anders", "geheim-3", base, "anders")),
                List.of(Relying.springClient("werkplek", "geheim-2", base, "medewerker")
                        .with(new Program(
                                "zorgplan",
                                PROGRAM.toPublicJWK(),
                                Optional.empty(),
                                "ZorgPlan",
                                "AANB",
                                "zorg-voorbeeld",
                                "Zorg Voorbeeld"))),
                Map.of("Inwoners", base));
    }

    @AfterAll
    static void stop() {
        standIn.close();
        application.stop(0);
    }

    @AfterEach
    void realTime() {
        browser.postJson(standIn.address() + "/klok", "{\"now\":\"" + OffsetDateTime.now() + "\"}");
        LOGOUT_TOKENS.clear();
    }

    @ParameterizedTest
    @CsvSource({"digid, inwoners, geheim-1, P01", "medewerker, werkplek, geheim-2, P12"})
    void aPersonSignsInWithTheCodeFlowAndPkce(String provider, String clientId, String secret, String persona)
            throws Exception {
        var issuer = standIn.address() + "/" + provider;
        var tokens = tokens(provider, clientId, secret, persona, "substantieel");

        var idToken = verified(issuer, tokens.get("id_token").asString());
        assertThat(idToken.getIssuer()).isEqualTo(issuer);
        assertThat(idToken.getAudience()).containsExactly(clientId);
        assertThat(idToken.getStringClaim("acr")).isEqualTo("urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard");
        assertThat(idToken.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(idToken.getStringClaim("sid")).isNotBlank();
        assertThat(idToken.getDateClaim("auth_time")).isNotNull();
        assertThat(idToken.toString()).doesNotContain("9999").doesNotContain(persona);
        assertThat(Duration.between(
                        idToken.getIssueTime().toInstant(),
                        idToken.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aProgramProvesItselfWithItsKeyAndIsWhomTheTokenIsAbout() throws Exception {
        var issuer = standIn.staffIssuer();
        var token = SignedJWT.parse(json(proven("zorgplan", issuer, Duration.ofMinutes(1), PROGRAM))
                .get("access_token")
                .asString());
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(claims.getSubject()).isEqualTo("zorgplan").isEqualTo(claims.getStringClaim("client_id"));
        assertThat(claims.getAudience()).containsExactly(base + "/api/v1");
        assertThat(claims.getStringClaim("organisation")).isEqualTo("zorg-voorbeeld");
        assertThat(claims.getDateClaim("auth_time")).isNotNull();

        var another = newKey();
        for (var refused : List.of(
                proven("zorgplan", issuer, Duration.ofMinutes(1), another),
                proven("zorgplan", standIn.residentIssuer(), Duration.ofMinutes(1), PROGRAM),
                proven("zorgplan", issuer, Duration.ofMinutes(-2), PROGRAM),
                proven("werkplek", issuer, Duration.ofMinutes(1), PROGRAM))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused).get("error").asString()).isEqualTo("invalid_client");
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("p").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> proven(String client, String audience, Duration valid, ECKey key) throws Exception {
        var proof = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("p").build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(audience)
                        .expirationTime(Date.from(standIn.clock().instant().plus(valid)))
                        .build());
        proof.sign(new ECDSASigner(key));
        return browser.post(
                standIn.staffIssuer() + "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        proof.serialize()));
    }

    @Test
    void discoveryIsHonestAboutTheProvider() throws Exception {
        for (var provider : List.of("digid", "medewerker")) {
            var discovery = json(browser.get(standIn.address() + "/" + provider + "/.well-known/openid-configuration"));
            var issuer = standIn.address() + "/" + provider;
            assertThat(discovery.get("issuer").asString()).isEqualTo(issuer);
            assertThat(discovery.get("end_session_endpoint").asString()).startsWith(issuer + "/");
            assertThat(discovery.get("userinfo_endpoint").asString()).startsWith(issuer + "/");
            assertThat(discovery.get("subject_types_supported").toString()).isEqualTo("[\"pairwise\"]");
            assertThat(discovery.get("backchannel_logout_supported").asBoolean())
                    .isTrue();
            assertThat(discovery.get("code_challenge_methods_supported").toString())
                    .contains("S256");
        }
    }

    @Test
    void theTwoProvidersHaveKeysOfTheirOwn() throws Exception {
        assertThat(keys(standIn.residentIssuer()).getKeys().getFirst().getKeyID())
                .isNotEqualTo(keys(standIn.staffIssuer()).getKeys().getFirst().getKeyID());
    }

    @Test
    void aResidentsBsnComesFromUserInfoOnly() {
        var tokens = tokens("digid", "inwoners", "geheim-1", "P01", "substantieel");

        var person = json(browser.get(
                standIn.residentIssuer() + "/userinfo",
                tokens.get("access_token").asString()));

        assertThat(person.get("bsn").asString()).isEqualTo("999940004");
        assertThat(person.get("name").asString()).isEqualTo("Fatima el Amrani");
        assertThat(person.get("birthdate").asString()).isEqualTo("1972-03-14");
        assertThat(person.get("email").asString()).isEqualTo("fatima@voorbeeld.example");
    }

    @Test
    void aProfessionalsWorkComesFromUserInfo() {
        var tokens = tokens("medewerker", "werkplek", "geheim-2", "P13", "hoog");

        var person = json(browser.get(
                standIn.staffIssuer() + "/userinfo", tokens.get("access_token").asString()));

        assertThat(person.get("role").asString()).isEqualTo("AANB");
        assertThat(person.get("organisation").asString()).isEqualTo("zorg-voorbeeld");
        assertThat(person.get("organisation_name").asString()).isEqualTo("Zorg Voorbeeld");
        assertThat(person.get("team").asString()).isEqualTo("wijkverpleging-noord");
        assertThat(person.get("own_bsn").asString()).isEqualTo("999940132");
        assertThat(person.get("household_bsns").toString()).isEqualTo("[\"999940181\"]");
        assertThat(person.has("bsn")).isFalse();
    }

    @Test
    void aSubjectIsStableAndDiffersForEveryApplicationAndProvider() throws Exception {
        var first = subject("digid", "inwoners", "geheim-1", "P11");

        assertThat(subject("digid", "inwoners", "geheim-1", "P11")).isEqualTo(first);
        assertThat(subject("digid", "iets-anders", "geheim-3", "P11")).isNotEqualTo(first);
        assertThat(subject("medewerker", "werkplek", "geheim-2", "P11")).isNotEqualTo(first);
        assertThat(subject("digid", "inwoners", "geheim-1", "P12")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "basis, urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
        "midden, urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
        "substantieel, urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard",
        "hoog, urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
        "geen,"
    })
    void theLevelOfTheSignInIsInTheToken(String level, String acr) throws Exception {
        var token = SignedJWT.parse(tokens("digid", "inwoners", "geheim-1", "P01", level)
                .get("id_token")
                .asString());

        assertThat(token.getJWTClaimsSet().getStringClaim("acr")).isEqualTo(acr);
    }

    @Test
    void anAddressThatIsNotRegisteredGetsNoCode() {
        var request = request("digid", "inwoners");
        request.put("redirect_uri", "http://localhost:1/ergens");

        var answer = browser.get(standIn.residentIssuer() + "/oauth2/authorize?" + Browser.query(request));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void withoutPkceThereIsNoSignIn() {
        var request = request("digid", "inwoners");
        request.remove("code_challenge");
        request.remove("code_challenge_method");

        var answer = browser.get(standIn.residentIssuer() + "/oauth2/authorize?" + Browser.query(request));

        assertThat(Browser.parameter(Browser.location(answer), "error")).isEqualTo("invalid_request");
        assertThat(Browser.parameter(Browser.location(answer), "code")).isNull();
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() {
        var code = code("digid", request("digid", "inwoners"), "P01", "substantieel");

        var answer =
                exchange("digid", "inwoners", "geheim-1", code, "een-ander-geheim-van-minstens-drieenveertig-tekens");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeWorksOnceAndForItsOwnApplicationOnly() {
        var code = code("digid", request("digid", "inwoners"), "P01", "substantieel");

        assertThat(exchange("digid", "iets-anders", "geheim-3", code, VERIFIER).statusCode())
                .isEqualTo(400);
        assertThat(exchange("digid", "inwoners", "verkeerd", code, VERIFIER).statusCode())
                .isEqualTo(401);
        var again = code("digid", request("digid", "inwoners"), "P01", "substantieel");
        assertThat(exchange("digid", "inwoners", "geheim-1", again, VERIFIER).statusCode())
                .isEqualTo(200);
        assertThat(exchange("digid", "inwoners", "geheim-1", again, VERIFIER).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeOfOneProviderIsNothingToTheOther() {
        var code = code("digid", request("digid", "inwoners"), "P01", "substantieel");

        assertThat(exchange("medewerker", "werkplek", "geheim-2", code, VERIFIER)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&prompt=login", "&max_age=0", "&max_age=3600"})
    void whoSignedInBeforeIsAskedAgainEveryTime(String wish) throws Exception {
        var request = Browser.query(request("digid", "inwoners")) + wish;
        browser.postJson(standIn.address() + "/klok", "{\"advance\":\"PT1H\"}");
        var before = standIn.clock().instant();

        var page = browser.get(standIn.residentIssuer() + "/oauth2/authorize?" + request);

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(Browser.location(page)).startsWith(standIn.residentIssuer() + "/inloggen?");
        var code = Browser.parameter(choose(Browser.location(page), "P01", "hoog"), "code");
        var token = SignedJWT.parse(json(exchange("digid", "inwoners", "geheim-1", code, VERIFIER))
                .get("id_token")
                .asString());
        assertThat(token.getJWTClaimsSet().getDateClaim("auth_time").toInstant())
                .isAfterOrEqualTo(Instant.ofEpochSecond(before.getEpochSecond()));
    }

    @Test
    void promptNoneCannotSignIn() {
        var request = Browser.query(request("digid", "inwoners")) + "&prompt=none";

        var answer = browser.get(standIn.residentIssuer() + "/oauth2/authorize?" + request);

        assertThat(Browser.location(answer)).contains("error=login_required");
    }

    @Test
    void aTicketFromTheSignInPageWorksOnce() {
        var page = signInPage("digid", request("digid", "inwoners"));
        var withTicket = Browser.location(browser.post(page, Map.of("persona", "P01", "loa", "substantieel")));

        assertThat(Browser.parameter(Browser.location(browser.get(withTicket)), "code"))
                .isNotNull();
        assertThat(Browser.location(browser.get(withTicket))).startsWith(standIn.residentIssuer() + "/inloggen");
    }

    @Test
    void theSignInPageListsThePersonasAndSaysWhatItIs() {
        var residents = browser.get(signInPage("digid", request("digid", "inwoners")));
        var staff = browser.get(signInPage("medewerker", request("medewerker", "werkplek")));

        assertThat(residents.statusCode()).isEqualTo(200);
        assertThat(residents.body())
                .contains("Fatima el Amrani", "value=\"P01\"", "value=\"P16\"", "value=\"E4\"", "value=\"geen\"")
                .contains("geen echte login")
                .doesNotContain("type=\"password\"")
                .doesNotContain("_csrf");
        assertThat(staff.body())
                .contains("Bram Visser", "Casemanager (CM)", "value=\"S3\"")
                .doesNotContain("value=\"P01\"");
    }

    @ParameterizedTest
    @CsvSource({
        "P99, substantieel, Persona “P99” bestaat hier niet",
        "'', substantieel, Kies eerst wie u bent",
        "P01, torenhoog, Het niveau “torenhoog” bestaat niet",
        "<b>, substantieel, Persona “&lt;b&gt;” bestaat hier niet"
    })
    void aChoiceThatDoesNotExistGetsOneClearSentence(String persona, String level, String sentence) {
        var page = signInPage("digid", request("digid", "inwoners"));

        var answer = browser.post(page, Map.of("persona", persona, "loa", level));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence).contains("value=\"P01\"");
    }

    @Test
    void aResidentCannotSignInAsStaff() {
        var page = signInPage("medewerker", request("medewerker", "werkplek"));

        assertThat(browser.post(page, Map.of("persona", "P01", "loa", "hoog")).body())
                .contains("Persona “P01” bestaat hier niet");
    }

    @Test
    void theSignInPageWithoutARequestPointsToTheStart() {
        var answer = browser.get(standIn.residentIssuer() + "/inloggen");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Begin bij het begin").doesNotContain("<form");
    }

    @Test
    void whoCancelsGoesBackWithoutACode() {
        var page = signInPage("digid", request("digid", "inwoners"));

        var back = Browser.location(browser.post(page, Map.of("annuleren", "ja")));

        assertThat(back).startsWith(base + "/login/oauth2/code/digid?");
        assertThat(Browser.parameter(back, "error")).isEqualTo("access_denied");
        assertThat(Browser.parameter(back, "state")).isEqualTo("s=1&2");
    }

    @Test
    void signingOutReturnsToTheApplicationAndTellsIt() throws Exception {
        var idToken = tokens("digid", "inwoners", "geheim-1", "P01", "substantieel")
                .get("id_token")
                .asString();

        var answer = browser.get(endSession("digid")
                + "?"
                + Browser.query(
                        Map.of("id_token_hint", idToken, "post_logout_redirect_uri", base + "/", "state", "a&b")));

        assertThat(Browser.location(answer)).startsWith(base + "/?state=");
        assertThat(Browser.parameter(Browser.location(answer), "state")).isEqualTo("a&b");
        assertLogoutToken(LOGOUT_TOKENS.poll(10, TimeUnit.SECONDS), idToken);
    }

    @Test
    void signingOutToAnAddressThatIsNotRegisteredIsRefused() {
        var idToken = tokens("digid", "inwoners", "geheim-1", "P01", "substantieel")
                .get("id_token")
                .asString();

        var answer = browser.get(endSession("digid")
                + "?"
                + Browser.query(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", "http://localhost:1/")));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void everybodyCanBeSignedOutAtOnce() throws Exception {
        var resident = tokens("digid", "inwoners", "geheim-1", "P01", "substantieel")
                .get("id_token")
                .asString();
        var worker = tokens("medewerker", "werkplek", "geheim-2", "P12", "substantieel")
                .get("id_token")
                .asString();
        assertThat(browser.get(standIn.address() + "/").body()).contains("Iedereen uitloggen");

        var answer = browser.post(standIn.address() + "/alles-uitloggen", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        var told = new LinkedHashMap<String, String>();
        for (String token; (token = LOGOUT_TOKENS.poll()) != null; ) {
            told.put(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid"), token);
        }
        assertLogoutToken(told.get(claim(resident, "sid")), resident);
        assertLogoutToken(told.get(claim(worker, "sid")), worker);
        assertThat(browser.get(standIn.address() + "/").body()).doesNotContain("Iedereen uitloggen");
    }

    private void assertLogoutToken(String token, String idToken) throws Exception {
        assertThat(token).as("a logout token arrived").isNotNull();
        var issuer = claim(idToken, "iss");
        var logout = verified(issuer, token);
        assertThat(SignedJWT.parse(token).getHeader().getType().getType()).isEqualTo("logout+jwt");
        assertThat(logout.getIssuer()).isEqualTo(issuer);
        assertThat(logout.getAudience())
                .containsExactlyElementsOf(
                        SignedJWT.parse(idToken).getJWTClaimsSet().getAudience());
        assertThat(logout.getStringClaim("sid")).isEqualTo(claim(idToken, "sid"));
        assertThat(logout.getSubject()).isEqualTo(claim(idToken, "sub"));
        assertThat(logout.getJSONObjectClaim("events"))
                .containsOnlyKeys("http://schemas.openid.net/event/backchannel-logout");
        assertThat(logout.getJWTID()).isNotBlank();
        assertThat(logout.getIssueTime()).isNotNull();
        assertThat(logout.getExpirationTime()).isAfter(logout.getIssueTime());
        assertThat(logout.getClaim("nonce")).isNull();
    }

    @Test
    void theClockTellsTheTimeInTheNetherlands() {
        var told = json(browser.get(standIn.address() + "/klok")).get("now").asString();

        assertThat(Duration.between(OffsetDateTime.parse(told).toInstant(), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(OffsetDateTime.parse(told).getOffset())
                .isEqualTo(ZoneId.of("Europe/Amsterdam").getRules().getOffset(Instant.now()));
    }

    @ParameterizedTest
    @CsvSource({
        "P14D, 2026-10-19T09:00:00+02:00",
        "P1M, 2026-11-05T09:00:00+01:00",
        "PT36H, 2026-10-06T21:00:00+02:00",
        "P1DT6H, 2026-10-06T15:00:00+02:00",
        "P3W, 2026-10-26T09:00:00+01:00",
        "-P1D, 2026-10-04T09:00:00+02:00",
        "P-1D, 2026-10-04T09:00:00+02:00",
        "PT-15M, 2026-10-05T08:45:00+02:00"
    })
    void theClockMovesOnTheCalendarAndBack(String step, String expected) {
        browser.postJson(standIn.address() + "/klok", "{\"now\":\"2026-10-05T09:00:00+02:00\"}");

        var answer = browser.postJson(standIn.address() + "/klok", "{\"advance\":\"" + step + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        var now = OffsetDateTime.parse(json(answer).get("now").asString());
        assertThat(now.getOffset()).isEqualTo(OffsetDateTime.parse(expected).getOffset());
        assertThat(Duration.between(OffsetDateTime.parse(expected), now))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"advance\":\"veertien dagen\"} | advance",
                "{\"advance\":\"P\"} | advance",
                "{\"advance\":\"\"} | advance",
                "{\"advance\":14} | advance",
                "{\"advance\":\"P9999Y\"} | advance",
                "{\"advance\":\"P99999999999Y\"} | advance",
                "{\"now\":\"2026-10-05\"} | now",
                "{\"now\":\"2026-10-05T09:00:00\"} | now",
                "{\"now\":\"1900-01-01T00:00:00Z\"} | now",
                "{\"now\":null} | now",
                "{\"later\":\"P1D\"} | later",
                "{\"now\":\"2026-10-05T09:00:00+02:00\",\"advance\":\"P1D\"} | advance",
                "{} | advance",
                "[] | advance",
                "geen json | advance",
                "`` | advance"
            })
    void badInputForTheClockNamesTheFieldAndMovesNothing(String body, String field) {
        var before = standIn.clock().offset();

        var answer = browser.postJson(standIn.address() + "/klok", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("field").asString()).isEqualTo(field);
        assertThat(json(answer).get("detail").asString()).startsWith(field + ": ");
        assertThat(standIn.clock().offset()).isEqualTo(before);
    }

    @Test
    void aFollowerIsAnsweredAsSoonAsTheClockMoves() throws Exception {
        var seen = json(browser.get(standIn.address() + "/klok")).get("offset").asString();
        var begin = System.nanoTime();
        var asked = Thread.ofVirtual()
                .unstarted(() -> new Browser().get(standIn.address() + "/klok?volger=proef&offset=" + seen));
        asked.start();

        browser.postJson(standIn.address() + "/klok", "{\"advance\":\"P1D\"}");

        asked.join(Duration.ofSeconds(10));
        assertThat(asked.isAlive()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "-P300D"})
    void signingInWorksAtAnyTimeAndTokensFollowTheClock(String step) throws Exception {
        browser.postJson(standIn.address() + "/klok", "{\"advance\":\"" + step + "\"}");
        var now = standIn.clock().instant();

        var tokens = tokens("digid", "inwoners", "geheim-1", "P01", "substantieel");

        var idToken = SignedJWT.parse(tokens.get("id_token").asString()).getJWTClaimsSet();
        assertThat(Duration.between(idToken.getIssueTime().toInstant(), now).abs())
                .isLessThan(Duration.ofMinutes(1));
        var userInfo = standIn.residentIssuer() + "/userinfo";
        var access = tokens.get("access_token").asString();
        assertThat(browser.get(userInfo, access).statusCode()).isEqualTo(200);

        browser.postJson(standIn.address() + "/klok", "{\"advance\":\"PT10M\"}");

        assertThat(browser.get(userInfo, access).statusCode()).isEqualTo(401);
    }

    @Test
    void aLoginEndsAfterEightHoursOnTheClock() {
        tokens("digid", "inwoners", "geheim-1", "P01", "substantieel");
        assertThat(browser.get(standIn.address() + "/").body()).contains("Iedereen uitloggen");

        browser.postJson(standIn.address() + "/klok", "{\"advance\":\"PT8H\"}");

        assertThat(browser.get(standIn.address() + "/").body()).doesNotContain("Iedereen uitloggen");
    }

    @Test
    void smsAndLettersArriveInTheMailbox() {
        var sms = browser.postJson(
                standIn.address() + "/v2/notifications/sms",
                "{\"phone_number\":\"+31600000000\",\"template_id\":\"t\",\"personalisation\":{\"body\":\"Er staat iets klaar\"}}");
        var letter = browser.postJson(
                standIn.address() + "/v2/notifications/letter",
                "{\"template_id\":\"t\",\"personalisation\":{\"address_line_1\":\"J. Postma\",\"address_line_2\":\"Dorpsstraat 1\",\"subject\":\"Besluit\",\"body\":\"Beste heer\"}}");

        assertThat(sms.statusCode()).isEqualTo(201);
        assertThat(letter.statusCode()).isEqualTo(201);
        var all = json(browser.get(standIn.address() + "/post.json"));
        assertThat(all.get(0).get("kind").asString()).isEqualTo("letter");
        assertThat(all.get(0).get("to").asString()).isEqualTo("J. Postma\nDorpsstraat 1");
        assertThat(all.get(1).get("text").asString()).isEqualTo("Er staat iets klaar");
        assertThat(json(letter).get("id").asString())
                .isEqualTo(all.get(0).get("id").asString());
        assertThat(browser.postJson(standIn.address() + "/v2/notifications/sms", "{}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void mailArrivesInTheMailboxAndIsThereAfterARestart() throws Exception {
        Mail.send(
                standIn.smtpPort(),
                "fatima@voorbeeld.example",
                "Er staat een bericht klaar",
                "Log in om het te lezen – groeten");

        var first = json(browser.get(standIn.address() + "/post.json")).get(0);
        assertThat(first.get("kind").asString()).isEqualTo("mail");
        assertThat(first.get("to").asString()).isEqualTo("fatima@voorbeeld.example");
        assertThat(first.get("subject").asString()).isEqualTo("Er staat een bericht klaar");
        assertThat(first.get("text").asString()).isEqualTo("Log in om het te lezen – groeten");
        assertThat(browser.get(standIn.address() + "/post").body()).contains("Er staat een bericht klaar");
        try (var again = startStandIn()) {
            assertThat(json(browser.get(again.address() + "/post.json")).get(0)).isEqualTo(first);
        }
    }

    @Test
    void aRestartKeepsKeysSubjectsAndTheMovedClock() throws Exception {
        browser.postJson(standIn.address() + "/klok", "{\"advance\":\"P14D\"}");

        try (var again = startStandIn()) {
            assertThat(keys(again.residentIssuer()).toString())
                    .isEqualTo(keys(standIn.residentIssuer()).toString());
            assertThat(again.clock().offset()).isEqualTo(standIn.clock().offset());
        }
    }

    @Test
    void noAnswerSetsACookieThatAFaceCouldMistakeForItsOwn() {
        var withTicket = Browser.location(browser.post(
                signInPage("digid", request("digid", "inwoners")), Map.of("persona", "P01", "loa", "hoog")));

        assertThat(browser.get(withTicket).headers().allValues("Set-Cookie"))
                .allMatch(cookie -> cookie.startsWith("VE_NAGEMAAKT="));
    }

    private JsonNode tokens(String provider, String clientId, String secret, String persona, String level) {
        var code = code(provider, request(provider, clientId), persona, level);
        var answer = exchange(provider, clientId, secret, code, VERIFIER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String subject(String provider, String clientId, String secret, String persona) throws Exception {
        return claim(
                tokens(provider, clientId, secret, persona, "hoog")
                        .get("id_token")
                        .asString(),
                "sub");
    }

    private String code(String provider, Map<String, String> request, String persona, String level) {
        var back = choose(signInPage(provider, request), persona, level);
        assertThat(Browser.parameter(back, "state")).isEqualTo("s=1&2");
        return Browser.parameter(back, "code");
    }

    private String signInPage(String provider, Map<String, String> request) {
        return Browser.location(
                browser.get(standIn.address() + "/" + provider + "/oauth2/authorize?" + Browser.query(request)));
    }

    private String choose(String page, String persona, String level) {
        return Browser.location(
                browser.get(Browser.location(browser.post(page, Map.of("persona", persona, "loa", level)))));
    }

    private HttpResponse<String> exchange(
            String provider, String clientId, String secret, String code, String verifier) {
        return browser.post(
                standIn.address() + "/" + provider + "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", request(provider, clientId).get("redirect_uri"),
                        "client_id", clientId,
                        "client_secret", secret,
                        "code_verifier", verifier));
    }

    private static Map<String, String> request(String provider, String clientId) {
        var request = new LinkedHashMap<String, String>();
        request.put("response_type", "code");
        request.put("client_id", clientId);
        request.put("scope", "openid profile");
        request.put("state", "s=1&2");
        request.put("nonce", "n-1");
        request.put(
                "redirect_uri", base + "/login/oauth2/code/" + (clientId.equals("iets-anders") ? "anders" : provider));
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String endSession(String provider) {
        return json(browser.get(standIn.address() + "/" + provider + "/.well-known/openid-configuration"))
                .get("end_session_endpoint")
                .asString();
    }

    private com.nimbusds.jwt.JWTClaimsSet verified(String issuer, String token) throws Exception {
        var jwt = SignedJWT.parse(token);
        var key = keys(issuer).getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private JWKSet keys(String issuer) throws Exception {
        var keys = JWKSet.load(URI.create(issuer + "/oauth2/jwks").toURL());
        assertThat(keys.getKeys()).noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
        return keys;
    }

    private static String claim(String token, String name) throws Exception {
        return String.valueOf(SignedJWT.parse(token).getJWTClaimsSet().getClaim(name));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void timestampsFollowTheClock() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(new byte[] {1});
        var query = new TimeStampRequestGenerator();
        query.setCertReq(true);
        var request = query.generate(TSPAlgorithms.SHA256, digest, BigInteger.TEN);
        standIn.clock().set(Instant.parse("2031-05-01T10:00:00Z"));
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(
                    HttpRequest.newBuilder(URI.create(standIn.timestamps()))
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertThat(reply.statusCode()).isEqualTo(200);
            var response = new TimeStampResponse(reply.body());
            response.validate(request);
            assertThat(response.getTimeStampToken()
                            .getTimeStampInfo()
                            .getGenTime()
                            .toInstant())
                    .isBetween(Instant.parse("2031-05-01T10:00:00Z"), Instant.parse("2031-05-01T10:01:00Z"));
        }
    }
}
