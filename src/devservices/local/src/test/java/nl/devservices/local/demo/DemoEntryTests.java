package nl.devservices.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import org.junit.jupiter.api.Test;

class DemoEntryTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @Test
    void everyEntryFitsADossierAndLiesInThePast() {
        assertThat(DemoEntry.all()).hasSizeGreaterThan(20).allSatisfy(entry -> {
            assertThat(entry.on(TODAY).text()).isNotBlank().doesNotContain("\n@ ");
            assertThat(entry.on(TODAY).date()).isBefore(TODAY);
        });
    }

    @Test
    void everyEntryHasAnIdOfItsOwnThatStays() {
        assertThat(DemoEntry.all().stream().map(DemoEntry::id)).doesNotHaveDuplicates();
        assertThat(DemoEntry.all().getFirst().id())
                .isEqualTo(DemoEntry.all().getFirst().id());
    }

    @Test
    void fatimaWroteInEverySectionOfHerOwnPart() {
        var sections = DemoEntry.all().stream()
                .filter(entry -> entry.dossier().equals("P01") && entry.author().equals("P01"))
                .map(DemoEntry::section)
                .collect(Collectors.toSet());

        assertThat(sections).isEqualTo(Section.in(Zone.MIJN_DEEL));
    }

    @Test
    void thoseWhoStartWithNothingHaveNothing() {
        assertThat(DemoEntry.all()).noneMatch(entry -> entry.dossier().equals("P02"));
        assertThat(DemoEntry.all()).noneMatch(entry -> entry.dossier().equals("P07"));
    }
}
