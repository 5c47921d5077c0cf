package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.RememberedEmergencies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmergencyPageTests extends AtHome {

    private static final String WHY = "Mevrouw was niet wakker te krijgen en ik zocht haar medicijnen.";
    private static final String WORDS = "De huisarts was niet bereikbaar en het ging om minuten.";

    @Autowired
    private RememberedEmergencies emergencies;

    private final EmergencyId id = new EmergencyId(UUID.randomUUID());

    private static Actor.Professional somebody(long number, Role role) {
        return new Actor.Professional(
                new PartyId(new UUID(2, number)),
                role,
                new OrganisationId("wij-voorbeeldstad"),
                Optional.empty(),
                AssuranceLevel.SUBSTANTIEEL,
                Life.NINE,
                new Assertion("none"));
    }

    private void opened() {
        var bram = somebody(2, Role.CM);
        emergencies.ask(
                bram,
                id,
                life.actor.id(),
                new NewEmergency(EmergencyReason.LEVENSGEVAAR, Set.of(Section.LEEFGEBIEDEN), new Justification(WHY)));
        emergencies.confirm(bram, id);
        life.lines.add(new LedgerLine(
                UUID.randomUUID(),
                9,
                life.now,
                LedgerEvent.Kind.READ,
                Optional.of(life.bram),
                false,
                Optional.empty(),
                Optional.empty(),
                Set.of(Section.LEEFGEBIEDEN),
                Optional.of(Grondslag.VITAAL_BELANG),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of()));
    }

    @Test
    void nobodyBrokeTheGlass() {
        go("mijn/nood");
        assertThat(screen()).contains("Niemand opende uw dossier met spoed");
        go("mijn");
        assertThat(screen()).doesNotContain("met spoed");
    }

    @Test
    void homeSaysItAndThePageTellsWhoWhyWhatAndUntilWhen() {
        opened();
        go("mijn");
        assertThat(screen()).contains("Bram Visser opende uw dossier met spoed");
        go("mijn/toegang");
        assertThat(textOf("emergency")).contains("Bram Visser", "13.00 uur", "Onderzoek");
        go("mijn/nood");
        assertThat(textOf("emergency")).contains("Levensgevaar", WHY, "Onderzoek", "13.00 uur", "keek naar");
        assertThat(sees("emergency-complain")).isTrue();
        assertThat(textOf("emergency-state")).contains("duurt nog");
    }

    @Test
    void theOutcomeIsThereInWordsAndLeavesHomeAfterAWhile() {
        opened();
        var officer = somebody(16, Role.FG);
        emergencies.end(somebody(2, Role.CM), id);
        emergencies.takeUp(officer, id);
        go("mijn/nood");
        assertThat(textOf("emergency-state")).contains("controleert nu");
        emergencies.judge(officer, id, false, new Justification(WORDS));
        go("mijn");
        go("mijn/nood");
        assertThat(textOf("emergency-state")).contains("niet had gemogen", "datalek");
        assertThat(textOf("emergency")).contains(WORDS);

        life.now = life.now.plus(Duration.ofDays(15));
        go("mijn");
        assertThat(screen()).doesNotContain("met spoed");
    }

    @Test
    void aReviewThatIsLateIsCalledLate() {
        opened();
        emergencies.end(somebody(2, Role.CM), id);
        life.now = life.now.plus(Duration.ofDays(3));
        go("mijn/nood");
        assertThat(textOf("emergency-state")).contains("te laat");
    }
}
