package nl.voorelkaar.portal.workspace.dossiers;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Writing in somebody's dossier, or changing what one wrote there. */
final class EntryForm extends Div {

    private final H2 heading;
    private final Div meanwhile = new Div();
    private final ErrorSummary errors = new ErrorSummary();
    private final Choice<Section> section;
    private final TextLine title = new TextLine(Words.say("workspace.dossier.entry.title"))
            .autocomplete("off")
            .handle("entry-title");
    private final TextArea text = new TextArea(Words.say("workspace.dossier.entry.text"))
            .hint(Words.say("workspace.dossier.entry.text.hint"))
            .rows(8)
            .handle("entry-text");
    private final DayField date = new DayField(Words.say("workspace.dossier.entry.date")).handle("entry-date");
    private final Check apart = new Check(Words.say("workspace.dossier.entry.apart"))
            .hint(Words.say("workspace.dossier.entry.apart.hint"))
            .handle("entry-apart");
    private final transient BiConsumer<NewEntry, EntryForm> save;
    private int version;

    EntryForm(
            Optional<Entry> existing,
            List<Section> sections,
            LocalDate today,
            BiConsumer<NewEntry, EntryForm> save,
            Runnable cancel) {
        this.save = save;
        this.version = existing.map(Entry::version).orElse(0);
        heading = new H2(
                Words.say(existing.isPresent() ? "workspace.dossier.edit.title" : "workspace.dossier.add.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        section = new Choice<>(Words.say("workspace.dossier.entry.section"), sections, Section::code, People::section)
                .handle("entry-section");
        section.setValue(sections.getFirst());
        title.setValue(existing.map(Entry::title).orElse(""));
        text.setValue(existing.map(Entry::text).orElse(""));
        date.setValue(existing.map(Entry::date).orElse(today));
        apart.setValue(existing.map(Entry::apart).orElse(false));
        var acts = new Div(
                Action.submit(Words.say("workspace.dossier.entry.save")).handle("entry-save"),
                Action.quiet(Words.say("workspace.dossier.entry.cancel"), _ -> cancel.run()));
        acts.addClassName("ve-row");
        addClassNames("ve-card", "ve-stack");
        add(heading, meanwhile, errors, new Form(this::submit, section, title, text, date, apart, acts));
    }

    /** Puts the reader at the start of the form. */
    void start() {
        heading.getElement().executeJs("this.focus(); this.scrollIntoView({block: 'center'})");
    }

    /** The version that a change builds on. */
    int version() {
        return version;
    }

    /** What was typed so far and not saved, as far as the server knows it. */
    Optional<String> typed() {
        var both = (title.getValue() + "\n\n" + text.getValue()).strip();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    /** Shows how it stands now beside what was typed; saving again then builds on that. */
    void changedMeanwhile(Entry now) {
        version = now.version();
        meanwhile.removeAll();
        meanwhile.add(new Notice(Tone.WARN, Words.say("workspace.dossier.entry.conflict"))
                .with(new H2(Words.say("workspace.dossier.entry.conflict.now")), DossierReading.card(now))
                .spoken());
    }

    private void submit() {
        var where = section.getValue();
        var day = date.getValue();
        var strippedTitle = title.getValue().strip();
        var titleLength = strippedTitle.codePointCount(0, strippedTitle.length());
        var written = text.getValue();
        errors.begin()
                .need(where != null, section, Words.say("workspace.dossier.entry.error.section"))
                .need(
                        titleLength >= 1 && titleLength <= NewEntry.LONGEST_TITLE,
                        title,
                        Words.say("workspace.dossier.entry.error.title"))
                .need(
                        written.codePointCount(0, written.length()) <= NewEntry.LONGEST_TEXT,
                        text,
                        Words.say("workspace.dossier.entry.error.text"))
                .need(day != null, date, Words.say("workspace.dossier.entry.error.date"));
        if (errors.fine() && where != null && day != null) {
            save.accept(new NewEntry(where, strippedTitle, written, day, apart.getValue()), this);
        }
    }
}
