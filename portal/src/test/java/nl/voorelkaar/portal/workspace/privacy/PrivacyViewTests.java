package nl.voorelkaar.portal.workspace.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyEvent;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.dossier.privacy.VerzoekType;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PrivacyViewTests extends AtDesk {

    private final VerzoekType type = Partly.made(VerzoekType.class, Deadlines.usual());

    @Autowired
    private RememberedProcedures procedures;

    @Test
    void aRequestIsTakenUpReadExtendedAndAnswered() {
        desk.actor = Desk.professional(Role.FG);
        desk.caseOf(desk.fatima, "AVG 12", Desk.TODAY.plusMonths(4), Section.PRIVACY);
        var id = asked(Optional.empty());
        go("werkplek/privacy");
        assertThat(textOf("privacy-waiting")).contains(id.reference()).doesNotContain("Fatima");
        press("privacy-take-up");
        assertThat(screen()).contains("Fatima el Amrani").contains("Ik wil alles zien.");
        assertThat(textOf("privacy-state")).contains("donderdag 5 november 2026");

        fill("privacy-extend-why", "Het zijn oude papieren.");
        press("privacy-extend");
        assertThat(textOf("privacy-state")).contains("dinsdag 5 januari 2027");
        assertThat(sees("privacy-extend")).isFalse();
        press("privacy-answer");
        assertThat(textOf("errors")).contains("Kies een uitkomst").contains("Vul hier iets in");
        fill("privacy-outcome-ja", true);
        fill("privacy-text", "U krijgt alles per post.");
        press("privacy-answer");
        assertThat(textOf("privacy-answered")).contains("U krijgt alles per post.");
        assertThat(sees("privacy-answer")).isFalse();
        go("werkplek/privacy");
        assertThat(textOf("privacy-closed")).contains("Beantwoord");
    }

    @Test
    void theLineOfALogStandsInTheReportAboutIt() {
        desk.actor = Desk.professional(Role.FG);
        var id = asked(Optional.of(new PrivacyEvent.Line(
                UUID.randomUUID(), 12, Instant.parse("2026-10-01T20:00:00Z"), Optional.empty(), "Iemand keek.")));
        procedures.give(id, desk.actor.id());
        go("werkplek/privacy");
        assertThat(textOf("privacy-row")).contains(id.reference());
        UI.getCurrent().navigate("werkplek/privacy", QueryParameters.of("verzoek", id.toString()));
        roundTrip();
        assertThat(screen()).contains("Iemand keek.").contains("12").contains("Een regel in mijn logboek klopt niet");
    }

    @Test
    void theDeskTellsByWhichTablePeopleLookAndWhatIsProcessed() {
        desk.actor = Desk.professional(Role.FG);
        go("werkplek/privacy");
        assertThat(textOf("privacy-grounds"))
                .contains("5 oktober 2026")
                .contains("Onderzoek na een melding (Wmo artikel 2.3.2)")
                .contains("Leest: Contact")
                .contains("Schrijft: Melding")
                .contains("Alleen met toestemming");
        assertThat(screen())
                .contains("Register van verwerkingen")
                .contains("artikel 5.3.4")
                .contains("Er valt niets op.")
                .contains("versleuteld in het logboek van de inwoner");
    }

    @Test
    void aLetterIsRegisteredWithItsDayAndAnsweredByLetterWhenItIsSureWhoAsked() {
        desk.actor = Desk.professional(Role.FG);
        go("werkplek/privacy");
        assertThat(handle("privacy-register").getElement().getAttribute("href"))
                .isEqualTo("/werkplek/privacy/inschrijven");
        go("werkplek/privacy/inschrijven");
        fill("find-code", "7KQ4-M2XP");
        press("find-submit");
        press("register-send");
        assertThat(textOf("errors")).contains("Kies wat u wilt vragen").contains("Vul hier iets in");
        fill("register-right", "inzage");
        fill("register-channel", "BRIEF");
        fill("register-words", "Graag een kopie van alles.");
        fill("register-address", "F. el Amrani\nLindelaan 4\n9999 AA VOORBEELDSTAD");
        press("register-send");

        assertThat(screen())
                .contains("Graag een kopie van alles.")
                .contains("met een brief")
                .contains("De inwoner zelf");
        press("privacy-identify");
        assertThat(sees("privacy-identify")).isFalse();
    }

    @Test
    void anotherBreachIsOpenedWithItsTermAndClosed() {
        desk.actor = Desk.professional(Role.FG);
        go("werkplek/privacy");
        press("breach-open");
        assertThat(textOf("errors")).contains("30");
        fill("breach-what", "Een brief met medische gegevens ging naar het verkeerde adres.");
        press("breach-open");
        assertThat(textOf("breach")).contains("donderdag 8 oktober 2026");

        fill("breach-reported", true);
        fill("breach-words", "Gemeld bij de Autoriteit Persoonsgegevens, de brief is terug.");
        press("breach-close");

        assertThat(textOf("breach")).contains("Gemeld op").contains("de brief is terug");
        assertThat(sees("breach-close")).isFalse();
    }

    @Test
    void nobodyElseHasThisDesk() {
        asked(Optional.empty());
        go("werkplek/privacy");
        assertThat(sees("privacy-waiting")).isFalse();
        assertThat(screen()).contains("Deze plek is voor de toezichthouder privacy");
    }

    private void go(String path) {
        UI.getCurrent().navigate(path);
        roundTrip();
    }

    private ProcedureId asked(Optional<PrivacyEvent.Line> line) {
        var id = new ProcedureId(UuidV7.at(desk.clock().instant()));
        var by = new Author.Resident();
        var right = line.isPresent() ? DataRight.LOGREGEL : DataRight.INZAGE;
        procedures.take(
                by,
                desk.fatima,
                turn -> turn.start(
                        type,
                        id,
                        new StepId(UUID.randomUUID()),
                        Verzoek.file(
                                by, PrivacyEvent.Filed.online(right, "Ik wil alles zien.", Optional.empty(), line))));
        return id;
    }
}
