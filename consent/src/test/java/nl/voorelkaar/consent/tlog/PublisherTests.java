package nl.voorelkaar.consent.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown to a witness, by one node and by two, and what its answers mean. */
class PublisherTests extends SealedWorld {

    private final TestLogKeys witnessKeys = new TestLogKeys();
    private final VerifierKey witnessKey =
            new VerifierKey("getuige.example", VerifierKey.Type.ED25519_COSIGNATURE, witnessKeys.ed25519());
    private final Map<String, Checkpoint> seen = new ConcurrentHashMap<>();
    private HttpServer server;
    private Witness witness;

    @BeforeEach
    void beginWitness() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::judge);
        server.start();
        witness =
                new Witness(URI.create("http://localhost:" + server.getAddress().getPort()), witnessKey);
        superuser
                .sql("TRUNCATE consent.log_checkpoint, consent.log_cosignature, consent.log_witness CASCADE")
                .update();
        ledgers.write(UUID.randomUUID());
        sequencer.tick();
    }

    @AfterEach
    void endWitness() {
        server.stop(0);
    }

    @Test
    void keepsWhatAWitnessCosigned() throws Exception {
        publish();

        assertThat(cosigned()).isEqualTo(seen.size()).isPositive();
    }

    @Test
    void aNodeThatDiedBeforeItKeptTheAnswerIsNoIncident() throws Exception {
        publish();
        superuser.sql("DELETE FROM consent.log_cosignature").update();

        publish();

        assertThat(cosigned()).isEqualTo(seen.size());
    }

    @Test
    void anotherRootOfTheSameSizeIsNotCosigned() throws Exception {
        publish();
        superuser.sql("DELETE FROM consent.log_cosignature").update();
        seen.replaceAll((origin, last) -> new Checkpoint(origin, last.size(), new byte[Hashes.LENGTH]));

        publish();

        assertThat(cosigned()).isZero();
    }

    @Test
    void onlyWhoSawTheSameSizeCanContradict() throws Exception {
        publish();
        var note = Checkpoint.Note.parse(superuser
                .sql("SELECT note FROM consent.log_checkpoint LIMIT 1")
                .query(String.class)
                .single());
        var size = note.checkpoint().size();

        assertThat(witness.show(note, 0, unused -> List.of())).isEqualTo(new Witness.Answer.SawSize(size));
        assertThat(witness.show(note, size, unused -> List.of())).isInstanceOf(Witness.Answer.Cosigned.class);
        seen.replaceAll((origin, last) -> new Checkpoint(origin, last.size(), new byte[Hashes.LENGTH]));
        assertThat(witness.show(note, size, unused -> List.of())).isEqualTo(new Witness.Answer.Contradicts());
    }

    private void publish() throws InterruptedException {
        var publisher = new Publisher(database, List.of(witness), Optional.empty(), Duration.ZERO, Clock.systemUTC());
        publisher.introduceWitnesses();
        publisher.publish();
    }

    private int cosigned() {
        return superuser
                .sql("SELECT count(*) FROM consent.log_cosignature")
                .query(Integer.class)
                .single();
    }

    /** As C2SP tlog-witness has it, but for the proof, which is not looked at. */
    private void judge(HttpExchange asked) throws IOException {
        try (asked) {
            var request = new String(asked.getRequestBody().readAllBytes(), UTF_8);
            var old = Long.parseLong(request.lines().findFirst().orElseThrow().substring("old ".length()));
            var note = Checkpoint.Note.parse(request.substring(request.indexOf("\n\n") + 2));
            var shown = note.checkpoint();
            var last = seen.get(shown.origin());
            var known = last == null ? 0 : last.size();
            var another = last != null && last.size() == shown.size() && !Arrays.equals(last.root(), shown.root());
            if (old != known || another) {
                answer(asked, 409, known + "\n");
            } else {
                seen.put(shown.origin(), shown);
                answer(asked, 200, cosignature(shown));
            }
        }
    }

    private String cosignature(Checkpoint shown) {
        var seconds = Clock.systemUTC().instant().getEpochSecond();
        return Checkpoint.line(
                witnessKey,
                ByteBuffer.allocate(Long.BYTES).putLong(seconds).array(),
                witnessKeys.signEd25519(shown.cosigned(seconds)));
    }

    private static void answer(HttpExchange asked, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
    }
}
