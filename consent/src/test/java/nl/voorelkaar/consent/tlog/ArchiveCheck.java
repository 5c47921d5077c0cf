package nl.voorelkaar.consent.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code src/docs/proof-format.md} §9 says, in the shortest form; the verifier that people get is written by
 * others.
 */
public final class ArchiveCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ArchiveCheck() {}

    /** @return what is wrong, in order; empty when all holds */
    public static List<String> of(JsonNode archive) {
        var wrong = new ArrayList<String>();
        var resident = archive.get("resident").asString();
        var ed25519 = VerifierKey.parse(archive.get("log").get("ed25519").asString());
        var mlDsa44 = VerifierKey.parse(archive.get("log").get("mlDsa44").asString());
        var note = Checkpoint.Note.parse(archive.get("checkpoint").asString());
        if (!note.signedBy(ed25519)
                || !note.signedBy(mlDsa44)
                || !note.checkpoint()
                        .origin()
                        .equals(archive.get("log").get("origin").asString())) {
            wrong.add("checkpoint");
        }
        var link = Hashes.firstLink(UUID.fromString(resident));
        var expected = 1L;
        var before = -1L;
        for (var line : archive.get("lines")) {
            var sequence = line.get("sequence").asLong();
            if (sequence != expected) {
                wrong.add("missing " + expected);
            }
            expected = sequence + 1;
            link = Hashes.link(link, commitment(line, sequence, resident, wrong), bytes(line.get("stored")));
            var index = line.get("index").asLong();
            if (index <= before
                    || !Tree.includes(
                            Hashes.leaf(link),
                            index,
                            note.checkpoint().size(),
                            hashes(line.get("proof")),
                            note.checkpoint().root())) {
                wrong.add("line " + sequence);
            }
            before = index;
        }
        var last = archive.get("lines").get(archive.get("lines").size() - 1);
        if (last.get("event") == null
                || !archive.get("request")
                        .equals(JSON.readTree(last.get("event").asString())
                                .get("details")
                                .get("request"))) {
            wrong.add("newest");
        }
        if (!StandCode.of(expected - 1, link).equals(archive.get("stand").asString())) {
            wrong.add("stand");
        }
        for (var anchor : archive.get("anchors")) {
            var earlier = Checkpoint.Note.parse(anchor.get("checkpoint").asString());
            if (!earlier.signedBy(ed25519)
                    || !Tree.grew(
                            earlier.checkpoint().size(),
                            earlier.checkpoint().root(),
                            note.checkpoint().size(),
                            note.checkpoint().root(),
                            hashes(anchor.get("consistency")))) {
                wrong.add("anchor");
            }
        }
        return wrong;
    }

    private static byte[] commitment(JsonNode line, long sequence, String resident, List<String> wrong) {
        if (line.get("event") == null) {
            return bytes(line.get("commitment"));
        }
        var event = line.get("event").asString();
        var json = JSON.readTree(event);
        if (json.get("sequence").asLong() != sequence
                || !json.get("resident").asString().equals(resident)) {
            wrong.add("event " + sequence);
        }
        return Hashes.sha256(bytes(line.get("salt")), event.getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> hashes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(ArchiveCheck::bytes)
                .toList();
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}
