package nl.devservices.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void packaged() throws IOException {
        environment.put(
                "VE_PRODUCT_JAR",
                Files.createFile(folder.resolve("product.jar")).toString());
        environment.put("VE_LOCAL_FOLDER", folder.resolve("data").toString());
    }

    @Test
    void nothingNeedsToBeSet() throws IOException {
        var settings = Settings.from(environment);

        assertThat(settings.resident()).isEqualTo("http://localhost:8080");
        assertThat(settings.workspace()).isEqualTo("http://localhost:8081");
        assertThat(settings.local()).isEqualTo("http://localhost:9000");
        assertThat(settings.databasePort()).isEqualTo(15432);
        assertThat(settings.reset()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"VE_RESIDENT_PORT, tachtig", "VE_WORKSPACE_PORT, 0", "VE_LOCAL_PORT, 65536", "VE_DB_PORT, -1"})
    void aPortThatIsNoPortIsNamed(String variable, String value) {
        environment.put(variable, value);

        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(variable + " must be a port number");
    }

    @ParameterizedTest
    @CsvSource({"VE_RESIDENT_PORT", "VE_WORKSPACE_PORT", "VE_LOCAL_PORT", "VE_DB_PORT"})
    void aTakenPortIsToldWithTheVariableThatMovesIt(String variable) throws IOException {
        for (var name : new String[] {"VE_RESIDENT_PORT", "VE_WORKSPACE_PORT", "VE_LOCAL_PORT", "VE_DB_PORT"}) {
            environment.put(name, String.valueOf(freePort()));
        }
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put(variable, String.valueOf(taken.getLocalPort()));
            var settings = Settings.from(environment);

            assertThatThrownBy(() -> Ports.requireFree(settings, Duration.ZERO))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("make run " + variable + "=");
        }
        Ports.requireFree(Settings.from(withAnother(variable)), Duration.ZERO);
    }

    @Test
    void twoThingsOnOnePortIsTold() throws IOException {
        var port = String.valueOf(freePort());
        environment.put("VE_RESIDENT_PORT", port);
        environment.put("VE_LOCAL_PORT", port);
        environment.put("VE_WORKSPACE_PORT", String.valueOf(freePort()));
        environment.put("VE_DB_PORT", String.valueOf(freePort()));
        var settings = Settings.from(environment);

        assertThatThrownBy(() -> Ports.requireFree(settings, Duration.ZERO))
                .hasMessage("VE_LOCAL_PORT and VE_RESIDENT_PORT are both " + port + ": give each a port of its own.");
    }

    @Test
    void aProductThatIsNotThereIsNamed() {
        environment.put("VE_PRODUCT_JAR", folder.resolve("nergens.jar").toString());

        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("nergens.jar");
    }

    @Test
    void secretsAreMadeOnceAndOnlyTheirOwnerReadsThem() throws IOException {
        var file = folder.resolve("secrets.properties");
        var made = new Secrets(file).of("client.resident");

        assertThat(made).hasSizeGreaterThanOrEqualTo(40);
        assertThat(new Secrets(file).of("client.resident")).isEqualTo(made);
        assertThat(new Secrets(file).of("client.workspace")).isNotEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file).toString())
                .doesNotContain("GROUP")
                .doesNotContain("OTHERS");
    }

    private Map<String, String> withAnother(String variable) throws IOException {
        environment.put(variable, String.valueOf(freePort()));
        return environment;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
