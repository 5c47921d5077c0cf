package nl.voorelkaar.portal.workspace.requests;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import org.jspecify.annotations.Nullable;

/**
 * The questions that make a request: which parts, to do what, what for, what if the answer is no, until when. Beside
 * them stands what the resident will read.
 */
final class AskForm extends Div {

    /** What a whole form says. */
    record Answer(Terms terms, Purpose purpose, Purpose whatIfNo, Optional<Purpose> newReason) {}

    private final Party self;
    private final LocalDate today;
    private final ErrorSummary errors = new ErrorSummary();
    private final CheckGroup<Section> sections;
    private final Check add = new Check(Words.say("workspace.ask.rights.add"))
            .hint(Words.say("workspace.ask.rights.add.hint"))
            .handle("request-add");
    private final TextArea purpose = new TextArea(Words.say("workspace.ask.purpose"))
            .hint(Words.say("workspace.ask.purpose.hint"))
            .rows(4)
            .counted(Purpose.LONGEST)
            .handle("request-purpose");
    private final Div advice = new Div();
    private final TextArea whatIfNo = new TextArea(Words.say("workspace.ask.no"))
            .hint(Words.say("workspace.ask.no.hint"))
            .rows(2)
            .counted(Purpose.LONGEST)
            .handle("request-no");
    private final TextArea newReason = new TextArea(Words.say("workspace.ask.reason"))
            .hint(Words.say("workspace.ask.reason.hint"))
            .rows(2)
            .counted(Purpose.LONGEST)
            .handle("request-reason");
    private final DayField until;
    private final Check team = new Check(Words.say("workspace.ask.team"))
            .hint(Words.say("workspace.ask.team.hint"))
            .handle("request-team");
    private final UnorderedList reads = new UnorderedList();

    AskForm(Party self, LocalDate today, Set<Section> askable, Set<Section> byLaw, Consumer<Answer> send) {
        this.self = self;
        this.today = today;
        this.sections = new CheckGroup<>(
                Words.say("workspace.ask.sections"),
                People.inOrder(askable),
                People::section,
                section -> Optional.of(People.about(section)),
                section -> "request-section-" + section.code());
        this.until = new DayField(Words.say("workspace.ask.until"))
                .hint(Words.say("workspace.ask.until.hint"))
                .between(today, today.plusMonths(12))
                .handle("request-until");
        until.setValue(today.plusMonths(6));
        whatIfNo.setValue(Words.say(Words.DUTCH, "workspace.ask.no.default"));
        newReason.setVisible(false);
        team.setVisible(self.team().isPresent());
        advice.addClassNames("ve-ws-advice");
        advice.getElement().setAttribute("aria-live", "polite");

        var form = new Form(
                () -> answer().ifPresent(send),
                sections,
                law(byLaw),
                rights(),
                newReason,
                new Div(purpose, advice),
                whatIfNo,
                new Div(until, shortcuts()),
                team,
                buttons());
        sections.addValueChangeListener(_ -> preview());
        add.addValueChangeListener(_ -> preview());
        until.addValueChangeListener(_ -> preview());
        team.addValueChangeListener(_ -> preview());
        whatIfNo.addValueChangeListener(_ -> preview());
        purpose.addValueChangeListener(_ -> {
            advise();
            preview();
        });
        var asking = new Div(errors, form);
        asking.addClassName("ve-stack");
        addClassName("ve-ws-ask");
        add(asking, asResidentReads());
        preview();
    }

    /** Starts from what was asked before. */
    void startFrom(AccessRequest earlier, Set<Section> askable) {
        var again = EnumSet.noneOf(Section.class);
        earlier.terms().sections().stream().filter(askable::contains).forEach(again::add);
        sections.setValue(again);
        add.setValue(earlier.terms().rights().contains(Right.ADD));
        purpose.setValue(earlier.purpose().text());
        whatIfNo.setValue(earlier.whatIfNo().text());
        team.setValue(earlier.terms().team());
        if (earlier.state() == AccessRequest.State.GEWEIGERD) {
            newReason.setVisible(true);
        }
        preview();
    }

    /** Says above the form why nothing was sent; all that was filled in stays. */
    void refuse(String words) {
        errors.begin().need(false, sections, words).fine();
    }

    /** Asks why this is asked again so soon. */
    void askWhyAgain(String words) {
        newReason.setVisible(true);
        errors.begin().need(false, newReason, words).fine();
    }

    private Optional<Answer> answer() {
        var last = until.getValue();
        var why = purpose(purpose);
        var no = purpose(whatIfNo);
        var again = purpose(newReason);
        var latest = today.plusMonths(12);
        errors.begin()
                .need(!sections.getValue().isEmpty(), sections, Words.say("workspace.ask.error.sections"))
                .need(!newReason.isVisible() || again.isPresent(), newReason, Words.say("workspace.ask.error.reason"))
                .need(why.isPresent(), purpose, Words.say("workspace.ask.error.purpose"))
                .need(no.isPresent(), whatIfNo, Words.say("workspace.ask.error.no"))
                .need(
                        last != null,
                        until,
                        Words.say("workspace.ask.error.until.missing", Dates.shortDay(today.plusMonths(6))))
                .need(last == null || !last.isBefore(today), until, Words.say("workspace.ask.error.until.past"))
                .need(
                        last == null || !last.isAfter(latest),
                        until,
                        Words.say("workspace.ask.error.until.far", Dates.shortDay(latest)));
        if (!errors.fine() || last == null) {
            return Optional.empty();
        }
        return Optional.of(new Answer(
                new Terms(sections.getValue(), chosenRights(), last, team.getValue()),
                why.orElseThrow(),
                no.orElseThrow(),
                again));
    }

    private Set<Right> chosenRights() {
        return add.getValue() ? Set.of(Right.READ, Right.ADD) : Set.of(Right.READ);
    }

    private static Optional<Purpose> purpose(TextArea field) {
        try {
            return Optional.of(new Purpose(field.getValue()));
        } catch (IllegalArgumentException notYet) {
            return Optional.empty();
        }
    }

    private static Div law(Set<Section> byLaw) {
        var box = new Div();
        box.setVisible(!byLaw.isEmpty());
        box.addClassName("ve-ws-law");
        box.add(
                new H2(Words.say("workspace.ask.law")),
                new Paragraph(Words.say("workspace.ask.law.detail", People.sections(byLaw))));
        return box;
    }

    private FieldSet rights() {
        var legend = new FieldSet.Legend(Words.say("workspace.ask.rights"));
        legend.addClassName("ve-legend");
        var read = new Paragraph(Words.say("workspace.ask.rights.read"));
        read.addClassName("ve-hint");
        var rights = new FieldSet();
        rights.addClassName("ve-field");
        rights.add(legend, read, add);
        return rights;
    }

    private Div shortcuts() {
        var row = new Div();
        row.addClassNames("ve-row", "ve-ws-shortcuts");
        for (int months : new int[] {1, 3, 6}) {
            row.add(Action.quiet(
                    months == 1
                            ? Words.say("workspace.ask.until.month")
                            : Words.say("workspace.ask.until.months", months),
                    _ -> until.setValue(today.plusMonths(months))));
        }
        return row;
    }

    private static Div buttons() {
        var row = new Div(
                Action.submit(Words.say("workspace.ask.send")).handle("request-send"),
                ActionLink.quiet("/" + WorkspacePaths.HOME, Words.say("workspace.ask.cancel")));
        row.addClassName("ve-row");
        return row;
    }

    private Aside asResidentReads() {
        reads.addClassName("ve-ws-reads");
        var heading = new H2(Words.say("workspace.ask.preview"));
        var aside = new Aside(heading, reads);
        aside.addClassNames("ve-preview", "ve-ws-preview");
        aside.setTestId("request-preview");
        return aside;
    }

    private void preview() {
        reads.removeAll();
        line(Words.say("workspace.ask.preview.who", self.name(), People.role(self.role()), self.organisationName()));
        var chosen = sections.getValue();
        line(
                chosen.isEmpty()
                        ? Words.say("workspace.ask.preview.nothing")
                        : Words.say(
                                add.getValue() ? "workspace.ask.preview.add" : "workspace.ask.preview.read",
                                People.sections(chosen)));
        if (!purpose.getValue().isBlank()) {
            line("‘" + purpose.getValue().strip() + "’");
        }
        if (!whatIfNo.getValue().isBlank()) {
            line(Words.say("workspace.ask.preview.no", whatIfNo.getValue().strip()));
        }
        line(until(until.getValue()));
        if (team.getValue()) {
            line(Words.say("workspace.ask.preview.team"));
        }
    }

    private static String until(@Nullable LocalDate last) {
        return last == null
                ? Words.say("workspace.ask.preview.until.none")
                : Words.say("workspace.ask.preview.until", Dates.day(last));
    }

    private void line(String words) {
        reads.add(new ListItem(words));
    }

    private void advise() {
        advice.removeAll();
        if (!Words.locale().getLanguage().equals(Words.DUTCH.getLanguage())) {
            return;
        }
        var list = new UnorderedList();
        for (var item : PlainLanguage.on(purpose.getValue())) {
            list.add(new ListItem(
                    switch (item) {
                        case PlainLanguage.Advice.LongSentence sentence ->
                            Words.say(
                                    "workspace.ask.purpose.advice.sentence",
                                    sentence.opening(),
                                    Integer.toString(sentence.words()));
                        case PlainLanguage.Advice.HardWord word ->
                            Words.say("workspace.ask.purpose.advice.word", word.word(), word.better());
                    }));
        }
        if (list.getComponentCount() > 0) {
            advice.add(new Paragraph(Words.say("workspace.ask.purpose.advice")), list);
        }
    }
}
