package nl.voorelkaar.consent;

/**
 * The keys that sign checkpoints of the transparency log. The dossier's vault keeps them; only a node that seals has
 * them.
 */
public interface LogKeys {

    /** The public half: 32 bytes (RFC 8032). */
    byte[] ed25519();

    /** The public half: 1312 bytes (FIPS 204). */
    byte[] mlDsa44();

    /** 64 bytes. */
    byte[] signEd25519(byte[] message);

    /** 2420 bytes: pure ML-DSA-44, empty context. */
    byte[] signMlDsa44(byte[] message);
}
