package nl.voorelkaar.dossier.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.UuidV7;
import org.junit.jupiter.api.Test;

class ProcedureIdTests {

    @Test
    void theReferenceBeginsWithTheDayInAmsterdamAndIsTwelveDigits() {
        var id = new ProcedureId(UuidV7.at(Instant.parse("2026-10-04T22:30:00Z")));
        assertThat(id.reference()).matches("2610-05\\d\\d-\\d{4}");
        assertThat(new ProcedureId(id.value()).reference()).isEqualTo(id.reference());
    }

    @Test
    void anyIdHasOne() {
        assertThat(Stream.generate(UUID::randomUUID).limit(1_000))
                .allSatisfy(id -> assertThat(new ProcedureId(id).reference()).matches("\\d{4}-\\d{4}-\\d{4}"));
    }

    @Test
    void whatBeganTogetherIsToldApart() {
        var now = Instant.parse("2026-10-05T07:00:00Z");
        assertThat(Stream.generate(() -> new ProcedureId(UuidV7.at(now)).reference())
                        .limit(100)
                        .distinct()
                        .count())
                .as("two of a hundred may meet, no more")
                .isGreaterThan(97);
    }
}
