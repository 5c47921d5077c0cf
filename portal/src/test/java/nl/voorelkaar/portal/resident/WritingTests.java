package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;

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
}
