package nl.voorelkaar.dossier.vault.envelope;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** Signatures by ML-DSA-44 (FIPS 204), pure and with an empty context: they hold when Ed25519 no longer does. */
public final class MlDsa44 {

    private MlDsa44() {}

    /** 1312 bytes. */
    public static byte[] publicKeyOf(SecretKeyBytes seed) {
        return key(seed).getPublicKey();
    }

    /** 2420 bytes. */
    public static byte[] sign(SecretKeyBytes seed, byte[] message) {
        var signer = new MLDSASigner();
        signer.init(true, key(seed));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MLDSAPrivateKeyParameters key(SecretKeyBytes seed) {
        return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed.exposed());
    }
}
