package nl.voorelkaar.dossier.seal;

import org.jspecify.annotations.Nullable;

/** A seal that was not put. Nothing changed. The reason is a message key: {@code seal.refused.<reason>}. */
public final class SealRefused extends RuntimeException {

    private final Reason reason;

    SealRefused(Reason reason) {
        this(reason, null);
    }

    SealRefused(Reason reason, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        /** The file is not the frozen one: somebody edited since. */
        STALE,
        /** The paper has no such place. */
        NO_SUCH_PLACE,
        /** This place has its seal. */
        ALREADY_SEALED,
        /** Bytes behind the frozen paper are no seals, or a seal does not fit what it covers. */
        ALTERED,
        /** The timestamp authority gives no answer, or not a right one. Try again later. */
        TIMESTAMP_UNAVAILABLE,
        /** The custody does not give the seal of the municipality. */
        SEAL_UNAVAILABLE
    }
}
