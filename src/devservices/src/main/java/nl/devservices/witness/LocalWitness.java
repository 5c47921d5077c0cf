package nl.devservices.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.devservices.identity.OwnerOnly;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * One witness, with a key of its own and a memory of its own. It asks a log for its key the first time that it hears of
 * it, at {@code sleutels} of that log: good enough for one machine; a real witness is told the key by people. Knows
 * nothing of the product's code. Safe for several threads.
 */
public final class LocalWitness {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private static final Pattern KEY = Pattern.compile("\"ed25519\"\\s*:\\s*\"([^\"+]+)\\+[0-9a-f]{8}\\+([^\"]+)\"");
    private static final String DASH = "\u2014 ";

    private final String name;
    private final Path folder;
    private final Clock clock;
    private final Ed25519PrivateKeyParameters key;

    /** @param folder where its key and what it saw are, or will be */
    public LocalWitness(String name, Path folder, Clock clock) {
        this.name = name;
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            var kept = folder.resolve("sleutel");
            if (!Files.exists(kept)) {
                OwnerOnly.write(
                        kept,
                        HexFormat.of().formatHex(new Ed25519PrivateKeyParameters(new SecureRandom()).getEncoded()));
            }
            key = new Ed25519PrivateKeyParameters(
                    HexFormat.of().parseHex(Files.readString(kept).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As C2SP signed-note writes it. */
    public String verifierKey() {
        var typed = typed((byte) 4, key.generatePublicKey().getEncoded());
        return name + "+" + HexFormat.of().formatHex(id(name, typed)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** @param status of HTTP, as C2SP tlog-witness says */
    public record Answer(int status, String body) {}

    private record Seen(long size, byte[] root) {}

    private record Shown(String origin, Seen head, String body, List<String> signatures) {}

    /** {@code add-checkpoint}. */
    public synchronized Answer add(String request) {
        try {
            return judge(request);
        } catch (IllegalArgumentException e) {
            return new Answer(400, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer judge(String request) throws IOException {
        var end = request.indexOf("\n\n");
        if (end < 0 || !request.startsWith("old ")) {
            return new Answer(400, "");
        }
        var lines = request.substring(0, end).split("\n");
        var old = Long.parseLong(lines[0].substring(4));
        var proof = new ArrayList<byte[]>();
        for (var line : Arrays.copyOfRange(lines, 1, lines.length)) {
            proof.add(Base64.getDecoder().decode(line));
        }
        var shown = parse(request.substring(end + 2));
        var logKey = logKey(shown.origin);
        if (logKey.isEmpty()) {
            return new Answer(404, "");
        }
        if (!signed(shown, logKey.get())) {
            return new Answer(403, "");
        }
        if (old > shown.head.size || old < 0) {
            return new Answer(400, "");
        }
        var last = seen(shown.origin);
        var known = last.map(Seen::size).orElse(0L);
        if (known != old) {
            return new Answer(409, known + "\n");
        }
        if (last.isPresent()) {
            if (old == shown.head.size && !Arrays.equals(last.get().root, shown.head.root)) {
                return new Answer(409, known + "\n");
            }
            if (!grew(last.get(), shown.head, proof)) {
                return new Answer(422, "");
            }
        } else if (!proof.isEmpty()) {
            return new Answer(422, "");
        }
        remember(shown);
        return new Answer(200, cosignature(shown));
    }

    private static Shown parse(String note) {
        var split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw new IllegalArgumentException("not a note");
        }
        var body = note.substring(0, split + 1);
        var lines = body.split("\n");
        return new Shown(
                lines[0],
                new Seen(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2])),
                body,
                note.substring(split + 2).lines().toList());
    }

    private Optional<byte[]> logKey(String origin) throws IOException {
        var file = folder.resolve(fileName(origin) + ".log");
        if (!Files.exists(file)) {
            var found = askedAt(origin);
            if (found.isEmpty()) {
                return found;
            }
            Files.writeString(file, HexFormat.of().formatHex(found.get()));
        }
        return Optional.of(HexFormat.of().parseHex(Files.readString(file)));
    }

    private static Optional<byte[]> askedAt(String origin) {
        var host = origin.indexOf('/') < 0 ? origin : origin.substring(0, origin.indexOf('/'));
        return Stream.of("http", "https")
                .flatMap(scheme -> askedAt(URI.create(scheme + "://" + host + "/bewijs/sleutels"), origin).stream())
                .findFirst();
    }

    private static Optional<byte[]> askedAt(URI keys, String origin) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(keys).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return KEY.matcher(answer.body())
                    .results()
                    .filter(found -> found.group(1).equals(origin))
                    .map(found -> Base64.getDecoder().decode(found.group(2)))
                    .filter(typed -> typed.length == 33 && typed[0] == 1)
                    .map(typed -> Arrays.copyOfRange(typed, 1, 33))
                    .findFirst();
        } catch (IOException speaksOtherwise) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean signed(Shown shown, byte[] logKey) {
        var id = id(shown.origin, typed((byte) 1, logKey));
        for (var line : shown.signatures) {
            var parts = line.substring(DASH.length()).split(" ");
            var bytes = Base64.getDecoder().decode(parts[1]);
            if (parts[0].equals(shown.origin) && Arrays.equals(Arrays.copyOf(bytes, 4), id)) {
                var message = shown.body.getBytes(StandardCharsets.UTF_8);
                var check = new Ed25519Signer();
                check.init(false, new Ed25519PublicKeyParameters(logKey));
                check.update(message, 0, message.length);
                return check.verifySignature(Arrays.copyOfRange(bytes, 4, bytes.length));
            }
        }
        return false;
    }

    private Optional<Seen> seen(String origin) throws IOException {
        var file = folder.resolve(fileName(origin) + ".seen");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var parts = Files.readString(file).strip().split(" ");
        return Optional.of(new Seen(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1])));
    }

    /** On disk before anybody gets an answer. */
    private void remember(Shown shown) throws IOException {
        OwnerOnly.write(
                folder.resolve(fileName(shown.origin) + ".seen"),
                shown.head.size + " " + HexFormat.of().formatHex(shown.head.root) + "\n");
    }

    private String cosignature(Shown shown) {
        var seconds = clock.instant().getEpochSecond();
        var message = ("cosignature/v1\ntime " + seconds + "\n" + shown.body).getBytes(StandardCharsets.UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        var id = id(name, typed((byte) 4, key.generatePublicKey().getEncoded()));
        var signature = ByteBuffer.allocate(4 + 8 + 64)
                .put(id)
                .putLong(seconds)
                .put(signer.generateSignature())
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    /** RFC 9162 2.1.4.2. */
    private static boolean grew(Seen before, Seen after, List<byte[]> proof) {
        if (before.size == after.size) {
            return proof.isEmpty();
        }
        var rest = new ArrayDeque<>(proof);
        if (Long.bitCount(before.size) == 1) {
            rest.addFirst(before.root);
        }
        if (rest.isEmpty()) {
            return false;
        }
        var node = before.size - 1;
        var last = after.size - 1;
        for (; (node & 1) == 1; node >>= 1) {
            last >>= 1;
        }
        var first = rest.removeFirst();
        var second = first;
        for (var next : rest) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = hash(next, first);
                second = hash(next, second);
                for (; (node & 1) == 0 && node != 0; node >>= 1) {
                    last >>= 1;
                }
            } else {
                second = hash(second, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(first, before.root) && Arrays.equals(second, after.root);
    }

    private static byte[] hash(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] typed(byte type, byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(type).put(key).array();
    }

    private static byte[] id(String name, byte[] typed) {
        return Arrays.copyOf(sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
    }

    private static String fileName(String origin) {
        return HexFormat.of().formatHex(sha256(origin.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
