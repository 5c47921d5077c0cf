package nl.voorelkaar.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final List<UUID> FIVE =
            LongStream.range(0, 5).mapToObj(number -> new UUID(7, number)).toList();

    @Test
    void everythingComesOnceWhateverTheSizeOfAPage() {
        for (var size = 1; size <= 6; size++) {
            var seen = new ArrayList<UUID>();
            String next = null;
            do {
                var page = Cursor.page(FIVE, Function.identity(), next, size);
                seen.addAll(page.items());
                next = page.next();
            } while (next != null);
            assertThat(seen).isEqualTo(FIVE);
        }
    }

    @Test
    void aPlaceIsReadAsItWasWritten() {
        var place = new Cursor(UUID.randomUUID());
        assertThat(Cursor.read(place.text())).contains(place);
        assertThat(Cursor.read(null)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "niet/van=ons", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNotMadeHereIsAWrongRequest(String text) {
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> Cursor.read(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
    void aPageHasOneToTwoHundred(int size) {
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> Cursor.size(size));
    }

    @Test
    void oneKeyIsOneIdForOneProgramInOnePlaceAndAnotherEverywhereElse() {
        var key = new OnceOnly("bezoek-7");
        assertThat(key.idOf("a", "b")).isEqualTo(new OnceOnly("bezoek-7").idOf("a", "b"));
        assertThat(List.of(
                        key.idOf("a", "b"),
                        key.idOf("ab", ""),
                        key.idOf("a", "c"),
                        key.idOf("a"),
                        new OnceOnly("bezoek-8").idOf("a", "b")))
                .doesNotHaveDuplicates();
        assertThat(key.idOf("a").version()).isEqualTo(8);
        assertThat(key.idOf("a").variant()).isEqualTo(2);
    }
}
