package nl.voorelkaar.consent.tlog;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import nl.voorelkaar.consent.LogKeys;

/** Keys of the Java runtime, for one test run. */
final class TestLogKeys implements LogKeys, Serializable {

    private static final long serialVersionUID = 1;

    private final KeyPair classic = pair("Ed25519");
    private final KeyPair later = pair("ML-DSA-44");

    /** The same keys for every process that names this file; the first makes them. */
    static TestLogKeys keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
                    out.writeObject(new TestLogKeys());
                }
            }
            try (var in = new ObjectInputStream(Files.newInputStream(file))) {
                return (TestLogKeys) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] ed25519() {
        return tail(classic, 32);
    }

    @Override
    public byte[] mlDsa44() {
        return tail(later, 1312);
    }

    private static byte[] tail(KeyPair pair, int length) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
    }

    @Override
    public byte[] signEd25519(byte[] message) {
        return sign("Ed25519", classic, message);
    }

    @Override
    public byte[] signMlDsa44(byte[] message) {
        return sign("ML-DSA", later, message);
    }

    private static byte[] sign(String algorithm, KeyPair pair, byte[] message) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
