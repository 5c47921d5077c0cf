package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.voorelkaar.consent.tlog.ArchiveCheck;
import nl.voorelkaar.consent.tlog.SealingByHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ProofTests extends Situation {

    @TempDir
    private Path folder;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Proofs proofs;

    @Autowired
    private TransparencyLog published;

    private SealingByHand sealing;

    @BeforeEach
    void beginSealing() {
        sealing = new SealingByHand(databases, clock);
    }

    @AfterEach
    void endSealing() throws Exception {
        sealing.close();
    }

    private void lines(int count) {
        for (var line = 0; line < count; line++) {
            ledger.appendNow(new LedgerEvent(
                    resident,
                    LedgerEvent.Kind.READ,
                    Optional.of(me()),
                    Set.of(VERHAAL),
                    Optional.of(Grondslag.EIGEN_DOSSIER),
                    Optional.empty(),
                    Optional.empty(),
                    LedgerEvent.Outcome.DONE,
                    Map.of("een", "\"é\\ 😀")));
        }
    }

    private ObjectNode archive() {
        return (ObjectNode)
                JSON.readTree(sealing.during(() -> proofs.make(me())).json());
    }

    @Test
    void saysUntilWhenTheLogIsWhole() {
        assertThat(proofs.completeUntil(me())).isEmpty();
        assertThat(proofs.stand(me())).isEmpty();
        lines(2);
        sealing.seal();
        assertThat(proofs.completeUntil(me())).contains(clock.instant());

        clock.advance(Duration.ofMinutes(3));
        lines(1);
        var unsealed = clock.instant();
        clock.advance(Duration.ofMinutes(4));
        assertThat(proofs.completeUntil(me())).contains(unsealed);
        assertThat(proofs.stand(me()).map(Proofs.Stand::sequence)).contains(2L);
    }

    @Test
    void holdsForTheWholeLogUpToItsOwnLine() {
        lines(5);
        sealing.seal();
        sealing.stamp(new StampsByHand(folder, clock));
        given(professional(Role.GSP));

        var archive = archive();

        assertThat(ArchiveCheck.of(archive)).isEmpty();
        assertThat(archive.get("lines").size()).isGreaterThan(6);
        assertThat(archive.get("anchors").size()).isPositive();
        assertThat(archive.get("names").valueStream().map(JsonNode::asString))
                .contains("Anouk Meijer, WIJ Voorbeeldstad");
        assertThat(proofs.stand(me()).map(Proofs.Stand::code))
                .contains(archive.get("stand").asString());
    }

    @Test
    void forSomebodyElseItTellsOfOnePermissionAndProvesTheRest() {
        lines(2);
        var other = given(professional(Role.GSP));
        var grant = given(professional(Role.GSP));
        lines(2);

        var archive = (ObjectNode) JSON.readTree(sealing.during(
                        () -> proofs.make(me(), new Handle(grant.request().value()), Set.of(grant.id())))
                .json());

        assertThat(ArchiveCheck.of(archive)).isEmpty();
        var told = archive.get("lines")
                .valueStream()
                .filter(line -> line.has("event"))
                .map(line -> JSON.readTree(line.get("event").asString()))
                .toList();
        assertThat(told.stream().map(line -> line.get("kind").asString()))
                .containsExactly("ASKED", "GRANTED", "EXPORTED");
        assertThat(told.get(1).get("details").get("record_sha256").asString())
                .isEqualTo(grants.record(me(), grant.id()).sha256());
        assertThat(archive.toString()).doesNotContain(other.id().toString());
    }

    @Test
    void holdsNoMoreWhenAnythingIsChanged() {
        lines(6);
        var archive = archive();

        assertThat(after(archive, lines -> replace(lines, 2, "event", "READ", "GRANTED")))
                .contains("line 3", "line 4");
        assertThat(after(archive, lines -> replace(lines, 2, "event", "T0", "T1")))
                .contains("line 3");
        assertThat(after(archive, lines -> flip(lines, 1, "salt"))).contains("line 2");
        assertThat(after(archive, lines -> flip(lines, 1, "stored"))).contains("line 2");
        assertThat(after(archive, lines -> lines.remove(3))).contains("missing 4");
        assertThat(after(archive, lines -> lines.remove(lines.size() - 1))).containsExactly("newest", "stand");
        assertThat(after(archive, lines -> {
                    var first = lines.get(1).deepCopy();
                    lines.set(1, lines.get(2).deepCopy());
                    lines.set(2, first);
                }))
                .contains("missing 2");
        assertThat(after(
                        archive,
                        lines -> ((ArrayNode) lines.get(0).get("proof"))
                                .set(0, Base64.getEncoder().encodeToString(new byte[32]))))
                .containsExactly("line 1");
    }

    @Test
    void doesNotTellWhatIsToldLaterAndStillHolds() {
        lines(1);
        var crisis = professional(Role.CM);
        var id = new EmergencyId(java.util.UUID.randomUUID());
        var why = new Justification("Er is acuut gevaar en de inwoner kan niets meer zeggen.");
        workspace(() -> {
            emergencies.ask(
                    crisis, id, resident, new NewEmergency(EmergencyReason.ANDERS, Set.of(Section.CONTACT), why));
            emergencies.confirm(crisis, id);
            return id;
        });
        superuser()
                .sql(
                        "UPDATE consent.emergency SET delay_days = 7, delayed_by = party_id, delay_why = ''::bytea WHERE emergency_id = :id")
                .param("id", id.value())
                .update();

        var archive = archive();

        // Others read the reasons of all delays, and that of this one opens for nobody.
        superuser()
                .sql("UPDATE consent.emergency SET delay_days = 0, delayed_by = NULL, delay_why = NULL"
                        + " WHERE emergency_id = :id")
                .param("id", id.value())
                .update();
        assertThat(archive.toString()).doesNotContain(id.toString());
        assertThat(archive.get("lines").valueStream().filter(line -> line.get("event") == null))
                .isNotEmpty();
        assertThat(ArchiveCheck.of(archive)).isEmpty();
    }

    @Test
    void tilesAndCheckpointArePublished() {
        lines(3);
        sealing.seal();
        var log = published.logs().stream()
                .filter(any -> published.checkpoint(any.number()).isPresent())
                .findFirst()
                .orElseThrow();
        var size = Integer.parseInt(published
                .checkpoint(log.number())
                .orElseThrow()
                .lines()
                .toList()
                .get(1));

        assertThat(published.tile(log.number(), 0, 0, Math.min(size, TransparencyLog.WHOLE)))
                .isPresent();
        assertThat(published.tile(log.number(), TransparencyLog.ENTRIES, 0, 1).orElseThrow())
                .hasSize(32);
        assertThat(published.tile(log.number(), 0, size / 256, size % 256 + 1)).isEmpty();
        assertThat(published.tile(99, 0, 0, 1)).isEmpty();
        assertThat(published.keyPrint().orElseThrow()).matches("([0-9a-f]{4}-){3}[0-9a-f]{4}");
        assertThat(published.status().good()).isTrue();
    }

    private static List<String> after(ObjectNode archive, Consumer<ArrayNode> change) {
        var copy = archive.deepCopy();
        change.accept((ArrayNode) copy.get("lines"));
        return ArchiveCheck.of(copy);
    }

    private static void replace(ArrayNode lines, int line, String field, String what, String by) {
        var object = (ObjectNode) lines.get(line);
        assertThat(object.get(field).asString()).contains(what);
        object.put(field, object.get(field).asString().replace(what, by));
    }

    private static void flip(ArrayNode lines, int line, String field) {
        var object = (ObjectNode) lines.get(line);
        var bytes = Base64.getDecoder().decode(object.get(field).asString());
        bytes[5] ^= 1;
        object.put(field, Base64.getEncoder().encodeToString(bytes));
    }
}
