package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.OwnAct;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.decision.Decisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What only the resident does, tried by others with requests as browsers send them: refused, nothing changed, and in
 * the log.
 */
class OwnActsTests {

    private static final String DIGID = "/oauth2/authorization/digid";
    private static final String TOKEN = "\"csrfToken\":\"[^\"]*\",";
    private static final String STAFF = "/oauth2/authorization/medewerker";

    private final House house = House.running();
    private final Mandates mandates = house.resident.getBean(Mandates.class);
    private final Browser residents = new Browser(house.residentFace());
    private final Browser anothers = new Browser(house.residentFace());
    private final MandateId id = new MandateId(UUID.randomUUID());
    private Actor.Resident omar;
    private Actor.Resident youssef;

    @BeforeEach
    void bothSignIn() {
        omar = signedIn(residents, "E1");
        youssef = signedIn(anothers, "P02");
    }

    @AfterEach
    void nothingStays() {
        mandates.of(omar).stream()
                .filter(mandate -> mandate.state().open())
                .forEach(mandate -> mandates.stop(omar, mandate.id(), new ShownText("Stop", Locale.of("nl"))));
    }

    @Test
    void aReplayedRequestOfTheResidentDoesNothingInAnybodyElsesSession() {
        mandated();
        var mandatesPage = new Screen(residents, "/mijn/machtigingen");
        var invite = mandatesPage.click("mandate-invite");
        var delivery = new Screen(residents, "/mijn/besluiten/bezorging").click("delivery-portal");
        var stop = new Screen(residents, "/mijn/machtigingen/" + id + "/stoppen").click("mandate-stop-confirm");
        var before = state();

        var anybody = new Browser(house.residentFace());
        var staff = new Browser(house.workspaceFace());
        staff.signIn(STAFF, "P12", "substantieel");
        for (var request : List.of(invite, delivery, stop)) {
            for (var address : List.of("/?v-r=uidl&v-uiId=0", "/?v-r=uidl&v-uiId=1", "/?v-r=uidl&v-uiId=2")) {
                for (var browser : List.of(anothers, anybody, staff)) {
                    browser.post(address, "application/json", request);
                    browser.post(address, "application/json", request.replaceFirst(TOKEN, ""));
                }
            }
            for (var path : List.of("/namens/" + id, "/namens/" + id + "/plan")) {
                var screen = new Screen(anothers, path);
                screen.send(screen.withMyKey(request));
                screen.send(screen.mine(request));
            }
        }
        assertThat(state()).isEqualTo(before);

        var forged = invite.replaceFirst(TOKEN, "");
        mandatesPage.send(forged);
        assertThat(state()).as("without the token of the page").isEqualTo(before);
        var given = mandates.of(omar).size();
        mandatesPage.send(invite);
        mandatesPage.send(invite);
        assertThat(mandates.of(omar))
                .as("the request was a good one, and counts once")
                .hasSize(given + 1);
    }

    @Test
    void theAddressOfTheResidentsMandateIsNotTheCarersAndWhoTriedIsInTheLog() {
        mandated();
        var screen = new Screen(anothers, "/mijn/machtigingen/" + id + "/stoppen");
        assertThat(mandates.find(omar, id).live()).isTrue();
        assertThat(screen.go("/mijn/machtigingen/" + id)).doesNotContain("Omar");
        await().untilAsserted(() -> assertThat(refused(LedgerEvent.Kind.READ)).isNotEmpty());
    }

    @Test
    void aCarerWithEveryScopeIsRefusedAtEachAddress() {
        mandated();
        refusedAtEachAddress(id.value());
    }

    @Test
    void whoSpeaksByLawIsRefusedAtEachAddress() {
        var representations = house.workspace.getBean(Representations.class);
        var desk = professional("S1");
        for (var kind : Representation.Kind.values()) {
            var held = representations.register(desk, registration(kind)).getFirst();
            refusedAtEachAddress(held.id().value());
            representations.end(desk, omar.id(), held.id());
        }
    }

    private Representations.Registration registration(Representation.Kind kind) {
        return new Representations.Registration(
                omar.id(),
                "Omar Haddad",
                kind.ofMinors() ? LocalDate.of(2016, 1, 1) : LocalDate.of(1991, 5, 5),
                List.of(new Representations.Speaker(PersonId.of(youssef.id()), "Youssef el Amrani")),
                kind,
                Arrays.stream(Representation.Evidence.values())
                        .filter(one -> one.shows(kind))
                        .findFirst()
                        .orElseThrow(),
                CalendarDays.dayOf(house.clock().instant()),
                Optional.empty());
    }

    private void refusedAtEachAddress(UUID capacity) {
        var before = state();
        var tried = steps();
        var screen = new Screen(anothers, "/namens/" + capacity);
        for (var below :
                List.of("machtigingen", "besluiten/bezorging", "rechten/wissen", "plan/eerder-starten", "nood")) {
            assertThat(screen.go("/namens/" + capacity + "/" + below)).contains("own-act-refused");
        }
        assertThat(state()).isEqualTo(before);
        var after = new ArrayList<>(steps());
        tried.forEach(after::remove);
        assertThat(after)
                .containsExactlyInAnyOrder(
                        OwnAct.INVITE.step(),
                        OwnAct.CHOOSE_DELIVERY.step(),
                        OwnAct.ERASE.step(),
                        OwnAct.START_EARLY.step(),
                        OwnAct.REVIEW_EMERGENCY.step());
    }

    private List<String> steps() {
        return refused(LedgerEvent.Kind.STEP_TAKEN).stream()
                .map(line -> line.details().get("step"))
                .toList();
    }

    private List<LedgerLine> refused(LedgerEvent.Kind kind) {
        return house.resident.getBean(Ledger.class).read(omar, Ledger.Filter.newest(200)).lines().stream()
                .filter(line -> line.kind() == kind && line.outcome() == LedgerEvent.Outcome.REFUSED)
                .toList();
    }

    /** What could have been changed. */
    private List<Object> state() {
        return List.of(
                mandates.of(omar),
                mandates.of(youssef),
                house.resident.getBean(Decisions.class).of(omar, omar.id()).bezorging(),
                house.resident
                        .getBean(Decisions.class)
                        .of(youssef, youssef.id())
                        .bezorging());
    }

    private void mandated() {
        mandates.accept(youssef, mandates.invite(omar, id).code(), "Youssef el Amrani");
        mandates.confirm(
                omar,
                id,
                EnumSet.allOf(MandateScope.class),
                CalendarDays.dayOf(house.clock().instant()).plusDays(30),
                Mandate.Digest.WEEKLY,
                "Omar Haddad",
                new ShownText("Y. el A. mag alles.", Locale.of("nl")));
    }

    private Actor.Resident signedIn(Browser browser, String persona) {
        browser.signIn(DIGID, persona, "substantieel");
        return (Actor.Resident) actor(house.resident.getBean(OpenSessions.class), browser, "VE_INWONER");
    }

    private Actor.Professional professional(String persona) {
        var browser = new Browser(house.workspaceFace());
        browser.signIn(STAFF, persona, "substantieel");
        return (Actor.Professional) actor(house.workspace.getBean(OpenSessions.class), browser, "VE_WERKPLEK");
    }

    private static Actor actor(OpenSessions sessions, Browser browser, String cookie) {
        var session = browser.cookie(cookie).orElseThrow().getValue();
        return sessions.now().stream()
                .filter(open -> open.http().getId().equals(session))
                .map(open -> open.person().actor())
                .findFirst()
                .orElseThrow();
    }
}
