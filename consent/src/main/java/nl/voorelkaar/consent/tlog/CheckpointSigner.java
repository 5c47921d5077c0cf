package nl.voorelkaar.consent.tlog;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import nl.voorelkaar.consent.LogKeys;

/** Signs for one log: Ed25519 for every reader of C2SP notes, ML-DSA-44 for the years after quantum computers. */
final class CheckpointSigner {

    private final LogKeys keys;
    private final Clock clock;

    CheckpointSigner(LogKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    VerifierKey ed25519(String origin) {
        return new VerifierKey(origin, VerifierKey.Type.ED25519, keys.ed25519());
    }

    VerifierKey mlDsa44(String origin) {
        return new VerifierKey(origin, VerifierKey.Type.ML_DSA_44, keys.mlDsa44());
    }

    String note(Checkpoint checkpoint) {
        var seconds = clock.instant().getEpochSecond();
        var classic = Checkpoint.line(ed25519(checkpoint.origin()), keys.signEd25519(checkpoint.bodyBytes()));
        var later = Checkpoint.line(
                mlDsa44(checkpoint.origin()),
                ByteBuffer.allocate(8).putLong(seconds).array(),
                keys.signMlDsa44(checkpoint.statement(checkpoint.origin(), seconds)));
        return new Checkpoint.Note(checkpoint, List.of(classic.strip(), later.strip())).text();
    }
}
