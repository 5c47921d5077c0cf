package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.MELDING;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.Role;
import org.junit.jupiter.api.Test;

class SearchAndTimelineTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers dossiers = world.resident.dossiers();

    @Test
    void searchFindsTitlesTextsAndFileNamesOfTheOwnDossierOnly() throws IOException {
        var fatma = world.resident("Fatma");
        var hassan = world.resident("Hassan");
        world.writes(hassan, VERHAAL, "Café van Hassan");
        var title = world.writes(fatma, VERHAAL, "Naar het CAFÉ");
        var text = world.writes(fatma, GELD, "Uitgaven", "twee koffie in een cafe");
        var file = world.resident
                .documents()
                .add(
                        fatma,
                        fatma.id(),
                        newId(),
                        world.about(GEZONDHEID, "Bon", ""),
                        "bon-café.txt",
                        new ByteArrayInputStream("bon".getBytes(StandardCharsets.UTF_8)));
        dossiers.remove(
                fatma,
                fatma.id(),
                world.writes(fatma, VERHAAL, "Café weggehaald").id());
        var gerard = world.professional("Gerard", Role.GSP);
        world.assigns(gerard, fatma.id());
        var melding = world.workspace
                .dossiers()
                .add(gerard, fatma.id(), newId(), world.about(MELDING, "Melding", "mevrouw komt graag in het café"));

        assertThat(dossiers.search(fatma, "café")).containsExactlyInAnyOrder(title, text, file, melding);
        assertThat(dossiers.search(fatma, "koffie cafe")).containsExactly(text);
        assertThat(dossiers.search(fatma, "zwembad")).isEmpty();
        assertThat(dossiers.search(fatma, "   ")).isEmpty();
        assertThat(world.log(fatma, Kind.SEARCHED))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.details().toString()).doesNotContainIgnoringCase("caf"));
    }

    @Test
    void theTimelineComesInPagesWithoutGapsOrDoubles() {
        var fatma = world.resident("Fatma");
        var days = new ArrayList<Integer>();
        for (int day = 0; day < 23; day++) {
            days.add(day / 2);
        }
        Collections.shuffle(days, new Random(5));
        for (var day : days) {
            dossiers.add(
                    fatma,
                    fatma.id(),
                    newId(),
                    new NewEntry(VERHAAL, "Dag " + day, "", world.today().minusDays(day)));
        }
        var seen = new ArrayList<Entry>();
        Optional<EntryId> after = Optional.empty();
        Dossiers.Timeline page;
        do {
            page = dossiers.timeline(fatma, after, 7);
            seen.addAll(page.entries());
            after = Optional.of(page.entries().getLast().id());
            // What is removed or added while reading does not shift what comes.
            dossiers.remove(fatma, fatma.id(), page.entries().getLast().id());
            dossiers.add(
                    fatma,
                    fatma.id(),
                    newId(),
                    new NewEntry(VERHAAL, "Later", "", world.today().plusDays(1)));
        } while (page.more());

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        assertThat(seen).extracting(Entry::date).isSortedAccordingTo(Collections.reverseOrder());
        for (var size : List.of(0, 201)) {
            assertThatThrownBy(() -> dossiers.timeline(fatma, Optional.empty(), size))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSectionShowsItsNewestFiveHundredAndSaysThatThereAreMore() {
        var fatma = world.resident("Fatma");
        for (int day = 0; day < 501; day++) {
            dossiers.add(
                    fatma,
                    fatma.id(),
                    newId(),
                    new NewEntry(VERHAAL, "Dag " + day, "", world.today().minusDays(500 - day)));
        }
        var section =
                dossiers.open(fatma, fatma.id(), Set.of(VERHAAL)).sections().getFirst();
        assertThat(section.entries()).hasSize(500);
        assertThat(section.entries().getFirst().title()).isEqualTo("Dag 500");
        assertThat(section.entries().getLast().title()).isEqualTo("Dag 1");
        assertThat(section.more()).isTrue();
    }
}
