package nl.voorelkaar.dossier.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest(name = "\"{0}\" found: {1}")
    @CsvSource({
        "cafe, true",
        "CAFÉ, true",
        "'één afspraak', true",
        "'afspraak tandarts', false",
        "istanbul, true",
        "rekening.pdf, true",
        "'  koffie   cafe ', true",
        "zwembad, false"
    })
    void findsAllWordsWithoutAccentsAndCase(String typed, boolean found) {
        var entry = new Entry(
                new EntryId(UUID.randomUUID()),
                new ResidentId(UUID.randomUUID()),
                Section.VERHAAL,
                "Café bezocht, \u0130stanbul",
                "koffie, een afspraak gemaakt",
                LocalDate.of(2026, 11, 22),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                Optional.of(new Entry.Document("Rekening.PDF", "application/pdf", 3, 1)),
                false);
        assertThat(Words.of(typed).in(entry)).isEqualTo(found);
    }
}
