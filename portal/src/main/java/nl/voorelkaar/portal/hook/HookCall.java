package nl.voorelkaar.portal.hook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.vault.ReaderSignatures;
import nl.voorelkaar.portal.access.HouseSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * One message to one address, signed as Standard Webhooks 1.0 says ({@code v1a}). Connects to the very address that was
 * looked at (HTTP clients look names up by themselves), checks the certificate against the name, follows nothing, reads
 * the first line of the answer, and is over after fifteen seconds whatever the other side does.
 */
@Component
@Face.OnWorkspace
class HookCall {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_LINE = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})\\b.*");
    private static final int GONE = 410;

    private final ReaderSignatures signatures;
    private final HookAddress policy;
    private final SSLSocketFactory trust;
    private final Duration longest;
    private final Clock clock;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hook-ends").factory());

    @Autowired
    HookCall(ReaderSignatures signatures, HouseSettings settings, Clock clock) {
        this(
                signatures,
                new HookAddress(!settings.secure()),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                LONGEST,
                clock);
    }

    HookCall(ReaderSignatures signatures, HookAddress policy, SSLSocketFactory trust, Duration longest, Clock clock) {
        this.signatures = signatures;
        this.policy = policy;
        this.trust = trust;
        this.longest = longest;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        ends.shutdownNow();
    }

    /** @return empty when it was heard: an answer of 2xx */
    Optional<Hook.Failure> send(URI address, HookMessage message) {
        try {
            var place = policy.resolve(address);
            if (place.isEmpty()) {
                return Optional.of(Hook.Failure.GEEN_OPENBAAR_ADRES);
            }
            var secure = "https".equals(address.getScheme());
            var port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
            try (var plain = new Socket()) {
                var end = ends.schedule(() -> close(plain), longest.toMillis(), TimeUnit.MILLISECONDS);
                try {
                    plain.connect(new InetSocketAddress(place.get(), port), CONNECT_MILLIS);
                    return judged(answer(secure ? secured(plain, address.getHost(), port) : plain, address, message));
                } finally {
                    end.cancel(false);
                }
            }
        } catch (IOException noAnswer) {
            return Optional.of(Hook.Failure.GEEN_ANTWOORD);
        }
    }

    private Socket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) trust.createSocket(plain, host, port, true);
        var rules = socket.getSSLParameters();
        rules.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(rules);
        socket.startHandshake();
        return socket;
    }

    private int answer(Socket socket, URI address, HookMessage message) throws IOException {
        var out = socket.getOutputStream();
        out.write(request(address, message));
        out.flush();
        var line = new StringBuilder();
        for (var sign = socket.getInputStream().read();
                sign >= ' ';
                sign = socket.getInputStream().read()) {
            if (line.append((char) sign).length() > LONGEST_LINE) {
                break;
            }
        }
        var status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("no answer of a web server");
        }
        return Integer.parseInt(status.group(1));
    }

    private static Optional<Hook.Failure> judged(int status) {
        if (status == GONE) {
            return Optional.of(Hook.Failure.OPGEHEVEN);
        }
        return status >= 200 && status < 300 ? Optional.empty() : Optional.of(Hook.Failure.NIET_AANGENOMEN);
    }

    private byte[] request(URI address, HookMessage message) {
        var body = message.body();
        var moment = String.valueOf(clock.instant().getEpochSecond());
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var head = "POST " + path + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                + " HTTP/1.1\r\nHost: " + address.getRawAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nwebhook-id: " + message.name()
                + "\r\nwebhook-timestamp: " + moment
                + "\r\nwebhook-signature: " + signature(message.to(), message.name() + "." + moment + ".", body)
                + "\r\nUser-Agent: Voor-Elkaar\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        return joined(head.getBytes(US_ASCII), body);
    }

    private String signature(PartyId reader, String head, byte[] body) {
        return "v1a," + Base64.getEncoder().encodeToString(signatures.sign(reader, joined(head.getBytes(UTF_8), body)));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is over either way.
        }
    }
}
