package nl.voorelkaar.consent.tlog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Somebody outside who remembers what we showed, and cosigns what is consistent with it (C2SP tlog-witness). */
final class Witness {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST = 64 * 1024;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI address;
    private final VerifierKey key;

    Witness(URI address, VerifierKey key) {
        this.address = address;
        this.key = key;
    }

    /**
     * Reads a setting: {@code <address> <verifier key>}, with commas between.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static List<Witness> all(String setting) {
        return Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Witness::of)
                .toList();
    }

    private static Witness of(String text) {
        var parts = text.split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("a witness is an address, a space and a verifier key");
        }
        return new Witness(URI.create(parts[0].replaceAll("/+$", "")), VerifierKey.parse(parts[1]));
    }

    VerifierKey key() {
        return key;
    }

    /** What a witness answers. */
    sealed interface Answer {

        /** @param line a signature line that holds */
        record Cosigned(String line) implements Answer {}

        /** It last saw another size than we thought. */
        record SawSize(long size) implements Answer {}

        /** It has, for this size, another root; or sees no consistency: two different logs were shown. */
        record Contradicts() implements Answer {}
    }

    /**
     * @param known the size that it last cosigned, 0 for none
     * @param proof consistency from a size to that of the note
     * @throws IOException when there is no sensible answer
     */
    Answer show(Checkpoint.Note note, long known, LongFunction<List<byte[]>> proof)
            throws IOException, InterruptedException {
        var hashes = known == 0 ? List.<byte[]>of() : proof.apply(known);
        var body = "old " + known + "\n"
                + hashes.stream()
                        .map(hash -> Base64.getEncoder().encodeToString(hash) + "\n")
                        .collect(Collectors.joining())
                + "\n" + note.text();
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                        .timeout(ANSWER)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (var content = answer.body()) {
            var text = new String(content.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return switch (answer.statusCode()) {
                case 200 -> new Answer.Cosigned(cosignature(note, text));
                case 409 -> conflict(known, text.strip());
                case 422 -> new Answer.Contradicts();
                default -> throw new IOException("status " + answer.statusCode());
            };
        }
    }

    /**
     * A size that we did not think of says nothing of the roots, also when it is the one that we show: another node may
     * have shown this very checkpoint, or this one before it was killed.
     */
    private static Answer conflict(long known, String text) throws IOException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IOException("status 409 without a size");
        }
        var saw = Long.parseLong(text);
        return saw == known ? new Answer.Contradicts() : new Answer.SawSize(saw);
    }

    private String cosignature(Checkpoint.Note note, String text) throws IOException {
        for (var line : text.lines().toList()) {
            if (line.startsWith("\u2014 ") && new Checkpoint.Note(note.checkpoint(), List.of(line)).signedBy(key)) {
                return line + "\n";
            }
        }
        throw new IOException("no cosignature of this witness");
    }
}
