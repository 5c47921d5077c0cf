package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Outcome;
import nl.voorelkaar.dossier.privacy.VerzoekType;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedProcedures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RightsPagesTests extends AtHome {

    private static final Author NADIA = new Author.Professional(new PartyId(new UUID(7, 7)), Role.FG, "Nadia Jansen");

    @Autowired
    private RememberedProcedures procedures;

    @Test
    void aLineOfTheLogThatIsNotRightGoesAlongAndHasANumberAnOwnerAndALastDay() {
        life.line(LedgerEvent.Kind.READ, Optional.of(life.bram), LedgerEvent.Outcome.DONE, Optional.empty());
        go("mijn/logboek");
        assertThat(handle("log-dispute").getElement().getAttribute("href")).isEqualTo("/mijn/rechten/vragen?regel=1");
        go("mijn/rechten/vragen?regel=1");
        assertThat(textOf("disputed-line")).contains("Bram Visser keek naar: Gezondheid");
        press("right-send");
        assertThat(textOf("errors")).contains("Vul hier iets in");
        fill("right-words", "Ik ken hem niet.");
        press("right-send");

        var head = procedures.heads(life.actor).getFirst();
        assertThat(head.excluded()).containsExactly(life.bram.id());
        assertThat(textOf("right-receipt"))
                .contains(head.id().reference())
                .contains("Bram Visser keek naar: Gezondheid")
                .contains("Ik ken hem niet.");
        assertThat(screen()).contains("donderdag 5 november 2026").contains("toezichthouder privacy");
        assertThat(textOf("deadline-steps")).contains("artikel 12 lid 3");
        procedures.give(head.id(), life.bram.id());
        go("mijn/rechten/" + head.id());
        assertThat(screen()).contains("Bram Visser, casemanager").contains("zoekt het uit");
        go("mijn");
        assertThat(textOf("under-way")).contains("Uw vraag over uw gegevens");
    }

    @Test
    void whatIsNotCorrectedHasTheResidentsOwnStatementBesideIt() {
        go("mijn/rechten");
        assertThat(handle("right-rectificatie").getElement().getAttribute("href"))
                .isEqualTo("/mijn/rechten/vragen?recht=rectificatie");
        go("mijn/rechten/vragen");
        press("right-send");
        assertThat(textOf("errors")).contains("Kies wat u wilt vragen").contains("Vul hier iets in");
        go("mijn/rechten/vragen?recht=rectificatie");
        fill("right-words", "Ik heb nooit gerookt.");
        press("right-send");
        assertThat(sees("right-statement")).isFalse();

        var head = procedures.heads(life.actor).getFirst();
        procedures.take(
                NADIA,
                life.actor.id(),
                turn -> turn.take(
                        Partly.made(VerzoekType.class, Deadlines.usual()),
                        head.id(),
                        new StepId(UUID.randomUUID()),
                        now -> now.answer(NADIA, Outcome.NEE, "De arts schreef het op.")));
        go("mijn/rechten/" + head.id());
        assertThat(textOf("right-answer"))
                .contains("Nee")
                .contains("De arts schreef het op.")
                .contains("Nadia Jansen");
        assertThat(screen()).contains("bezwaar maken").contains("Autoriteit Persoonsgegevens");
        fill("right-statement", "Ik rookte nooit.");
        press("right-state-send");
        assertThat(screen()).contains("Ik rookte nooit.");
    }

    @Test
    void whoWantsItHasEveryLookWatchedAndTurnsItOffAgain() {
        go("mijn/rechten");
        assertThat(textOf("watch-state")).contains("uit");
        press("watch-switch");
        assertThat(textOf("watch-state")).contains("aan");
        press("watch-switch");
        assertThat(textOf("watch-state")).contains("uit");
    }

    @Test
    void oneEntryOfSomebodyElseIsAskedToBePutRight() {
        var entry = life.written(life.bram, Section.GEZONDHEID, "Gesprek", "Zij rookt.");
        go("mijn/dossier/bericht/" + entry);
        assertThat(handle("entry-not-right").getElement().getAttribute("href"))
                .isEqualTo("/mijn/rechten/vragen?stuk=" + entry);
        go("mijn/rechten/vragen?stuk=" + entry);
        assertThat(screen()).contains("Zij rookt.");
        press("right-send");
        assertThat(textOf("errors")).contains("Vul hier iets in");
        fill("right-words", "Ik rook niet.");
        press("right-send");
        assertThat(textOf("right-receipt")).contains("Gezondheid").contains("Ik rook niet.");
    }

    @Test
    void whatIsAskedCanBeWithdrawn() {
        go("mijn/rechten/vragen?recht=vernietiging");
        fill("right-words", "Alles van vroeger.");
        press("right-send");
        assertThat(screen()).contains("5 januari 2027").contains("15 jaar");
        press("right-withdraw");
        assertThat(textOf("right-state")).contains("ingetrokken");
        go("mijn/rechten");
        assertThat(textOf("right-request"))
                .contains("Gegevens laten vernietigen")
                .contains("ingetrokken");
    }
}
