package nl.voorelkaar.portal.workspace.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import org.junit.jupiter.api.Test;

class OpenDossierTests extends AtDesk {

    private static final String SECRET = "Ik slaap slecht sinds de zomer";
    private static final String MONEY = "Mijn schulden zijn hoog";

    @Test
    void showsWhatIsGrantedWithGroundPurposeAndEndInSight() {
        desk.wrote(desk.fatima, Section.GEZONDHEID, "Slapen", SECRET);
        desk.wrote(desk.fatima, Section.GELD, "Geld", MONEY);
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);

        open();

        assertThat(screen())
                .contains(SECRET)
                .contains("Fatima el Amrani")
                .contains("Met toestemming van de inwoner, tot en met dinsdag 5 januari 2027: Gezondheid.")
                .contains("Samen bespreken welke hulp past.")
                .doesNotContain(MONEY);
        assertThat(sees("access-ground")).isTrue();
        assertThat(sees("entry-add")).isFalse();
    }

    @Test
    void theNameOfTheResidentIsNotInTheTitleOfTheWindow() {
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);

        open();

        assertThat(UI.getCurrent().getInternals().getTitle()).doesNotContain("Fatima");
    }

    @Test
    void whenTheResidentStopsTheContentLeavesTheScreenWithoutAReason() {
        desk.wrote(desk.fatima, Section.GEZONDHEID, "Slapen", SECRET);
        var grant = desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        open();

        desk.stop(grant);
        tenSecondsPass();

        assertThat(sees("access-closed")).isTrue();
        assertThat(sees("entry")).isFalse();
        assertThat(sees("access-ground")).isFalse();
        assertThat(screen())
                .doesNotContain(SECRET)
                .doesNotContain("Fatima")
                .doesNotContain("Samen bespreken")
                .contains("Dit dossier is nu niet open voor u");
    }

    @Test
    void whenTheLastDayIsOverTheContentLeavesTheScreen() {
        desk.wrote(desk.fatima, Section.GEZONDHEID, "Slapen", SECRET);
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY, Section.GEZONDHEID);
        open();
        assertThat(screen()).contains(SECRET);

        desk.pass(Duration.ofHours(15));
        tenSecondsPass();

        assertThat(sees("access-closed")).isTrue();
        assertThat(screen()).doesNotContain(SECRET);
    }

    @Test
    void aLookThatFindsNothingChangedLeavesTheScreenAlone() {
        desk.wrote(desk.fatima, Section.GEZONDHEID, "Slapen", SECRET);
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        open();
        var before = handle("entry");

        tenSecondsPass();

        assertThat(handle("entry")).isSameAs(before);
    }

    @Test
    void whenAPartIsTakenBackOnlyThatPartLeaves() {
        desk.wrote(desk.fatima, Section.GEZONDHEID, "Slapen", SECRET);
        desk.wrote(desk.fatima, Section.GELD, "Geld", MONEY);
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        var money = desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(4), Section.GELD);
        open();
        assertThat(screen()).contains(SECRET).contains(MONEY);

        desk.stop(money);
        tenSecondsPass();

        assertThat(screen())
                .contains(SECRET)
                .doesNotContain(MONEY)
                .contains("Een deel van dit dossier is nu niet meer open voor u.");
        assertThat(sees("access-closed")).isFalse();

        desk.grants.clear();
        tenSecondsPass();

        assertThat(sees("access-closed")).isTrue();
        assertThat(screen()).doesNotContain(SECRET);
    }

    @Test
    void addsWhereTheRightSaysSo() {
        desk.granted(desk.fatima, Set.of(Right.READ, Right.ADD), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        open();

        press("entry-add");
        fill("entry-title", "Gesproken over slapen");
        fill("entry-text", "Wij maken een afspraak bij de huisarts.");
        press("entry-save");

        assertThat(desk.entries).singleElement().satisfies(entry -> {
            assertThat(entry.section()).isEqualTo(Section.GEZONDHEID);
            assertThat(entry.title()).isEqualTo("Gesproken over slapen");
        });
        assertThat(screen()).contains("Wij maken een afspraak bij de huisarts.").contains("Bewaard.");
    }

    @Test
    void anEmptyTitleSavesNothingAndKeepsTheText() {
        desk.granted(desk.fatima, Set.of(Right.READ, Right.ADD), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        open();
        press("entry-add");
        fill("entry-text", "Een lange tekst");

        press("entry-save");

        assertThat(desk.entries).isEmpty();
        assertThat(this.<String>value("entry-text")).isEqualTo("Een lange tekst");
        assertThat(screen()).contains("Geef een titel van 1 tot 200 tekens.");
    }

    @Test
    void savingAfterTheAccessEndedClosesTheScreenAndGivesTheOwnWordsBack() {
        desk.wrote(desk.fatima, Section.GEZONDHEID, "Slapen", SECRET);
        var grant =
                desk.granted(desk.fatima, Set.of(Right.READ, Right.ADD), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        open();
        press("entry-add");
        fill("entry-title", "Gesproken");
        fill("entry-text", "Mijn eigen woorden");

        desk.stop(grant);
        press("entry-save");

        assertThat(sees("access-closed")).isTrue();
        assertThat(screen()).doesNotContain(SECRET).contains("U was nog aan het schrijven.");
    }

    @Test
    void anAddressThatIsNobodysOrSomebodyElsesIsAPageThatIsNotThere() {
        var grant = desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        desk.stop(grant);

        UI.getCurrent().navigate(WorkspacePaths.DOSSIERS + "/" + UUID.randomUUID());
        var nobodys = screen();
        UI.getCurrent().navigate(WorkspacePaths.DOSSIERS + "/" + grant.id());
        var ended = screen();
        UI.getCurrent().navigate(WorkspacePaths.DOSSIERS + "/" + desk.fatima);

        assertThat(nobodys).contains("Deze pagina is er niet");
        assertThat(ended).isEqualTo(nobodys);
        assertThat(screen()).isEqualTo(nobodys);
    }

    @Test
    void anAddressThatIsNotTheirsIsHandedOnToBeWrittenDownAndTheirOwnIsNot() {
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        open();
        assertThat(desk.tried).isEmpty();

        var somebodyElses = UUID.randomUUID();
        UI.getCurrent().navigate(WorkspacePaths.DOSSIERS + "/" + somebodyElses);
        UI.getCurrent().navigate(WorkspacePaths.DOSSIERS + "/niets");

        assertThat(desk.tried).containsExactly(new Handle(somebodyElses));
    }

    private void open() {
        UI.getCurrent()
                .navigate(WorkspacePaths.DOSSIERS + "/" + desk.grants.getFirst().id());
    }
}
