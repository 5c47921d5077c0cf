package nl.voorelkaar.dossier.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateParsingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Asks a timestamp authority (RFC 3161) over HTTP. What comes back is used only when it answers this very question, is
 * signed by a certificate for timestamps that came along, and is about now.
 */
final class TimestampAuthority {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** What two honest clocks may differ. */
    private static final Duration DRIFT = Duration.ofMinutes(5);

    private static final int LARGEST = 64 * 1024;
    private static final String FOR_TIMESTAMPS = "1.3.6.1.5.5.7.3.8";

    private final URI address;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    TimestampAuthority(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /** For one seal; remembers what was given. */
    Asked ask() {
        return new Asked();
    }

    final class Asked implements TSPSource {

        @Serial
        private static final long serialVersionUID = 1L;

        private transient Instant given = Instant.MIN;

        /** When, by the last answer. */
        Instant given() {
            return given;
        }

        /** @throws Unavailable in every case that there is no right timestamp */
        @Override
        public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
            try {
                var source = new OnlineTSPSource(address.toString(), new Post());
                source.setNonceSource(new SecureRandomNonceSource());
                var answer = source.getTimeStampResponse(algorithm, digest);
                given = checked(new TimestampToken(answer.getBytes(), TimestampType.SIGNATURE_TIMESTAMP));
                return answer;
            } catch (Exception e) {
                // Whatever its kind, DSS and the network have many: without a timestamp there is no seal.
                throw new Unavailable(e);
            }
        }

        private Instant checked(TimestampToken token) throws CertificateParsingException {
            if (token.getCertificates().stream().noneMatch(certificate -> signs(certificate, token))) {
                throw new IllegalStateException("not signed by a certificate for timestamps");
            }
            var moment = token.getGenerationTime().toInstant();
            if (Duration.between(clock.instant(), moment).abs().compareTo(DRIFT) > 0) {
                throw new IllegalStateException("not about now");
            }
            return moment;
        }

        private static boolean signs(CertificateToken certificate, TimestampToken token) {
            try {
                var uses = certificate.getCertificate().getExtendedKeyUsage();
                return uses != null && uses.contains(FOR_TIMESTAMPS) && token.isSignedBy(certificate);
            } catch (CertificateParsingException e) {
                return false;
            }
        }
    }

    /** There is no right timestamp, now. */
    static final class Unavailable extends RuntimeException {

        Unavailable(Throwable cause) {
            super("no timestamp", cause);
        }
    }

    /** The one way of asking that a timestamp needs. */
    private final class Post implements DataLoader {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public byte[] post(String url, byte[] content) {
            var request = HttpRequest.newBuilder(address)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/timestamp-query")
                    .header("Accept", "application/timestamp-reply")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                    .build();
            try {
                var answer = http.send(request, BodyHandlers.ofInputStream());
                try (var body = answer.body()) {
                    if (answer.statusCode() != 200) {
                        throw new IOException("status " + answer.statusCode());
                    }
                    var bytes = body.readNBytes(LARGEST + 1);
                    if (bytes.length > LARGEST) {
                        throw new IOException("too much");
                    }
                    return bytes;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new InterruptedIOException());
            }
        }

        @Override
        public byte[] get(String url) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataAndUrl get(List<String> urls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setContentType(String contentType) {
            // Always that of a timestamp query.
        }
    }
}
