package nl.voorelkaar.consent.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.voorelkaar.consent.LogKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the trees in a database, whatever happened while they grew. */
record SealedTrees(JdbcClient superuser, LogKeys keys) {

    /** That all checkpoints that anybody saw are beginnings of the log as it is now, and signed by it. */
    void grewFromEach(Iterable<String> notes) {
        var seen = 0;
        for (var text : notes) {
            var note = Checkpoint.Note.parse(text);
            var log = superuser
                    .sql("SELECT log_id, note FROM consent.log WHERE origin = :o")
                    .param("o", note.checkpoint().origin())
                    .query((row, n) -> Map.entry(row.getInt(1), Checkpoint.Note.parse(row.getString(2))))
                    .single();
            var now = log.getValue().checkpoint();
            var tiles = new Tiles(new StoredTiles(superuser, new LogId(log.getKey())));
            assertThat(Tree.grew(
                            note.checkpoint().size(),
                            note.checkpoint().root(),
                            now.size(),
                            now.root(),
                            Tree.consistency(tiles, note.checkpoint().size(), now.size())))
                    .isTrue();
            assertThat(note.signedBy(
                            new VerifierKey(note.checkpoint().origin(), VerifierKey.Type.ED25519, keys.ed25519())))
                    .isTrue();
            seen++;
        }
        assertThat(seen).isPositive();
    }

    /** That each of these residents has lines 1 to n, chained, and in the signed tree of their log. */
    void holds(List<UUID> residents, int lines) {
        for (var resident : residents) {
            var chain = new SealedChain(superuser);
            var sealed = chain.lines(resident);
            assertThat(sealed)
                    .extracting(SealedChain.Line::sequence)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, lines)
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(sealed).extracting(SealedChain.Line::index).isSorted();
            var tree = chain.signed(Hashes.slot(resident) % 4);
            var note = Checkpoint.Note.parse(tree.note());
            assertThat(note.signedBy(VerifierKey.parse(tree.ed25519()))).isTrue();
            assertThat(note.signedBy(VerifierKey.parse(tree.mlDsa44()))).isTrue();
            var proofs = chain.inclusions(
                    tree, sealed.stream().map(SealedChain.Line::index).toList());
            var link = Hashes.firstLink(resident);
            for (var line = 0; line < lines; line++) {
                link = Hashes.link(
                        link, sealed.get(line).commitment(), sealed.get(line).stored());
                assertThat(Tree.includes(
                                Hashes.leaf(link),
                                sealed.get(line).index(),
                                tree.size(),
                                proofs.get(line),
                                note.checkpoint().root()))
                        .isTrue();
            }
        }
    }
}
