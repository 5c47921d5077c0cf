package nl.voorelkaar.portal.workspace.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.portal.RememberedDesk;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One place for who does not come online. */
class CounterViewTests extends AtDesk {

    @Autowired
    private RememberedDesk counter;

    @Autowired
    private AccessRequests asking;

    @BeforeEach
    void atTheDesk() {
        desk.actor = Desk.professional(Role.CM);
        counter.requests.add(asked());
        desk.actor = Desk.professional(Role.KCC);
        go();
    }

    @Test
    void whoCameByWithoutEverSigningInIsRegisteredByNumber() {
        fill("find-bsn", "999940028");
        fill("find-reason", "De heer Postma staat aan de balie.");
        press("find-submit");
        assertThat(desk.registered).hasSize(1);
        assertThat(screen()).doesNotContain("999940028");
        press("counter-balie");
        assertThat(handles("counter-request")).hasSize(1);
    }

    @Test
    void aYesIsReadAloudChosenPartByPartAndWaitsForTheCode() {
        serves();
        press("counter-yes");
        press("counter-write");
        assertThat(textOf("errors")).contains("Kies waar het over gaat");
        fill("counter-part-wonen", true);
        press("counter-write");
        assertThat(textOf("errors")).contains("Lees het eerst voor");
        assertThat(counter.orders).isEmpty();
        fill("counter-read", true);
        press("counter-write");

        assertThat(counter.orders).singleElement().isInstanceOfSatisfying(DeskOrder.Give.class, yes -> {
            assertThat(yes.terms().sections()).containsExactly(Section.WONEN);
            assertThat(yes.shown().text()).contains("Ik wil hulp in huis voor u regelen.", "U hoeft geen ja te zeggen");
        });
        assertThat(textOf("counter-receipt")).contains("brief met een code", "Er verandert niets");

        fill("counter-code", "22222-22222");
        press("counter-code-send");
        assertThat(textOf("errors")).contains("Deze code klopt niet");
        fill("counter-code", RememberedDesk.CODE);
        press("counter-code-send");
        assertThat(textOf("counter-confirmed")).contains("De code klopt");
        assertThat(counter.acts).extracting(DeskAct::state).containsExactly(DeskAct.State.BEVESTIGD);
    }

    @Test
    void aNoWorksAtOnceAfterOneQuestion() {
        serves();
        press("counter-no");
        assertThat(counter.orders).isEmpty();
        press("counter-sure");
        assertThat(counter.orders)
                .singleElement()
                .isInstanceOfSatisfying(
                        DeskOrder.Refuse.class,
                        no -> assertThat(no.shown().text()).startsWith("U zegt nee tegen"));
        assertThat(textOf("counter-receipt")).contains("Dit werkt meteen");
    }

    @Test
    void aMandateAndTheLogAreWrittenDownToo() {
        serves();
        press("counter-mandate");
        press("counter-write");
        assertThat(textOf("errors")).contains("Kies waar het over gaat");
        fill("counter-scope-lezen_plan", true);
        press("counter-write");
        press("counter-log");
        press("counter-write");
        assertThat(counter.orders).hasExactlyElementsOfTypes(DeskOrder.Empower.class, DeskOrder.SendLog.class);
        press("counter-withdraw");
        assertThat(screen()).contains("Dit gaat niet door");
    }

    @Test
    void anObjectionThatCameInKeepsItsDayAndIsConfirmed() {
        serves();
        press("counter-objection");
        press("counter-write");
        assertThat(textOf("errors")).contains("Kies waar het over gaat");
        fill("counter-received-about", "De traplift");
        press("counter-write");
        assertThat(counter.orders).singleElement().isInstanceOfSatisfying(DeskOrder.Received.class, came -> {
            assertThat(came.kind()).isEqualTo(DeskAct.Kind.OBJECTION);
            assertThat(came.about()).isEqualTo("De traplift");
        });
        assertThat(textOf("counter-receipt")).contains("Dit werkt meteen");
    }

    @Test
    void nobodyHelpsThemselvesAndForOtherRolesThereIsNoSuchPage() {
        fill("find-code", "AAAA-AAAA");
        press("find-submit");
        assertThat(sees("own-dossier")).isTrue();
        assertThat(sees("counter-balie")).isFalse();
        for (var role : List.of(Role.TM, Role.GSP)) {
            desk.actor = Desk.professional(role);
            go();
            assertThat(sees("find-submit")).isFalse();
        }
    }

    private void serves() {
        fill("find-code", "7KQ4-M2XP");
        press("find-submit");
        press("counter-balie");
    }

    private AccessRequest asked() {
        return asking.ask(
                desk.actor,
                new RequestId(UUID.randomUUID()),
                new NewRequest(
                        desk.fatima,
                        new Terms(
                                Set.of(Section.WONEN, Section.GELD),
                                Set.of(Right.READ),
                                java.time.LocalDate.of(2027, 1, 4),
                                false),
                        new Purpose("Ik wil hulp in huis voor u regelen."),
                        new Purpose("Dan vraag ik het u steeds zelf."),
                        Optional.empty()));
    }

    private void go() {
        UI.getCurrent().navigate("werkplek");
        UI.getCurrent().navigate("werkplek/balie");
        roundTrip();
    }
}
