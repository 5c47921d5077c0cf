package nl.voorelkaar.dossier.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenAssertionsTests {

    private final Installation installation = new Installation();
    private final TokenAssertions assertions = installation.assertions();

    @Test
    void anAssertionTellsWhoSignedInHowSureAndWhen() {
        var subject = assertions.verify(installation.assertion("jan"));
        assertThat(subject.subject()).isEqualTo("jan");
        assertThat(subject.level()).isEqualTo(AssuranceLevel.SUBSTANTIEEL);
        assertThat(subject.signedInAt()).isEqualTo(Installation.START);
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                claims("another audience", claims -> claims.audience("another")),
                claims("no audience", claims -> claims.audience((String) null)),
                claims("another issuer", claims -> claims.issuer("https://identity.example.evil")),
                claims("no subject", claims -> claims.subject(null)),
                claims("no acr", claims -> claims.claim("acr", null)),
                claims("an unknown acr", claims -> claims.claim("acr", "very sure")),
                claims("level midden", claims -> claims.claim("acr", AssuranceLevel.MIDDEN.acr())),
                claims("level basis", claims -> claims.claim("acr", AssuranceLevel.BASIS.acr())),
                claims("no auth_time", claims -> claims.claim("auth_time", null)),
                claims(
                        "an auth_time of eight hours ago",
                        claims -> claims.claim(
                                "auth_time",
                                Installation.START.minus(Duration.ofHours(8)).getEpochSecond())),
                claims(
                        "an auth_time in the future",
                        claims -> claims.claim(
                                "auth_time",
                                Installation.START.plus(Duration.ofHours(1)).getEpochSecond())));
    }

    private static Arguments claims(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.argumentSet(name, change);
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void isRefusedWith(UnaryOperator<JWTClaimsSet.Builder> change) {
        var assertion =
                installation.assertion(change.apply(installation.claims("jan")).build());
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> assertions.verify(assertion));
    }

    @Test
    void isRefusedWhenSomebodyElseSignedIt() {
        var forged = Installation.assertion(installation.claims("jan").build(), Installation.providerKey());
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> assertions.verify(forged));
    }

    @Test
    void isRefusedWithoutASignatureOrWithAnEditedOne() {
        var unsigned = new Assertion(new PlainJWT(installation.claims("jan").build()).serialize());
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> assertions.verify(unsigned));
        var token = installation.assertion("jan").idToken().split("\\.");
        var other = installation.assertion("piet").idToken().split("\\.");
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> assertions.verify(new Assertion(token[0] + "." + other[1] + "." + token[2])));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> assertions.verify(new Assertion("no token at all")));
    }

    @Test
    void holdsForEightHoursAlsoWhenItWasVerifiedBefore() {
        var assertion = installation.assertion("jan");
        assertions.verify(assertion);
        installation.clock.advance(Duration.ofHours(8).minusSeconds(1));
        assertions.verify(assertion);
        installation.clock.advance(Duration.ofSeconds(1));
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> assertions.verify(assertion));
    }

    @Test
    void anAccessTokenOfAProgramOpensUntilItExpires() {
        var token = Installation.accessToken(
                installation.claims("jan").audience(Installation.PROGRAMS).build());
        assertThat(assertions.verify(token).subject()).isEqualTo("jan");
        installation.clock.advance(Duration.ofSeconds(299));
        assertions.verify(token);
        installation.clock.advance(Duration.ofSeconds(1));
        assertThatExceptionOfType(AccessRefused.class)
                .as("also when it was verified before")
                .isThrownBy(() -> assertions.verify(token));
    }

    @Test
    void anAccessTokenIsNoIdTokenAndAnIdTokenIsNoAccessToken() {
        var asIdToken = Installation.accessToken(installation.claims("jan").build());
        var asAccessToken = installation.assertion(
                installation.claims("jan").audience(Installation.PROGRAMS).build());
        var endless = Installation.accessToken(installation
                .claims("jan")
                .audience(Installation.PROGRAMS)
                .expirationTime(null)
                .build());
        assertThat(Stream.of(asIdToken, asAccessToken, endless))
                .allSatisfy(token ->
                        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> assertions.verify(token)));
    }

    @Test
    void theBrokerOpensNothingForAnActorWhoIsNotWhoTheAssertionNames() {
        var jan = installation.residentWithDossier("jan");
        var piet = installation.residentWithDossier("piet");
        var janAsPiet = new Actor.Resident(piet.id(), piet.level(), piet.signedInAt(), jan.assertion());
        assertRefused(janAsPiet, piet.id());
        var unbound = new Actor.Resident(
                new ResidentId(UUID.randomUUID()), jan.level(), jan.signedInAt(), installation.assertion("stranger"));
        assertRefused(unbound, unbound.id());
        var claimsMore = new Actor.Resident(jan.id(), AssuranceLevel.HOOG, jan.signedInAt(), jan.assertion());
        assertRefused(claimsMore, jan.id());
        var anna = installation.professionalWithKeys("anna");
        var asAnna = new Actor.Professional(
                anna.id(),
                anna.role(),
                anna.organisation(),
                Optional.empty(),
                anna.level(),
                anna.signedInAt(),
                installation.assertion("mallory"));
        assertRefused(asAnna, jan.id());
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> installation.workspace.vault.granteeKeys().ensure(asAnna));
    }

    private void assertRefused(Actor actor, ResidentId of) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> installation.resident.vault.broker().open(actor, Access.read(of, Section.VERHAAL)));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(
                        () -> installation.resident.vault.broker().openAny(actor, Access.read(of, Section.VERHAAL)));
    }
}
