package nl.voorelkaar.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A municipality with keys of its own, that signs whatever it likes. Written from the published format, like the
 * verifier.
 */
final class ProofForger {

    private static final long TIME = 1_800_000_000;
    private static final String WITNESS = "getuige.example";

    private final KeyPair ed25519 = pair("Ed25519");
    private final KeyPair mlDsa = pair("ML-DSA-44");
    private final KeyPair witness = pair("Ed25519");

    KeyPair witness() {
        return witness;
    }

    /** The same log, under other keys, without anybody else who saw it. */
    ObjectNode resigned(ObjectNode archive) {
        var copy = archive.deepCopy();
        var log = (ObjectNode) copy.get("log");
        var origin = log.get("origin").asString();
        log.put("ed25519", key(origin, 1, bare(ed25519, 32)));
        log.put("mlDsa44", key(origin, 6, bare(mlDsa, 1312)));
        copy.put("checkpoint", signed(body(copy.get("checkpoint").asString())));
        copy.putArray("anchors");
        copy.putArray("witnesses").addObject().put("name", WITNESS).put("key", key(WITNESS, 4, bare(witness, 32)));
        return copy;
    }

    /** An anchor of the whole log with a cosignature that says it is from the known witness, made with this key. */
    void cosign(ObjectNode archive, KeyPair by) {
        var body = body(archive.get("checkpoint").asString());
        var message = "cosignature/v1\ntime " + TIME + "\n" + body;
        var id = HexFormat.of().parseHex(key(WITNESS, 4, bare(witness, 32)).split("\\+")[1]);
        var line = line(WITNESS, id, joined(number(TIME), sign("Ed25519", by, message.getBytes(UTF_8))));
        anchor(archive, signed(body) + line);
    }

    /** An anchor of the same size that the municipality showed somebody else. */
    void fork(ObjectNode archive) {
        anchor(archive, otherRoot(archive));
    }

    String otherRoot(ObjectNode archive) {
        var body = body(archive.get("checkpoint").asString()).split("\n");
        return signed(body[0] + "\n" + body[1] + "\n" + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    }

    private static void anchor(ObjectNode archive, String checkpoint) {
        ((ArrayNode) archive.get("anchors"))
                .addObject()
                .put("checkpoint", checkpoint)
                .putArray("consistency");
    }

    static String keyPrint(ObjectNode archive) throws GeneralSecurityException {
        var keys = MessageDigest.getInstance("SHA-256");
        for (var field : new String[] {"ed25519", "mlDsa44"}) {
            var key = Base64.getDecoder()
                    .decode(archive.get("log").get(field).asString().split("\\+", 3)[2]);
            keys.update(key, 1, key.length - 1);
        }
        return HexFormat.of().formatHex(keys.digest(), 0, 8);
    }

    private static String body(String checkpoint) {
        return checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1);
    }

    private String signed(String body) {
        var parts = body.split("\n");
        var origin = parts[0].getBytes(UTF_8);
        var ed = line(parts[0], keyId(parts[0], 1, bare(ed25519, 32)), sign("Ed25519", ed25519, body.getBytes(UTF_8)));
        var length = new byte[] {(byte) origin.length};
        var message = joined(
                "subtree/v1\n\0".getBytes(UTF_8),
                length,
                origin,
                number(TIME),
                length,
                origin,
                number(0),
                number(Long.parseLong(parts[1])),
                Base64.getDecoder().decode(parts[2]));
        var ml = line(
                parts[0],
                keyId(parts[0], 6, bare(mlDsa, 1312)),
                joined(number(TIME), sign("ML-DSA-44", mlDsa, message)));
        return body + "\n" + ed + ml;
    }

    private static String line(String name, byte[] id, byte[] signature) {
        return "— " + name + " " + Base64.getEncoder().encodeToString(joined(id, signature)) + "\n";
    }

    private static String key(String name, int type, byte[] bare) {
        return name + "+" + HexFormat.of().formatHex(keyId(name, type, bare)) + "+"
                + Base64.getEncoder().encodeToString(joined(new byte[] {(byte) type}, bare));
    }

    private static byte[] keyId(String name, int type, byte[] bare) {
        try {
            var print = MessageDigest.getInstance("SHA-256")
                    .digest(joined((name + "\n").getBytes(UTF_8), new byte[] {(byte) type}, bare));
            return Arrays.copyOf(print, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bare(KeyPair pair, int length) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

    private static byte[] number(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }

    private static byte[] joined(byte[]... parts) {
        var size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var joined = ByteBuffer.allocate(size);
        for (var part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
