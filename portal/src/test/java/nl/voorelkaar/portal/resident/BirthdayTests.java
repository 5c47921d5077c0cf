package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.Optional;
import nl.voorelkaar.consent.Birthdays;
import org.junit.jupiter.api.Test;

/** A young person hears, in words for that age, what changes on a birthday of the next sixty days. */
class BirthdayTests extends AtHome {

    @Test
    void hearsWhatChangesAtSixteen() {
        home(Optional.of(new Birthdays.Coming(16, LocalDate.of(2026, 11, 20))));
        assertThat(textOf("task")).contains("word je 16", "20 november 2026", "beslis jij zelf");
    }

    @Test
    void hearsWhatChangesAtEighteen() {
        home(Optional.of(new Birthdays.Coming(18, LocalDate.of(2026, 10, 30))));
        assertThat(textOf("task")).contains("word je 18", "30 oktober 2026", "regel je alles zelf");
    }

    @Test
    void everybodyElseHearsNothing() {
        home(Optional.empty());
        assertThat(screen()).doesNotContain("word je");
    }

    private void home(Optional<Birthdays.Coming> birthday) {
        life.birthday = birthday;
        UI.getCurrent().navigate("mijn");
        roundTrip();
    }
}
