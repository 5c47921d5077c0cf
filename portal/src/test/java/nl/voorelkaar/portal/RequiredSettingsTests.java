package nl.voorelkaar.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import nl.voorelkaar.portal.RequiredSettings.SettingsMissing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTests {

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(wrong(new MockEnvironment()))
                .hasSize(20)
                .anyMatch(line -> line.startsWith("voorelkaar.face is missing"))
                .contains(
                        "voorelkaar.public-url is missing",
                        "spring.datasource.url is missing",
                        "voorelkaar.keystore.password is missing",
                        "voorelkaar.custody.directory is missing",
                        "voorelkaar.identity.client-secret is missing");
    }

    @Test
    void startsWhenAllIsThere() {
        assertThatCode(() -> RequiredSettings.check(complete())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dossier.voorbeeldstad.example",
                "http://localhost.voorbeeldstad.example",
                "https://dossier.voorbeeldstad.example/app",
                "https://dossier.voorbeeldstad.example?x=1",
                "ftp://localhost",
                "dossier"
            })
    void refusesAnAddressThatIsNotSafe(String address) {
        assertThat(wrong(complete().withProperty("voorelkaar.public-url", address)))
                .hasSize(1);
    }

    @Test
    void neverRepeatsAValue() {
        var settings = complete()
                .withProperty("voorelkaar.face", "geheim-9")
                .withProperty("voorelkaar.public-url", "http://geheim-9.example");

        assertThat(wrong(settings)).hasSize(2).noneMatch(line -> line.contains("geheim-9"));
    }

    @Test
    void refusesToRunWithoutTheGuardAgainstForgedRequests() {
        assertThat(wrong(complete().withProperty("vaadin.disable-xsrf-protection", "true")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".*", "192.0.2.7", "192\\.0\\.2\\.7", "192.0.2.7/32,", "0.0.0.0/0", "192.0.2.0/24, ::/0"
            })
    void believesNoProxyThatIsNotNamed(String proxies) {
        assertThat(wrong(complete()
                        .withProperty("server.forward-headers-strategy", "native")
                        .withProperty("server.tomcat.remoteip.internal-proxies", proxies)))
                .hasSize(1);
        assertThat(wrong(complete()
                        .withProperty("server.tomcat.remoteip.remote-ip-header", "X-Real-IP")
                        .withProperty("server.tomcat.remoteip.internal-proxies", proxies)))
                .hasSize(1);
    }

    @Test
    void believesProxiesThatAreNamedButNeverEverybody() {
        var behindProxies =
                complete().withProperty("server.tomcat.remoteip.internal-proxies", "192.0.2.7/32, 2001:db8::/64");
        assertThatCode(() ->
                        RequiredSettings.check(behindProxies.withProperty("server.forward-headers-strategy", "native")))
                .doesNotThrowAnyException();
        assertThat(wrong(behindProxies.withProperty("server.forward-headers-strategy", "framework")))
                .hasSize(1);
    }

    private static java.util.List<String> wrong(MockEnvironment settings) {
        return catchThrowableOfType(SettingsMissing.class, () -> RequiredSettings.check(settings))
                .wrong();
    }

    private static MockEnvironment complete() {
        var settings = new MockEnvironment();
        RequiredSettings.REQUIRED.forEach(name -> settings.setProperty(name, "x"));
        return settings.withProperty("voorelkaar.face", "resident")
                .withProperty("voorelkaar.public-url", "https://dossier.voorbeeldstad.example");
    }
}
