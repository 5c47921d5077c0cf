package nl.devservices.local.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.devservices.identity.Relying;
import nl.devservices.standin.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedClockTests {

    @TempDir
    Path folder;

    private StandIn standIn;
    private FollowedClock clock;

    @BeforeEach
    void start() throws IOException {
        standIn = StandIn.start(freePort(), folder, application(), application(), Map.of());
        clock = new FollowedClock(URI.create(standIn.address()));
    }

    @AfterEach
    void stop() {
        clock.close();
        standIn.close();
    }

    @Test
    void aFreshClockHasTheEnvironmentsTimeAtOnce() {
        standIn.clock().set(Instant.parse("2026-10-05T07:00:00Z"));

        try (var fresh = new FollowedClock(URI.create(standIn.address()))) {
            assertSameTime(fresh);
        }
    }

    @Test
    void whoMovedTheClockFindsEverybodyThere() throws Exception {
        assertSameTime(clock);

        for (var step : List.of("P14D", "-P400D", "PT1H", "P6M")) {
            move(step);

            assertSameTime(clock);
        }
    }

    @Test
    void timeGoesOnFromWhereItWasWhenTheEnvironmentDoesNotAnswer() throws Exception {
        move("P14D");
        var before = clock.instant();

        standIn.close();

        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    /** Not about the same: the follower only adds an offset to the system's time, so it is exactly in between. */
    private void assertSameTime(FollowedClock follower) {
        var before = standIn.clock().instant();
        var told = follower.instant();
        assertThat(told).isBetween(before, standIn.clock().instant());
    }

    private static List<Relying> application() {
        return List.of(Relying.springClient("proef", "geheim", "http://localhost:1", "proef"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void move(String step) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(standIn.address() + "/klok"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"" + step + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
