package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.dossier.DossierView;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.Statement;

/**
 * How an opened dossier looks to a professional. The workspace shows a {@link DossierView} with it, and the resident's
 * preview shows the same value with the same code: what differs is only what can be clicked.
 */
public final class DossierReading extends Div {

    /** What can be done beside the reading; nothing, unless a face says so. */
    public interface Extras {

        Extras NONE = new Extras() {};

        /** Links to open the file of an entry. */
        default Optional<Component> document(Entry entry) {
            return Optional.empty();
        }

        /** What can be done with an entry. */
        default Optional<Component> entry(Entry entry) {
            return Optional.empty();
        }

        /** Stands under the entries of a section. */
        default Optional<Component> section(DossierView.SectionView section) {
            return Optional.empty();
        }
    }

    /** A preview: says whose dossier it is, as the title of the professional's page does. */
    public DossierReading(DossierView view) {
        this(view, Extras.NONE);
        view.name().ifPresent(name -> {
            var whose = new Paragraph(Words.say("reading.of", name));
            whose.addClassName("ve-lead");
            addComponentAsFirst(whose);
        });
    }

    /** Stands on a page whose title says whose dossier it is. */
    public DossierReading(DossierView view, Extras extras) {
        addClassName("ve-reading");
        if (view.sections().isEmpty()) {
            add(new EmptyState(Words.say("reading.nothing"), Words.say("reading.nothing.why")));
        }
        view.sections().forEach(section -> add(section(section, extras)));
    }

    private static Component section(DossierView.SectionView view, Extras extras) {
        var heading = new H2(People.section(view.section()));
        var head = new Div(heading);
        head.addClassName("ve-section-head");
        head.add(new Badge(Tone.QUIET, Words.count("entries", view.entries().size())));
        if (view.rights().contains(Right.ADD)) {
            head.add(new Badge(Tone.INFO, Words.say("reading.may-add")));
        }
        var ground = new Paragraph();
        ground.add(new Icon(Icon.Shape.KEY), new Span(People.ground(view.ground())));
        ground.addClassName("ve-ground");
        ground.setTestId("access-ground");
        var section = new com.vaadin.flow.component.html.Section(head, ground);
        section.addClassName("ve-section");
        section.setTestId("section-" + view.section().code());
        if (view.entries().isEmpty()) {
            var nothing = new Paragraph(Words.say("reading.section.empty"));
            nothing.addClassName("ve-soft");
            section.add(nothing);
        }
        view.entries().forEach(entry -> section.add(entry(entry, extras)));
        view.beside().forEach(statement -> section.add(beside(statement, "statement.section")));
        if (view.more()) {
            section.add(new Paragraph(Words.say("reading.more")));
        }
        extras.section(view).ifPresent(section::add);
        return section;
    }

    private static Component entry(Entry entry, Extras extras) {
        var card = card(entry);
        extras.document(entry).ifPresent(card::add);
        extras.entry(entry).ifPresent(card::add);
        return card;
    }

    /** One entry: title, facts, text, and the name of its file. */
    public static Article card(Entry entry) {
        return card(entry, new H3(), "entry.by.resident");
    }

    /** One entry of the reader's own dossier. */
    public static Article own(Entry entry) {
        return card(entry, new H3(), "entry.by.you");
    }

    /** The same under a heading of level three. */
    public static Article ownBelow(Entry entry) {
        return card(entry, new H4(), "entry.by.you");
    }

    private static Article card(Entry entry, HtmlContainer title, String resident) {
        title.setText(entry.title());
        title.setTestId("entry-heading");
        var facts = new Div(Time.of(entry.date()), new Span(writer(entry, resident)));
        if (entry.version() > 1) {
            facts.add(new Span(Words.say("entry.changed", Dates.shortDay(CalendarDays.dayOf(entry.changedAt())))));
        }
        if (entry.apart()) {
            var apart = new Badge(Tone.QUIET, Words.say("entry.kept-apart"));
            apart.setTestId("entry-kept-apart");
            facts.add(apart);
        }
        facts.addClassName("ve-entry-facts");
        var card = new Article(title, facts);
        card.addClassName("ve-entry");
        card.setTestId("entry");
        var text = new Div(entry.text());
        text.addClassName("ve-text");
        text.setTestId("entry-text");
        text.setVisible(!entry.text().isBlank());
        card.add(text);
        entry.beside().forEach(statement -> card.add(beside(statement, "statement.entry")));
        entry.document().ifPresent(file -> {
            var line = new Paragraph();
            line.add(
                    new Icon(Icon.Shape.DOCUMENT),
                    new Span(file.fileName()),
                    new Span("(" + Dates.size(file.size()) + ")"));
            line.addClassNames("ve-ground");
            line.setTestId("entry-file");
            card.add(line);
        });
        return card;
    }

    /** What the resident says beside something that stays as it is. */
    public static Component beside(Statement statement, String words) {
        var notice = new Notice(Tone.INFO, Words.say(words, Dates.day(CalendarDays.dayOf(statement.at()))));
        notice.with(Page.said(statement.text()));
        notice.setTestId("statement");
        return notice;
    }

    private static String writer(Entry entry, String resident) {
        if (entry.writtenBy().isEmpty() && entry.authorName().isPresent()) {
            return Words.say("entry.by.through", entry.authorName().get());
        }
        return entry.writtenBy().isEmpty()
                ? Words.say(resident)
                : Words.say("entry.by", entry.authorName().orElse(Words.say("entry.by.unknown")));
    }
}
