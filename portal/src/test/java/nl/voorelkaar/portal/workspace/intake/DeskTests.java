package nl.voorelkaar.portal.workspace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.OnderzoekType;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk files for somebody else, and handles what worried people told. */
class DeskTests extends AtDesk {

    private static final String AT = "J. Postma\nDorpsstraat 1\n1234 AB Voorbeeldstad";

    @Autowired
    private RememberedProcedures procedures;

    @BeforeEach
    void atTheDesk() {
        desk.actor = Desk.professional(Role.KCC);
    }

    @Test
    void filesForSomebodyWhoCallsAndTheConfirmationGoesByPost() {
        finds("7KQ4-M2XP");
        press("desk-send");
        assertThat(textOf("errors")).contains("Kies hoe de melding kwam.", "Vertel waar u hulp bij nodig hebt.");
        fill("desk-way-by_phone", true);
        fill("desk-words", "Zij kan de trap niet meer op.");
        fill("desk-receipt-letter", true);
        press("desk-send");
        assertThat(filed()).as("a letter needs an address").isEmpty();
        fill("desk-address", AT);
        press("desk-send");

        assertThat(filed()).singleElement().satisfies(melding -> {
            assertThat(melding.melding().words()).isEqualTo("Zij kan de trap niet meer op.");
            assertThat(melding.melding().source().map(Happened.Source::way)).contains(Happened.Way.BY_PHONE);
            assertThat(melding.receiptPosted()).isTrue();
        });
        assertThat(desk.post.letters).hasSize(1);
        assertThat(desk.assigned).as("the access is over").isEmpty();
        assertThat(textOf("desk-receipt")).contains("maandag 16 november 2026", "op de post");
        assertThat(screen()).doesNotContain("Zij kan de trap");
    }

    @Test
    void whenThePostIsAwayTheMeldingStandsAndTheLetterIsTriedAgain() {
        desk.post.away = true;
        finds("7KQ4-M2XP");
        fill("desk-way-by_letter", true);
        fill("desk-words", "Hulp");
        fill("desk-receipt-letter", true);
        fill("desk-address", AT);
        press("desk-send");
        assertThat(textOf("errors")).contains("De melding is bewaard.");
        assertThat(filed()).hasSize(1);

        desk.post.away = false;
        press("desk-send");
        assertThat(filed())
                .singleElement()
                .satisfies(melding -> assertThat(melding.receiptPosted()).isTrue());
        assertThat(desk.post.letters).hasSize(1);
    }

    @Test
    void aWorryBecomesAMeldingThatNamesNobodyWhoWantsNoName() {
        var worry = worry(false);
        go();
        press("worry-open");
        assertThat(textOf("worry-text")).contains("Buurvrouw Els", "06-1", "mag niet weten wie");
        fill("find-code", "7KQ4-M2XP");
        press("find-submit");
        assertThat(screen()).contains("Haal weg waaruit blijkt wie het was");
        assertThat(sees("desk-way-by_phone")).isFalse();
        fill("desk-receipt-notice", true);
        press("desk-send");

        assertThat(filed()).singleElement().satisfies(melding -> {
            assertThat(melding.id().value()).isEqualTo(worry.id());
            assertThat(melding.melding().source())
                    .contains(new Happened.Source(Happened.Way.WORRIED, Optional.empty()));
        });
        assertThat(desk.worries).isEmpty();
        assertThat(desk.post.letters).isEmpty();
    }

    @Test
    void whoMayBeNamedIsNamed() {
        worry(true);
        go();
        press("worry-open");
        fill("find-code", "7KQ4-M2XP");
        press("find-submit");
        fill("desk-receipt-notice", true);
        press("desk-send");
        assertThat(filed().getFirst().melding().source().flatMap(Happened.Source::who))
                .contains("Buurvrouw Els");
    }

    @Test
    void aWorryIsClosedOnlyWithAReason() {
        worry(true);
        go();
        press("worry-open");
        press("worry-close");
        assertThat(desk.worries).hasSize(1);
        fill("worry-close-reason", "Gebeld. Het gaat goed.");
        press("worry-close");
        assertThat(desk.closed).containsExactly("Gebeld. Het gaat goed.");
        assertThat(screen()).contains("Het bericht is gesloten.", "Er wacht nu niets.");
    }

    @Test
    void nobodyFilesForThemselvesFromTheDesk() {
        finds("AAAA-AAAA");
        assertThat(sees("own-dossier")).isTrue();
        assertThat(sees("desk-send")).isFalse();
    }

    @Test
    void forOtherRolesThereIsNoSuchPage() {
        for (var role : List.of(Role.TM, Role.GSP)) {
            desk.actor = Desk.professional(role);
            go();
            assertThat(screen()).contains("Deze pagina is er niet");
        }
    }

    private void go() {
        UI.getCurrent().navigate(WorkspacePaths.DESK);
        roundTrip();
    }

    private void finds(String code) {
        go();
        fill("find-code", code);
        press("find-submit");
    }

    private Worry worry(boolean mayBeNamed) {
        var worry = new Worry(
                UUID.randomUUID(),
                desk.clock().instant(),
                new Worry.Text(
                        "Mevrouw op nummer 12",
                        "Zij komt niet meer buiten.",
                        Optional.of("Buurvrouw Els"),
                        Optional.of("06-1"),
                        mayBeNamed));
        desk.worries.add(worry);
        return worry;
    }

    private List<Onderzoek> filed() {
        Actor anybody = desk.actor;
        return procedures.read(
                anybody,
                desk.fatima,
                Set.of(Section.MELDING),
                reading -> reading.all(new OnderzoekType(Deadlines.usual())).stream()
                        .flatMap(progress -> progress.stands().stream())
                        .toList());
    }
}
