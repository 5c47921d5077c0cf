package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTests extends AtHome {

    @Test
    void anEntryIsSavedInTheChosenSection() {
        go("mijn/dossier/nieuw");
        fill("entry-section", "geld");
        fill("entry-title", "Mijn 😀 schulden");
        fill("entry-text", "مرحبا");
        press("entry-save");
        assertThat(life.entries.values()).singleElement().satisfies(versions -> {
            assertThat(versions.getFirst().section()).isEqualTo(Section.GELD);
            assertThat(versions.getFirst().title()).isEqualTo("Mijn 😀 schulden");
        });
        assertThat(textOf("entry")).contains("مرحبا");
    }

    @Test
    void anEmptyTitleIsToldAndTheTextStays() {
        go("mijn/dossier/nieuw");
        fill("entry-text", "Een lang verhaal");
        press("entry-save");
        assertThat(textOf("errors")).contains("Vul een titel in");
        assertThat(this.<String>value("entry-text")).isEqualTo("Een lang verhaal");
        assertThat(life.entries).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsToldAndNothingIsCut() {
        go("mijn/dossier/nieuw");
        fill("entry-title", "Lang");
        fill("entry-text", "😀".repeat(10_001));
        press("entry-save");
        assertThat(textOf("errors")).contains("Uw tekst heeft 10.001 tekens");
        assertThat(this.<String>value("entry-text")).hasSize(20_002);
    }

    @Test
    void tenThousandCharactersFit() {
        go("mijn/dossier/nieuw");
        fill("entry-title", "Lang");
        fill("entry-text", "😀".repeat(10_000));
        press("entry-save");
        assertThat(life.entries).hasSize(1);
    }

    @Test
    void anEntryThatChangedMeanwhileShowsBothTextsAndLosesNeither() {
        var id = life.wrote(Section.WONEN, "Mijn huis", "De eerste tekst");
        go("mijn/dossier/bericht/" + id);
        life.entries.get(id).addFirst(life.entry(id, Section.WONEN, "Mijn huis", "Uit een ander venster", 2));
        fill("entry-text", "Mijn eigen tekst");
        press("entry-save");
        assertThat(textOf("entry-other")).contains("Uit een ander venster");
        assertThat(life.entries.get(id)).hasSize(2);
        assertThat(handles("entry-text"))
                .anySatisfy(field ->
                        assertThat(field.getElement().getProperty("value")).isEqualTo("Mijn eigen tekst"));
        press("entry-save");
        assertThat(life.entries.get(id)).hasSize(3);
        assertThat(life.entries.get(id).getFirst().text()).isEqualTo("Mijn eigen tekst");
    }

    @Test
    void theTwoZonesStandApart() {
        life.wrote(Section.WONEN, "Mijn huis", "Van mij");
        go("mijn/dossier");
        assertThat(textOf("zone-mijn_deel")).contains("Mijn deel, van u").contains("Van mij");
        assertThat(textOf("zone-gemeentelijk")).contains("Van de gemeente").doesNotContain("Van mij");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1955-12-31, false",
        "1956-01-01, true",
        "2027-10-05, true",
        "2027-10-06, false",
        "1206-10-05, false",
        "2031-01-01, false"
    })
    void aDayOutsideALifeIsTold(String day, boolean fine) {
        go("mijn/dossier/nieuw");
        fill("entry-title", "Een dag");
        fill("entry-text", "Een verhaal");
        fill("entry-date", day);
        press("entry-save");
        assertThat(life.entries).hasSize(fine ? 1 : 0);
        if (!fine) {
            assertThat(textOf("errors")).contains("Kies een dag van 1 januari 1956 tot en met 5 oktober 2027");
            assertThat(this.<String>value("entry-text")).isEqualTo("Een verhaal");
            assertThat(this.<String>value("entry-date")).isEqualTo(day);
        }
    }

    @Test
    void aDayThatWasSavedBeforeIsNotAskedForAgain() {
        var id = life.wrote(Section.WONEN, "Mijn huis", "Van oma", java.time.LocalDate.of(1900, 5, 1));
        go("mijn/dossier/bericht/" + id);
        fill("entry-text", "Van oma geërfd");
        press("entry-save");
        assertThat(life.entries.get(id).getFirst().text()).isEqualTo("Van oma geërfd");
    }

    @Test
    void whatOneWroteOneselfIsByYouAndOnlyToOthersByTheResident() {
        life.wrote(Section.GEZONDHEID, "Hoe het gaat", "Van mij");
        go("mijn/dossier");
        assertThat(textOf("entry")).contains("geschreven door u").doesNotContain("inwoner");
        go("mijn/toegang/verzoek/" + life.request.id());
        fill("grant-section-gezondheid", true);
        assertThat(textOf("grant-preview")).contains("geschreven door de inwoner zelf");
    }
}
