package nl.voorelkaar.consent.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** How big a log is, and its root: the body of a C2SP tlog-checkpoint. */
record Checkpoint(String origin, long size, byte[] root) {

    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final String DASH = "\u2014 ";

    String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    byte[] bodyBytes() {
        return body().getBytes(StandardCharsets.UTF_8);
    }

    /** What an Ed25519 cosignature signs (C2SP tlog-cosignature). */
    byte[] cosigned(long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + body()).getBytes(StandardCharsets.UTF_8);
    }

    /** What an ML-DSA-44 signature signs (C2SP tlog-cosignature). */
    byte[] statement(String signer, long seconds) {
        var name = signer.getBytes(StandardCharsets.UTF_8);
        var log = origin.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(SUBTREE.length + 1 + name.length + 8 + 1 + log.length + 8 + 8 + Hashes.LENGTH)
                .put(SUBTREE)
                .put((byte) name.length)
                .put(name)
                .putLong(seconds)
                .put((byte) log.length)
                .put(log)
                .putLong(0)
                .putLong(size)
                .put(root)
                .array();
    }

    /** A line with a signature, line end included. */
    static String line(VerifierKey key, byte[]... signature) {
        var length = 4 + Stream.of(signature).mapToInt(part -> part.length).sum();
        var bytes = ByteBuffer.allocate(length).put(key.id());
        Stream.of(signature).forEach(bytes::put);
        return DASH + key.name() + " " + Base64.getEncoder().encodeToString(bytes.array()) + "\n";
    }

    /** A checkpoint with signatures under it, as text. */
    record Note(Checkpoint checkpoint, List<String> signatures) {

        /** @throws IllegalArgumentException when this is no checkpoint */
        static Note parse(String text) {
            var split = text.lastIndexOf("\n\n");
            if (split < 0 || !text.endsWith("\n")) {
                throw new IllegalArgumentException("not a signed note");
            }
            var body = text.substring(0, split).split("\n", -1);
            if (body.length != 3 || !body[1].matches("0|[1-9][0-9]{0,17}")) {
                throw new IllegalArgumentException("not a checkpoint");
            }
            var root = Base64.getDecoder().decode(body[2]);
            if (root.length != Hashes.LENGTH) {
                throw new IllegalArgumentException("not a checkpoint");
            }
            var lines = text.substring(split + 2).lines().toList();
            if (lines.stream().anyMatch(line -> !line.startsWith(DASH))) {
                throw new IllegalArgumentException("not a signed note");
            }
            return new Note(new Checkpoint(body[0], Long.parseLong(body[1]), root), lines);
        }

        String text() {
            return checkpoint.body() + "\n" + String.join("\n", signatures) + "\n";
        }

        /** Whether a signature by this key is there and holds; every one that claims to be by it must hold. */
        boolean signedBy(VerifierKey key) {
            var found = false;
            for (var line : signatures) {
                var parts = line.substring(DASH.length()).split(" ", -1);
                if (parts.length != 2 || !parts[0].equals(key.name())) {
                    continue;
                }
                var bytes = bytes(parts[1]);
                if (bytes.length < 4 || !Arrays.equals(Arrays.copyOf(bytes, 4), key.id())) {
                    continue;
                }
                if (!holds(key, Arrays.copyOfRange(bytes, 4, bytes.length))) {
                    return false;
                }
                found = true;
            }
            return found;
        }

        private boolean holds(VerifierKey key, byte[] signature) {
            if (key.type() == VerifierKey.Type.ED25519) {
                return key.signed(checkpoint.bodyBytes(), signature);
            }
            if (signature.length < 8) {
                return false;
            }
            var seconds = ByteBuffer.wrap(signature).getLong();
            var rest = Arrays.copyOfRange(signature, 8, signature.length);
            var message = key.type() == VerifierKey.Type.ED25519_COSIGNATURE
                    ? checkpoint.cosigned(seconds)
                    : checkpoint.statement(key.name(), seconds);
            return key.signed(message, rest);
        }

        private static byte[] bytes(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }
    }
}
