package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Typed;
import nl.voorelkaar.portal.ui.Words;
import org.jspecify.annotations.Nullable;

/** The questions about one entry. Keeps what was typed, whatever is wrong with it. */
final class EntryForm extends Div {

    private final EntryDays days;
    private final ErrorSummary errors = new ErrorSummary();
    private final Choice<Section> section = new Choice<>(
                    Words.say("entry.section"),
                    People.inOrder(Section.in(Zone.MIJN_DEEL)),
                    Section::code,
                    People::section)
            .hint(Words.say("entry.section.hint"))
            .handle("entry-section");
    private final TextLine title = new TextLine(Words.say("entry.title"))
            .hint(Words.say("entry.title.hint"))
            .handle("entry-title");
    private final TextArea text =
            new TextArea(Words.say("entry.text")).optional().rows(8).handle("entry-text");
    private final DayField date = new DayField(Words.say("entry.date"))
            .hint(Words.say("entry.date.hint"))
            .handle("entry-date");
    private final Check apart = new Check(Words.say("entry.apart"))
            .hint(Words.say("entry.apart.hint"))
            .handle("entry-apart");
    private final Form form;
    /** A day that was fine when it was saved is not asked for again. */
    private @Nullable LocalDate before;

    /**
     * @param save gets what is right; everything else is said on the form
     * @param below buttons, and what else stands above them
     */
    EntryForm(EntryDays days, Consumer<NewEntry> save, Component... below) {
        this.days = days;
        addClassName("ve-stack");
        section.setValue(Section.VERHAAL);
        date.setValue(days.today());
        form = new Form(() -> read().ifPresent(save), section, title, text, date, apart);
        form.add(below);
        add(errors, form);
    }

    void choose(Section chosen) {
        section.setValue(chosen);
    }

    /** An entry stays in its section: the section's key closes it. */
    void fill(Entry entry) {
        section.setValue(entry.section());
        section.setVisible(false);
        title.setValue(entry.title());
        text.setValue(entry.text());
        date.setValue(entry.date());
        apart.setValue(entry.apart());
        before = entry.date();
    }

    /** What can be typed here, to keep it until it is saved. */
    Map<String, Typed> typed() {
        var fields = new LinkedHashMap<String, Typed>();
        if (section.isVisible()) {
            fields.put("section", section);
        }
        fields.put("title", title);
        fields.put("text", text);
        fields.put("date", date);
        fields.put("apart", apart);
        return fields;
    }

    /** Puts a line under the buttons. */
    void note(Component line) {
        form.add(line);
    }

    ErrorSummary errors() {
        return errors;
    }

    private Optional<NewEntry> read() {
        var words = title.getValue().strip();
        var day = date.getValue();
        var length = text.getValue().codePointCount(0, text.getValue().length());
        var fine = errors.begin()
                .need(section.getValue() != null, section, Words.say("entry.section.missing"))
                .need(!words.isEmpty(), title, Words.say("entry.title.missing"))
                .need(
                        words.codePointCount(0, words.length()) <= NewEntry.LONGEST_TITLE,
                        title,
                        Words.say("entry.title.long", words.codePointCount(0, words.length()), NewEntry.LONGEST_TITLE))
                .need(
                        length <= NewEntry.LONGEST_TEXT,
                        text,
                        Words.say("entry.text.long", length, NewEntry.LONGEST_TEXT))
                .need(day != null, date, Words.say("entry.date.missing"))
                .need(
                        day == null || day.equals(before) || days.contain(day),
                        date,
                        Words.say("entry.date.out", Dates.shortDay(days.first()), Dates.shortDay(days.last())))
                .fine();
        return fine && day != null
                ? Optional.of(new NewEntry(section.getValue(), words, text.getValue(), day, apart.getValue()))
                : Optional.empty();
    }
}
