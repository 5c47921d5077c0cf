package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.LedgerEvent.Outcome;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import org.junit.jupiter.api.Test;

class LogTests extends AtHome {

    @Test
    void aLookIsToldWithWhoRoleWhatWhyGroundAndWhen() {
        var grant = life.grant(life.asked, Grant.State.ACTIEF);
        life.given.add(grant);
        life.line(Kind.READ, Optional.of(life.bram), Outcome.DONE, Optional.of(grant.id()));
        go("mijn/logboek");
        assertThat(textOf("log-line").replaceAll("\\s+", " "))
                .contains("Bram Visser keek naar: Gezondheid.")
                .contains("casemanager bij WIJ Voorbeeldstad")
                .contains("Dit mocht omdat u toestemming gaf.")
                .contains("Doel: Samen hulp in huis regelen.")
                .contains("maandag 5 oktober 2026 om 9.00 uur");
        assertThat(handle("log-stop").getElement().getAttribute("href"))
                .isEqualTo("/mijn/toegang/stoppen/" + grant.id());
    }

    @Test
    void aGrantThatEndedCannotBeStoppedFromItsLine() {
        var grant = life.grant(life.asked, Grant.State.INGETROKKEN);
        life.given.add(grant);
        life.line(Kind.READ, Optional.of(life.bram), Outcome.DONE, Optional.of(grant.id()));
        go("mijn/logboek");
        assertThat(handles("log-stop")).isEmpty();
    }

    @Test
    void aRefusedLookIsToldPlainly() {
        life.line(Kind.READ, Optional.of(life.bram), Outcome.REFUSED, Optional.empty());
        go("mijn/logboek");
        assertThat(textOf("log-line"))
                .contains("Bram Visser wilde kijken naar Gezondheid. Dat mocht niet. Er is niets getoond.")
                .contains("niet toegestaan");
    }

    @Test
    void whoGotATaskIsNamedAndNotOnlyWhoGaveIt() {
        var henk = new Party(
                new PartyId(UUID.randomUUID()),
                "Henk Oosterhof",
                Role.TM,
                life.bram.organisation(),
                life.bram.organisationName(),
                life.bram.team());
        life.task(henk, life.bram);
        life.task(life.bram, life.bram);
        go("mijn/logboek");
        assertThat(screen())
                .contains("Henk Oosterhof gaf Bram Visser een taak van de wet voor: Gezondheid.")
                .contains("Bram Visser kreeg een taak van de wet voor: Gezondheid.");
    }

    @Test
    void anotherResidentWhoTriedIsToldWithoutAName() {
        life.attempt();
        go("mijn/logboek");
        assertThat(textOf("log-line"))
                .contains(
                        "Iemand die als een andere inwoner was ingelogd wilde kijken naar uw dossier. Dat mocht niet.");
    }

    @Test
    void everyKindOfLineIsASentence() {
        for (var kind : Kind.values()) {
            life.line(kind, Optional.of(life.bram), Outcome.DONE, Optional.empty());
            life.line(kind, Optional.empty(), Outcome.REFUSED, Optional.empty());
        }
        go("mijn/logboek?zelf=ja");
        assertThat(handles("log-line")).hasSize(2 * Kind.values().length);
        assertThat(screen()).doesNotContain("!log.").doesNotContain("{0}");
    }

    @Test
    void whatOneDidOneselfIsLeftOutAndCounted() {
        life.line(Kind.READ, Optional.of(life.bram), Outcome.DONE, Optional.empty());
        for (int i = 0; i < 3; i++) {
            life.line(Kind.ADDED, Optional.empty(), Outcome.DONE, Optional.empty());
        }
        go("mijn/logboek");
        assertThat(handles("log-line")).hasSize(1);
        assertThat(textOf("log-line")).contains("Bram Visser");
        assertThat(textOf("log-hidden")).contains("3 regels over wat u zelf deed, staan er nu niet bij.");
        press("log-show-own");
        assertThat(handles("log-line")).hasSize(4);
        assertThat(handles("log-hidden")).isEmpty();
        fill("log-own", false);
        press("log-show");
        assertThat(handles("log-line")).hasSize(1);
    }

    @Test
    void theChoiceComesBackWithTheAddress() {
        life.line(Kind.ADDED, Optional.empty(), Outcome.DONE, Optional.empty());
        go("mijn/logboek?zelf=ja");
        assertThat(handles("log-line")).hasSize(1);
        assertThat(this.<Boolean>value("log-own")).isTrue();
    }

    @Test
    void aLogOfOnlyOnesOwnLinesSaysSo() {
        life.line(Kind.ADDED, Optional.empty(), Outcome.DONE, Optional.empty());
        go("mijn/logboek");
        assertThat(screen()).contains("Er keek niemand anders").contains("1 regel over wat u zelf deed");
    }
}
