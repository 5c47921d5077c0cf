package nl.voorelkaar.portal.workspace.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.RememberedEmergencies;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmergencyScreensTests extends AtDesk {

    private static final String WHY = "Mevrouw is niet wakker te krijgen en ik zoek haar medicijnen.";
    private static final String WORDS = "De huisarts was niet bereikbaar en het ging om minuten.";

    @Autowired
    private RememberedEmergencies emergencies;

    private void ask() {
        go("werkplek/nood");
        fill("emergency-bsn", "999940004");
        fill("emergency-reason", "LEVENSGEVAAR");
        tick("emergency-section-leefgebieden");
        fill("emergency-text", WHY);
        press("emergency-start");
    }

    @Test
    void itIsAskedCheckedOpenedLoudlyAndStoppedByHand() {
        go("werkplek");
        assertThat(sees("emergency-go")).isTrue();
        assertThat(sees("emergency-banner")).isFalse();
        ask();
        assertThat(screen()).contains("Levensgevaar", WHY, "Onderzoek").doesNotContain("Fatima");
        assertThat(desk.lookedUp).hasSize(1);

        press("emergency-confirm");

        assertThat(sees("section-leefgebieden")).isTrue();
        assertThat(sees("section-contact")).isFalse();
        assertThat(sees("entry-download")).isFalse();
        assertThat(textOf("emergency-banner")).contains("Nog 4 uur en 0 minuten, tot 13.00 uur");
        go("werkplek/dossiers");
        assertThat(textOf("emergency-banner")).contains("zonder toestemming");

        press("emergency-end");

        assertThat(sees("emergency-banner")).isFalse();
        assertThat(sees("emergency-over")).isTrue();
        assertThat(screen()).doesNotContain("Fatima");
    }

    @Test
    void whoSignedInLongAgoProvesAgainWhoTheyAreAndComesBackToTheSamePage() {
        ask();
        var id = emergencies.of(desk.actor).getFirst().id();
        desk.recently = false;
        go("werkplek");
        go("werkplek/nood/" + id);
        assertThat(screen()).contains("U logde langer geleden in");

        press("emergency-confirm");

        assertThat(desk.signInsAsked).containsExactly("/werkplek/nood/" + id);
        assertThat(emergencies.find(desk.actor, id).open()).isFalse();
    }

    @Test
    void theClockTakesTheDossierOffTheScreen() {
        ask();
        press("emergency-confirm");
        assertThat(sees("emergency-dossier")).isTrue();

        desk.pass(Duration.ofHours(4));
        tenSecondsPass();

        assertThat(sees("emergency-dossier")).isFalse();
        assertThat(sees("emergency-over")).isTrue();
        assertThat(sees("emergency-banner")).isFalse();
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        go("werkplek/nood");
        fill("emergency-text", "Haast.");
        press("emergency-start");
        assertThat(textOf("errors")).contains("Dit is geen burgerservicenummer", "Kies wat er aan de hand is", "30");
        assertThat(this.<String>value("emergency-text")).isEqualTo("Haast.");

        fill("emergency-bsn", "999940004");
        fill("emergency-reason", "ANDERS");
        fill("emergency-text", WHY);
        press("emergency-start");
        assertThat(textOf("errors")).contains("Kies wat u nodig hebt");

        tick("emergency-section-contact");
        emergencies.refusing = Optional.of(EmergencyRefused.Reason.OWN_DOSSIER);
        press("emergency-start");
        assertThat(textOf("errors")).contains("uw eigen dossier");
    }

    @Test
    void othersHearThatItIsNotForThemAndSeeNothingOfAnyone() {
        desk.actor = Desk.professional(Role.SPEC);
        go("werkplek/nood");
        assertThat(sees("emergency-start")).isFalse();
        assertThat(screen()).contains("Bel 112");
        var id = asked(new EmergencyId(UUID.randomUUID()));
        go("werkplek/nood/" + id);
        assertThat(screen()).doesNotContain(WHY);
    }

    /** By Bram, at another desk. */
    private EmergencyId asked(EmergencyId id) {
        emergencies.ask(
                bram(),
                id,
                desk.fatima,
                new NewEmergency(EmergencyReason.CRISIS_24U, Set.of(Section.PLAN), new Justification(WHY)));
        return id;
    }

    private static Actor.Professional bram() {
        var like = Desk.professional(Role.CM);
        return new Actor.Professional(
                new PartyId(new UUID(7, 7)),
                Role.CM,
                new OrganisationId("wij-voorbeeldstad"),
                like.team(),
                like.level(),
                like.signedInAt(),
                like.assertion());
    }

    @Test
    void thePrivacyOfficerReviewsWhatIsOverAndAnUnjustifiedOneIsABreach() {
        var id = asked(new EmergencyId(UUID.randomUUID()));
        emergencies.confirm(bram(), id);
        desk.actor = Desk.professional(Role.FG);
        go("werkplek");
        assertThat(screen()).contains("Eén noodtoegang wacht op controle");
        go("werkplek/nood/" + id);
        assertThat(screen()).contains("duurt nog", WHY).doesNotContain("Fatima");
        desk.pass(Duration.ofDays(3));
        go("werkplek/nood");
        assertThat(textOf("emergency")).contains("Te laat");
        assertThat(sees("emergency-review")).isTrue();

        go("werkplek/nood/" + id);
        press("emergency-take-up");
        press("emergency-judge");
        assertThat(textOf("errors")).contains("Kies ja of nee");
        tick("emergency-unjustified");
        fill("emergency-words", WORDS);
        press("emergency-judge");

        assertThat(textOf("emergency-facts")).contains("dit mocht niet", WORDS);
        assertThat(textOf("breach")).contains("Autoriteit Persoonsgegevens");
        tick("breach-reported");
        fill("breach-words", "Gemeld bij de toezichthouder, nummer 12345 van vandaag.");
        press("breach-close");
        assertThat(textOf("breach")).contains("Gemeld op");
        go("werkplek/nood");
        assertThat(sees("emergency-look")).isTrue();
        assertThat(sees("breach")).isFalse();
    }

    @Test
    void thePrivacyOfficerPutsOffTellingOnce() {
        var id = asked(new EmergencyId(UUID.randomUUID()));
        desk.actor = Desk.professional(Role.FG);
        go("werkplek/nood/" + id);
        fill("emergency-delay-days", "7");
        fill("emergency-delay-text", "De partner leest haar post en zij is bang voor hem.");
        press("emergency-delay");
        assertThat(textOf("emergency-facts")).contains("7 dagen na het openen");
        assertThat(sees("emergency-delay")).isFalse();
    }

    private void go(String path) {
        UI.getCurrent().navigate(path);
        roundTrip();
    }
}
