package nl.voorelkaar.consent.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Whose signature under a checkpoint counts, as C2SP signed-note writes it: {@code name+id+base64(type, key)}.
 *
 * @param name the origin for the log itself
 * @param type which kind of signature
 * @param key the raw public key
 */
record VerifierKey(String name, Type type, byte[] key) {

    public VerifierKey {
        if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a key has a name without spaces and plus signs");
        }
        if (key.length != type.keyLength) {
            throw new IllegalArgumentException("a key of this type has another length");
        }
    }

    /** Kinds of signatures, with their byte in C2SP signed-note and tlog-cosignature. */
    enum Type {
        ED25519(0x01, 32, "302a300506032b6570032100", "Ed25519"),
        ED25519_COSIGNATURE(0x04, 32, "302a300506032b6570032100", "Ed25519"),
        ML_DSA_44(0x06, 1312, "30820532300b06096086480165030403110382052100", "ML-DSA");

        private final byte code;
        private final int keyLength;
        private final byte[] prefix;
        private final String algorithm;

        /** @param prefix what stands before the raw key in its X.509 form */
        Type(int code, int keyLength, String prefix, String algorithm) {
            this.code = (byte) code;
            this.keyLength = keyLength;
            this.prefix = HexFormat.of().parseHex(prefix);
            this.algorithm = algorithm;
        }
    }

    /** @throws IllegalArgumentException when this is no verifier key of a known type */
    static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a verifier key");
        }
        var bytes = Base64.getDecoder().decode(parts[2]);
        for (var type : Type.values()) {
            if (bytes.length == 1 + type.keyLength && bytes[0] == type.code) {
                var key = new VerifierKey(parts[0], type, Arrays.copyOfRange(bytes, 1, bytes.length));
                if (!key.text().equals(text.strip())) {
                    throw new IllegalArgumentException("not the id of this key");
                }
                return key;
            }
        }
        throw new IllegalArgumentException("a key of an unknown type");
    }

    byte[] id() {
        return Arrays.copyOf(
                Hashes.sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', type.code}, key), 4);
    }

    String text() {
        var bytes = new byte[1 + key.length];
        bytes[0] = type.code;
        System.arraycopy(key, 0, bytes, 1, key.length);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(bytes);
    }

    /** By the Java runtime's own algorithms, not by the library that signs: two that agree. */
    boolean signed(byte[] message, byte[] signature) {
        try {
            var encoded = Arrays.copyOf(type.prefix, type.prefix.length + key.length);
            System.arraycopy(key, 0, encoded, type.prefix.length, key.length);
            var check = Signature.getInstance(type.algorithm);
            check.initVerify(KeyFactory.getInstance(type.algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
