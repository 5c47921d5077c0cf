package nl.voorelkaar.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkStreamsTests {

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 1_000_000})
    void whatGoesInComesOutInChunksThatFitTheTable(int size) throws IOException {
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        List<byte[]> chunks = new ArrayList<>();
        try (var output = new ChunkOutput((number, chunk) -> {
            assertThat(number).isEqualTo(chunks.size());
            chunks.add(chunk);
        })) {
            for (int from = 0; from < size; from += 10_007) {
                output.write(bytes, from, Math.min(10_007, size - from));
            }
        }
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.length).isBetween(1, DocumentRows.CHUNK));
        var input =
                new ChunkInput(number -> number < chunks.size() ? Optional.of(chunks.get(number)) : Optional.empty());
        assertThat(input.readAllBytes()).isEqualTo(bytes);
        assertThat(input.read()).isEqualTo(-1);
    }
}
