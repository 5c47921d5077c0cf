package nl.voorelkaar.portal.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskRefused;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.portal.AtAScreen;
import nl.voorelkaar.portal.Partly;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The code from a letter, on the site and without a login. */
@ViewPackages(packages = {"nl.voorelkaar.portal.open", "nl.voorelkaar.portal.ui"})
@ContextConfiguration(classes = {WorryPageTests.Door.class, LetterCodePageTests.Office.class})
@TestPropertySource(properties = "voorelkaar.face=resident")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class LetterCodePageTests extends AtAScreen {

    @Autowired
    private Codes codes;

    @Test
    void saysWhatKindOfThingWaitsAndConfirmsItAfterOneQuestion() {
        go();
        fill("letter-code", "7KQ4A-M2XPB");
        press("letter-code-find");
        assertThat(screen()).contains("Ja op een verzoek", "5 oktober 2026", "Lees eerst de brief");
        assertThat(codes.confirmed).isZero();
        press("letter-code-confirm");
        assertThat(codes.confirmed).isOne();
        assertThat(textOf("letter-code-done")).contains("Dank u wel");
    }

    @Test
    void everyRefusalIsOneSentence() {
        for (var reason : DeskRefused.Reason.values()) {
            codes.refusing = Optional.of(reason);
            go();
            fill("letter-code", "7KQ4A-M2XPB");
            press("letter-code-find");
            assertThat(textOf("errors")).doesNotContain("balie.refused").isNotBlank();
            assertThat(sees("letter-code-confirm")).isFalse();
        }
    }

    private void go() {
        UI.getCurrent().navigate("zorgen");
        UI.getCurrent().navigate("bevestigen");
        roundTrip();
    }

    /** Answers for {@code DeskOffice}. */
    static final class Codes {

        int confirmed;
        Optional<DeskRefused.Reason> refusing = Optional.empty();

        DeskAct find(String code, UUID visitor) {
            refusing.ifPresent(reason -> {
                throw new DeskRefused(reason);
            });
            var now = Instant.parse("2026-10-05T07:00:00Z");
            return new DeskAct(
                    new DeskActId(UUID.randomUUID()),
                    new ResidentId(UUID.randomUUID()),
                    DeskAct.Kind.GRANT,
                    DeskAct.Channel.BRIEF,
                    new PartyId(UUID.randomUUID()),
                    now,
                    DeskAct.State.WACHT_OP_CODE,
                    now,
                    Optional.of(now),
                    Optional.of(now));
        }

        DeskAct confirm(String code, UUID visitor) {
            confirmed++;
            return find(code, visitor);
        }
    }

    @Configuration
    static class Office {

        @Bean
        Codes codes() {
            return new Codes();
        }

        @Bean
        DeskOffice office(Codes codes) {
            return Partly.as(DeskOffice.class, codes);
        }
    }
}
