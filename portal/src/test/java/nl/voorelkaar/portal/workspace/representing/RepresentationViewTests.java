package nl.voorelkaar.portal.workspace.representing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.consent.Representations.Speaker;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.portal.RememberedRepresentations;
import nl.voorelkaar.portal.persons.PersonsRegister;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk writes down who speaks for whom, from what it saw. */
class RepresentationViewTests extends AtDesk {

    private static final LocalDate BORN = LocalDate.of(2014, 10, 12);

    @Autowired
    private RememberedRepresentations spoken;

    @BeforeEach
    void atTheDesk() {
        desk.actor = Desk.professional(Role.KCC);
    }

    @Test
    void writesDownBothParentsAtOnceAndSaysWhenToLookAgain() {
        finds("7KQ4-M2XP");
        press("represent-send");
        assertThat(textOf("errors")).contains("Vul een naam in", "Kies als wat deze persoon spreekt.", "geen BSN");
        whatTheDeskSaw();
        fill("represent-second-bsn", "999940089");
        press("represent-send");
        assertThat(spoken.registered).as("the second has no name").isEmpty();
        fill("represent-second", "Ruud de Wit");
        press("represent-send");

        assertThat(spoken.registered).singleElement().satisfies(registration -> {
            assertThat(registration.resident()).isEqualTo(desk.fatima);
            assertThat(registration.born()).isEqualTo(BORN);
            assertThat(registration.kind()).isEqualTo(Representation.Kind.OUDER);
            assertThat(registration.evidence()).isEqualTo(Representation.Evidence.BRP);
            assertThat(registration.lastDay()).isEmpty();
            assertThat(registration.speakers())
                    .extracting(Speaker::name)
                    .isEqualTo(List.of("Marieke Bakker", "Ruud de Wit"));
        });
        assertThat(textOf("represent-receipt")).contains("5 oktober 2027");
        assertThat(screen()).doesNotContain("Marieke Bakker", "999940077");
    }

    @Test
    void whatIsRefusedIsToldInOneSentenceAndNothingThatWasTypedIsLost() {
        finds("7KQ4-M2XP");
        whatTheDeskSaw();
        for (var reason : RepresentationRefused.Reason.values()) {
            spoken.refusing = Optional.of(reason);
            press("represent-send");
            assertThat(textOf("errors")).doesNotContain("represent.refused").contains("Er is niets");
        }
        assertThat(this.<String>value("represent-speaker")).isEqualTo("Marieke Bakker");
    }

    @Test
    void whatIsOverIsWrittenDownToo() {
        finds("7KQ4-M2XP");
        whatTheDeskSaw();
        press("represent-send");
        finds("7KQ4-M2XP");
        assertThat(textOf("representation")).contains("Ouder met gezag", "Geen einde bekend");
        press("represent-end");
        assertThat(spoken.held).isEmpty();
        assertThat(screen()).contains("kan nu niets meer zien of doen");
    }

    @Test
    void theRegisterFillsInWhoHasGezagAndSaysWhenAPersonHasToFindOut() {
        finds("7KQ4-M2XP");
        assertThat(sees("represent-brp")).as("the desk needs the number for it").isFalse();
        var marieke = new PersonsRegister.Holder(Bsn.of("999940077"), "Marieke Bakker");
        var ruud = new PersonsRegister.Holder(Bsn.of("999940089"), "Ruud de Wit");
        go();
        fill("find-bsn", "999940053");
        fill("find-reason", "De moeder staat aan het loket.");
        press("find-submit");

        press("represent-brp");
        assertThat(textOf("represent-brp-said")).contains("geeft nu geen antwoord");
        spoken.person = Optional.of(new PersonsRegister.Person(
                "Sanne de Wit", BORN, List.of("Sanne de Wit", "Lindelaan 1"), false, Optional.empty()));
        spoken.authority = Optional.of(new PersonsRegister.Authority(Optional.empty(), List.of()));
        press("represent-brp");
        assertThat(textOf("represent-brp-said")).contains("kan niet zeggen wie het gezag heeft");
        spoken.authority = Optional.of(
                new PersonsRegister.Authority(Optional.of(Representation.Kind.OUDER), List.of(marieke, ruud)));
        press("represent-brp");
        assertThat(textOf("represent-brp-said")).contains("Marieke Bakker en Ruud de Wit");
        press("represent-send");

        assertThat(spoken.registered).singleElement().satisfies(registration -> {
            assertThat(registration.kind()).isEqualTo(Representation.Kind.OUDER);
            assertThat(registration.evidence()).isEqualTo(Representation.Evidence.BRP);
            assertThat(registration.born()).isEqualTo(BORN);
            assertThat(registration.speakers())
                    .extracting(Speaker::name)
                    .containsExactly("Marieke Bakker", "Ruud de Wit");
        });
    }

    @Test
    void aDeathIsWrittenDownWithItsEvidenceAfterReadingWhatEndsAndCanBeTakenBack() {
        finds("7KQ4-M2XP");
        press("death-go");
        assertThat(screen()).contains("Dan stopt elke toestemming en elke machtiging.");
        press("death-send");
        assertThat(textOf("errors")).contains("Vul een dag in.", "Kies welk bewijs u zag.");
        fill("death-day", "2026-09-30");
        fill("death-evidence-certificate", true);
        spoken.refusing = Optional.of(RepresentationRefused.Reason.OWN_DOSSIER);
        press("death-send");
        assertThat(textOf("errors")).contains("Vraag een collega.");
        spoken.refusing = Optional.empty();
        press("death-send");

        assertThat(spoken.died).contains(LocalDate.of(2026, 9, 30));
        assertThat(textOf("death-receipt")).contains("is gestopt");
        finds("7KQ4-M2XP");
        assertThat(textOf("death-known")).contains("Overleden op", "30 september 2026");
        assertThat(sees("represent-send")).isFalse();
        press("death-mistake");
        assertThat(spoken.died).isEmpty();
        assertThat(screen()).contains("De inwoner kan weer inloggen.");
    }

    @Test
    void theDeskSeesWhoMustShowTheEvidenceAgainAndWhenItLapses() {
        finds("7KQ4-M2XP");
        whatTheDeskSaw();
        press("represent-send");

        assertThat(textOf("represent-recheck"))
                .contains("Els van Rijn, voor Kees Hofman", "5 oktober 2027", "4 november 2027");
        press("represent-seen");

        assertThat(spoken.seen).hasSize(1);
        assertThat(sees("represent-recheck")).isFalse();
        assertThat(screen()).contains("mag weer een jaar");
    }

    @Test
    void nobodyWritesThisDownForThemselvesAndForOtherRolesThereIsNoSuchPage() {
        finds("AAAA-AAAA");
        assertThat(sees("own-dossier")).isTrue();
        assertThat(sees("represent-send")).isFalse();
        for (var role : List.of(Role.TM, Role.GSP)) {
            desk.actor = Desk.professional(role);
            go();
            assertThat(screen()).contains("Deze pagina is er niet");
        }
    }

    private void whatTheDeskSaw() {
        fill("represent-name", "Sanne de Wit");
        fill("represent-born", BORN.toString());
        fill("represent-kind-ouder", true);
        fill("represent-evidence-brp", true);
        fill("represent-from", "2026-10-05");
        fill("represent-bsn", "999940077");
        fill("represent-speaker", "Marieke Bakker");
    }

    private void go() {
        UI.getCurrent().navigate(WorkspacePaths.REPRESENTING);
        roundTrip();
    }

    private void finds(String code) {
        go();
        fill("find-code", code);
        press("find-submit");
    }
}
