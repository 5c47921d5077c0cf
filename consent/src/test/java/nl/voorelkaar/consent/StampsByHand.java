package nl.voorelkaar.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import nl.devservices.timestamp.LocalTimestamps;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * Real tokens (RFC 3161), without a network. Tests share the logs: a token of none would spoil the proof of another.
 */
final class StampsByHand implements Timestamps {

    private final LocalTimestamps authority;

    StampsByHand(Path folder, Clock clock) {
        authority = LocalTimestamps.in(folder, clock);
    }

    @Override
    public Stamp stamp(byte[] sha256) {
        try {
            var query = new TimeStampRequestGenerator();
            query.setCertReq(true);
            var answer = new TimeStampResponse(authority.answer(
                    query.generate(TSPAlgorithms.SHA256, sha256, BigInteger.ONE).getEncoded()));
            var token = answer.getTimeStampToken();
            return new Stamp(
                    token.getEncoded(), token.getTimeStampInfo().getGenTime().toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TSPException e) {
            throw new IllegalStateException(e);
        }
    }
}
