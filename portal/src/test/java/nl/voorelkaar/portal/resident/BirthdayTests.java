package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Birthdays;
import org.junit.jupiter.api.Test;

/** A young person hears, in words for that age, what changes on a birthday of the next sixty days. */
class BirthdayTests extends AtHome {

    @Test
    void hearsWhatChangesInWordsForThatAge() {
        for (var age : List.of(16, 18)) {
            life.birthday = Optional.of(new Birthdays.Coming(age, LocalDate.of(2026, 11, 20)));
            UI.getCurrent().navigate("mijn");
            roundTrip();
            assertThat(textOf("task")).contains("word je " + age, "20 november 2026");
        }
        life.birthday = Optional.empty();
        UI.getCurrent().navigate("mijn/log");
        UI.getCurrent().navigate("mijn");
        roundTrip();
        assertThat(screen()).doesNotContain("word je");
    }
}
