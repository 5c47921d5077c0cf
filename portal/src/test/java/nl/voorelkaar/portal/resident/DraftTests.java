package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;

/** What is typed and not saved. */
class DraftTests extends AtHome {

    @Test
    void whatIsTypedIsKeptAndOfferedOnTheNextVisit() {
        go("mijn/dossier/nieuw");
        assertThat(life.drafts.kept).as("nothing typed").isEmpty();
        fill("entry-section", "geld");
        fill("entry-title", "Mijn brief");
        fill("entry-text", "Een lang verhaal");
        assertThat(life.drafts.kept).hasSize(1);
        assertThat(textOf("draft-status")).contains("Tussendoor bewaard om 9.00 uur");
        go("mijn/dossier");
        go("mijn/dossier/nieuw");
        assertThat(this.<String>value("entry-text"))
                .as("nothing comes back unasked")
                .isEmpty();
        assertThat(textOf("draft-kept"))
                .contains("Wij hebben bewaard wat u op maandag 5 oktober 2026 om 9.00 uur schreef.");
        press("draft-continue");
        assertThat(this.<String>value("entry-section")).isEqualTo("geld");
        assertThat(this.<String>value("entry-title")).isEqualTo("Mijn brief");
        assertThat(this.<String>value("entry-text")).isEqualTo("Een lang verhaal");
        assertThat(handles("draft-kept")).isEmpty();
    }

    @Test
    void aReloadGoesOnWhereItWas() {
        var draft = life.drafts.left("entry-new", Optional.empty(), Map.of("text", "Halverwege een z"));
        go("mijn/dossier/nieuw?concept=" + draft.id());
        assertThat(this.<String>value("entry-text")).isEqualTo("Halverwege een z");
        assertThat(textOf("draft-resumed")).contains("Het staat weer in de velden");
        fill("entry-text", "Halverwege een zin");
        assertThat(life.drafts.kept.values())
                .singleElement()
                .satisfies(kept -> assertThat(kept.fields()).containsEntry("text", "Halverwege een zin"));
    }

    @Test
    void savingEndsTheDraft() {
        go("mijn/dossier/nieuw");
        fill("entry-title", "Mijn brief");
        assertThat(life.drafts.kept).isNotEmpty();
        press("entry-save");
        assertThat(life.entries).hasSize(1);
        assertThat(life.drafts.kept).isEmpty();
    }

    @Test
    void newTypingNeverTakesThePlaceOfWhatWasKept() {
        life.drafts.left("entry-new", Optional.empty(), Map.of("text", "Van gisteren"));
        go("mijn/dossier/nieuw");
        fill("entry-text", "Van vandaag");
        assertThat(life.drafts.kept.values())
                .extracting(draft -> draft.fields().get("text"))
                .containsExactly("Van gisteren", "Van vandaag");
        press("draft-continue");
        assertThat(this.<String>value("entry-text")).isEqualTo("Van gisteren");
        assertThat(textOf("draft-kept"))
                .as("what was typed today is offered in turn")
                .contains("Verder schrijven");
    }

    @Test
    void anotherWindowThatGoesOnWithTheSameDraftLosesNothing() {
        var draft = life.drafts.left("entry-new", Optional.empty(), Map.of("text", "Samen"));
        go("mijn/dossier/nieuw?concept=" + draft.id());
        life.drafts.keep(life.actor, draft.with(Map.of("text", "Van het andere venster")));
        fill("entry-text", "Van dit venster");
        assertThat(life.drafts.kept.values())
                .extracting(kept -> kept.fields().get("text"))
                .containsExactly("Van het andere venster", "Van dit venster");
    }

    @Test
    void throwingAwayCanBeUndone() {
        life.drafts.left("entry-new", Optional.empty(), Map.of("text", "Toch weg"));
        go("mijn/dossier/nieuw");
        press("draft-discard");
        assertThat(life.drafts.kept).isEmpty();
        assertThat(handles("draft-kept")).isEmpty();
        press("undo");
        assertThat(textOf("draft-kept")).contains("Verder schrijven");
        assertThat(life.drafts.kept).hasSize(1);
    }

    @Test
    void throwingAwayWhatStandsInTheFieldsEmptiesThem() {
        var draft = life.drafts.left("entry-new", Optional.empty(), Map.of("text", "Toch weg"));
        go("mijn/dossier/nieuw?concept=" + draft.id());
        press("draft-discard");
        assertThat(this.<String>value("entry-text")).isEmpty();
        assertThat(life.drafts.kept).isEmpty();
    }

    @Test
    void typingEverythingBackIsNoDraft() {
        var id = life.wrote(Section.WONEN, "Mijn huis", "De eerste tekst");
        go("mijn/dossier/bericht/" + id);
        fill("entry-text", "De eerste tekst!");
        assertThat(life.drafts.kept).hasSize(1);
        fill("entry-text", "De eerste tekst");
        assertThat(life.drafts.kept).isEmpty();
    }

    @Test
    void aDraftThatWasOvertakenNeverReplacesTheNewerTextUnseen() {
        var id = life.wrote(Section.WONEN, "Mijn huis", "De eerste tekst");
        var draft = life.drafts.left("entry/" + id, Optional.of(1), Map.of("text", "Mijn kladje"));
        life.entries.get(id).addFirst(life.entry(id, Section.WONEN, "Mijn huis", "Later bewaard", 2));
        go("mijn/dossier/bericht/" + id + "?concept=" + draft.id());
        assertThat(textOf("draft-resumed")).contains("De bewaarde tekst is daarna nog veranderd");
        press("entry-save");
        assertThat(life.entries.get(id)).as("nothing is saved yet").hasSize(2);
        assertThat(textOf("entry-other")).contains("Later bewaard");
        assertThat(life.drafts.kept).hasSize(1);
        press("entry-save");
        assertThat(life.entries.get(id).getFirst().text()).isEqualTo("Mijn kladje");
        assertThat(life.drafts.kept).isEmpty();
    }

    @Test
    void whatCouldNotBeKeptIsKeptWhenTheScreenGoesAway() {
        go("mijn/dossier/nieuw");
        life.drafts.broken = true;
        fill("entry-text", "Net voor het uitloggen");
        assertThat(textOf("draft-status")).contains("lukt nu niet");
        assertThat(this.<String>value("entry-text")).isEqualTo("Net voor het uitloggen");
        life.drafts.broken = false;
        go("mijn/dossier");
        assertThat(life.drafts.kept.values())
                .singleElement()
                .satisfies(draft -> assertThat(draft.fields()).containsEntry("text", "Net voor het uitloggen"));
    }

    @Test
    void aFileIsNotKeptButItsWordsAre() {
        go("mijn/dossier/document");
        fill("entry-title", "De brief van de gemeente");
        go("mijn/dossier/nieuw");
        assertThat(handles("draft-kept")).as("another form").isEmpty();
        go("mijn/dossier/document");
        press("draft-continue");
        assertThat(this.<String>value("entry-title")).isEqualTo("De brief van de gemeente");
    }

    @Test
    void theFirstPageLeadsBackToWhatWasTyped() {
        var id = life.wrote(Section.WONEN, "Mijn huis", "De eerste tekst");
        go("mijn/dossier/bericht/" + id);
        fill("entry-text", "De eerste tekst, en toen ging de bel");
        go("mijn");
        assertThat(textOf("task")).contains("U was nog aan het schrijven");
        var way = everything(handle("task"))
                .map(part -> part.getElement().getAttribute("href"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
        go(way.substring(1));
        assertThat(this.<String>value("entry-text")).isEqualTo("De eerste tekst, en toen ging de bel");
    }
}
