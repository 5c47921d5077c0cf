package nl.voorelkaar.portal.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.intake.Worries;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.portal.AtAScreen;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.access.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The page for who worries about somebody, without a login. */
@ViewPackages(packages = {"nl.voorelkaar.portal.open", "nl.voorelkaar.portal.ui"})
@ContextConfiguration(classes = WorryPageTests.Door.class)
@TestPropertySource(properties = "voorelkaar.face=resident")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class WorryPageTests extends AtAScreen {

    @Autowired
    private Ear ear;

    @Test
    void anybodyTellsWhatWorriesThemWithoutANameAndHearsNothingAboutAnybody() {
        go();
        press("worry-send");
        assertThat(textOf("errors")).contains("Vertel wat u bezorgd maakt.", "Vertel over wie het gaat.");
        fill("worry-words", " Zij komt niet meer buiten. ");
        fill("worry-about", "Mevrouw op nummer 12");
        press("worry-send");

        assertThat(ear.heard).singleElement().satisfies(text -> {
            assertThat(text.words()).isEqualTo("Zij komt niet meer buiten.");
            assertThat(text.name()).isEmpty();
            assertThat(text.contact()).isEmpty();
            assertThat(text.mayBeNamed()).as("never ticked beforehand").isFalse();
        });
        assertThat(textOf("worry-told"))
                .contains("Wij hebben uw bericht", "Wij kunnen u niets vragen")
                .doesNotContain("nummer 12");
        assertThat(sees("worry-send")).isFalse();
    }

    @Test
    void whenTooMuchCameFromOnePlaceTheTextStaysAndThePhoneIsNamed() {
        ear.full = true;
        go();
        fill("worry-words", "Zij komt niet meer buiten.");
        fill("worry-about", "Mevrouw op nummer 12");
        press("worry-send");
        assertThat(textOf("errors")).contains("14");
        assertThat(this.<String>value("worry-words")).isEqualTo("Zij komt niet meer buiten.");
    }

    @Test
    void whatIsTooLongIsSaidAndNotCutOff() {
        go();
        fill("worry-words", "x".repeat(Worry.LONGEST_TEXT + 1));
        fill("worry-about", "y".repeat(Worry.LONGEST_LINE + 1));
        press("worry-send");
        assertThat(ear.heard).isEmpty();
        assertThat(textOf("errors")).contains("Dit is te lang.");
        assertThat(this.<String>value("worry-words")).hasSize(Worry.LONGEST_TEXT + 1);
    }

    private void go() {
        UI.getCurrent().navigate("zorgen");
        roundTrip();
    }

    /** Who listens. */
    static final class Ear {

        final List<Worry.Text> heard = new ArrayList<>();
        boolean full;

        boolean tell(UUID id, Worry.Text text, UUID from) {
            if (!full) {
                heard.add(text);
            }
            return !full;
        }
    }

    @Configuration
    static class Door extends Ground {

        @Bean
        Ear ear() {
            return new Ear();
        }

        @Bean
        Worries worries(Ear ear) {
            return Partly.as(Worries.class, ear);
        }

        @Bean
        Deadlines deadlines() {
            return Deadlines.usual();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-10-05T07:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        SignedIn signedIn() {
            return Partly.as(SignedIn.class, new Object() {
                boolean anyone() {
                    return false;
                }
            });
        }
    }
}
