package nl.voorelkaar.dossier.vault.envelope;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signatures by Ed25519 (RFC 8032). */
public final class Ed25519 {

    private Ed25519() {}

    /** 32 bytes. */
    public static byte[] publicKeyOf(SecretKeyBytes seed) {
        return new Ed25519PrivateKeyParameters(seed.exposed())
                .generatePublicKey()
                .getEncoded();
    }

    /** 64 bytes. */
    public static byte[] sign(SecretKeyBytes seed, byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(seed.exposed()));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        var signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(publicKey));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }
}
