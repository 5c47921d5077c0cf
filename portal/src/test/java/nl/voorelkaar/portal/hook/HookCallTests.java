package nl.voorelkaar.portal.hook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.vault.ReaderSignatures;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the other side can do to who tells it something. */
class HookCallTests {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final byte[] FINE = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final House house = House.running();

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK,",
        "HTTP/1.0 204 No Content,",
        "HTTP/1.1 299,",
        "HTTP/1.1 301 Moved,NIET_AANGENOMEN",
        "HTTP/1.1 100 Continue,NIET_AANGENOMEN",
        "HTTP/1.1 500 Broken,NIET_AANGENOMEN",
        "HTTP/1.1 410 Gone,OPGEHEVEN",
        "HTTP/1.1 2000 OK,GEEN_ANTWOORD",
        "SSH-2.0-x,GEEN_ANTWOORD",
        "'',GEEN_ANTWOORD"
    })
    void theFirstLineOfTheAnswerSaysIt(String line, Hook.Failure failure) throws IOException {
        assertThat(told(true, LONG, out -> out.write((line + "\r\nLocation: /elders\r\n\r\n").getBytes(US_ASCII))))
                .isEqualTo(Optional.ofNullable(failure));
    }

    @Test
    void whoSaysNothingOrGoesOnAndOnIsLeft() throws IOException {
        assertThat(told(true, SHORT, out -> {})).contains(Hook.Failure.GEEN_ANTWOORD);
        assertThat(told(true, SHORT, out -> {
                    while (true) {
                        out.write('x');
                    }
                }))
                .contains(Hook.Failure.GEEN_ANTWOORD);
    }

    @Test
    void nobodyInsideIsCalled() throws IOException {
        var calls = new AtomicInteger();
        assertThat(told(false, LONG, out -> calls.incrementAndGet())).contains(Hook.Failure.GEEN_OPENBAAR_ADRES);
        assertThat(calls).hasValue(0);
    }

    @Test
    void onlyWhoHasATrustedCertificateForTheNameIsTold() throws Exception {
        var localhost = Site.named("localhost", Clock.systemUTC().instant());
        var other = Site.named("elders.example", Clock.systemUTC().instant());
        assertThat(toldOver(localhost, localhost)).isEmpty();
        assertThat(toldOver(other, other)).contains(Hook.Failure.GEEN_ANTWOORD);
        assertThat(toldOver(localhost, other)).contains(Hook.Failure.GEEN_ANTWOORD);
    }

    private Optional<Hook.Failure> toldOver(Site site, Site trusted) throws IOException {
        try (var server = site.server().getServerSocketFactory().createServerSocket(0, 1, HERE)) {
            return told("https", server, true, trusted.trusting().getSocketFactory(), LONG, out -> out.write(FINE));
        }
    }

    private interface Answer {
        void give(OutputStream out) throws IOException;
    }

    private Optional<Hook.Failure> told(boolean local, Duration longest, Answer answer) throws IOException {
        try (var server = new ServerSocket(0, 1, HERE)) {
            var trust = (SSLSocketFactory) SSLSocketFactory.getDefault();
            return told("http", server, local, trust, longest, answer);
        }
    }

    private Optional<Hook.Failure> told(
            String scheme,
            ServerSocket server,
            boolean local,
            SSLSocketFactory trust,
            Duration longest,
            Answer answer) {
        var signatures = house.workspace.getBean(ReaderSignatures.class);
        var call = new HookCall(signatures, new HookAddress(local), trust, longest, Clock.systemUTC());
        try {
            Thread.ofVirtual().start(() -> {
                try (var caller = server.accept()) {
                    readWholly(caller.getInputStream());
                    answer.give(caller.getOutputStream());
                    untilItHangsUp(caller);
                } catch (IOException over) {
                    // Who called hung up.
                }
            });
            var message = new HookMessage(
                    UUID.randomUUID(),
                    new ResidentId(UUID.randomUUID()),
                    new PartyId(UUID.randomUUID()),
                    HookEvent.CHANGED,
                    UUID.randomUUID(),
                    house.clock().instant());
            return call.send(URI.create(scheme + "://localhost:" + server.getLocalPort() + "/"), message);
        } finally {
            call.stop();
        }
    }

    private static void untilItHangsUp(Socket caller) throws IOException {
        caller.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Who hangs up with something unread takes back what was said. */
    private static void readWholly(InputStream request) throws IOException {
        for (var closed = 0; closed < 2; ) {
            switch (request.read()) {
                case '}' -> closed++;
                case -1 -> throw new SocketException("hung up");
                default -> {}
            }
        }
    }
}
