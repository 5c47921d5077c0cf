package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Set;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TakeAlongTests extends AtHome {

    @Autowired
    private MemoryMoves moves;

    @Test
    void theDossierLeadsToItsCopy() {
        go("mijn/dossier");

        assertThat(handle("take-along").getElement().getAttribute("href")).isEqualTo("/mijn/meenemen");
    }

    @Test
    void aCopyIsMadeWhileOneWaitsAndCanBeFetched() {
        go("mijn/meenemen");
        press("export-start");
        assertThat(textOf("export-progress")).contains("Nu klaar: 0%");
        moves.halfway = () -> {
            arrives();
            assertThat(textOf("export-progress")).contains("Nu klaar: 50%");
        };
        moves.getsItsTurn();
        arrives();
        assertThat(moves.told).isEmpty();

        assertThat(moves.packed).containsExactly(Set.of(Section.values()));
        assertThat(sees("export-progress")).isFalse();
        assertThat(handle("export-download").getElement().getAttribute("href")).isNotBlank();
        assertThat(screen()).contains("U kunt hem downloaden tot 13.00 uur.");
    }

    @Test
    void whoLooksAtAnotherPageMeanwhileFindsItOnComingBack() {
        go("mijn/meenemen");
        press("export-start");
        go("mijn/logboek");
        moves.getsItsTurn();
        assertThat(moves.told).containsExactly("copy-ready");
        go("mijn");
        assertThat(screen()).contains("Uw kopie staat klaar");
        go("mijn/meenemen");

        assertThat(sees("export-download")).isTrue();
    }

    @Test
    void inALaterSessionOneSignsInAnewToFetchItAndAfterFourHoursItIsGone() {
        go("mijn/meenemen");
        press("export-start");
        go("mijn/logboek");
        moves.getsItsTurn();
        life.recently = false;
        go("mijn/meenemen");
        assertThat(sees("export-download")).isFalse();
        press("export-again");
        assertThat(life.signInsAsked).containsExactly("/mijn/meenemen");

        life.now = life.now.plus(Duration.ofHours(4));
        go("mijn");
        assertThat(screen()).doesNotContain("Uw kopie staat klaar");
        go("mijn/meenemen");
        assertThat(sees("export-again")).isFalse();
    }

    @Test
    void someSectionsCanBeTakenAndNoneCannot() {
        go("mijn/meenemen");
        for (var section : Section.values()) {
            fill("export-" + section.code(), section == Section.GELD);
        }
        press("export-start");
        moves.getsItsTurn();
        assertThat(moves.packed).containsExactly(Set.of(Section.GELD));

        fill("export-geld", false);
        press("export-start");
        assertThat(screen()).contains("Kies wat u wilt meenemen.");
    }

    @Test
    void whoSignedInLongAgoProvesAgainWhoTheyAre() {
        life.recently = false;
        go("mijn/meenemen");
        press("export-start");

        assertThat(life.signInsAsked).containsExactly("/mijn/meenemen");
        assertThat(moves.packed).isEmpty();
    }

    /** What came from another thread. */
    private void arrives() {
        var session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }
}
