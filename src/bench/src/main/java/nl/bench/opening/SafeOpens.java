package nl.bench.opening;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import nl.bench.dossiers.Opening;
import nl.bench.dossiers.ProgramTokens;
import nl.bench.measure.RunningProduct;

/**
 * Programs that read one entry at a time: each time the token is verified, consent is asked, the key is released, the
 * entry is decrypted, and the line is in the resident's log before the first byte leaves. The answer must have the text
 * that was written.
 */
final class SafeOpens implements Load.Clients {

    static final int LETTERS = 4_096;
    private static final long FRESH = Duration.ofMinutes(3).toNanos();

    private final RunningProduct product;
    private final List<Opening> openings;
    private final ProgramTokens issued;
    private final ConcurrentHashMap<Integer, Token> tokens = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, String> texts = new ConcurrentHashMap<>();

    SafeOpens(RunningProduct product, List<Opening> openings) {
        this.product = product;
        this.openings = openings;
        this.issued = new ProgramTokens(product.staffIssuer(), product.programKey());
    }

    private record Token(String header, long since) {}

    /** So that nobody waits for a token while it is measured. */
    void freshTokens() {
        openings.stream().mapToInt(Opening::program).distinct().forEach(this::token);
    }

    private String token(int program) {
        var now = System.nanoTime();
        return tokens.compute(
                        program,
                        (number, known) -> known != null && now - known.since() < FRESH
                                ? known
                                : new Token("Authorization: Bearer " + issued.of(number) + "\r\n", now))
                .header();
    }

    @Override
    public Load.Client one(int number) throws IOException {
        var connection = new KeptConnection(product.workspace());
        return new Load.Client() {

            @Override
            public void ask() throws IOException {
                var random = ThreadLocalRandom.current();
                var opening = openings.get(random.nextInt(openings.size()));
                var entry =
                        opening.entries().get(random.nextInt(opening.entries().size()));
                var answer = connection.get(
                        "/api/v1/toegang/" + opening.grant() + "/gegevens/" + entry, token(opening.program()));
                if (answer.status() != 200
                        || !answer.text().contains(texts.computeIfAbsent(entry, id -> Opening.text(id, LETTERS)))) {
                    throw new IllegalStateException("an entry came as " + answer.status() + " " + answer.text());
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    @Override
    public Duration processorTime() {
        return product.processorTime();
    }
}
