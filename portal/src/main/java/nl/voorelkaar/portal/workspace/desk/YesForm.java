package nl.voorelkaar.portal.workspace.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.plan.ScanField;

/** Yes to a request, part by part, as the resident says it or signed it. Nothing is ticked beforehand. */
final class YesForm extends Div {

    private final transient AccessRequest request;
    private final transient Consumer<CounterView.Written> then;
    private final CheckGroup<Section> parts;
    private final Check add = new Check(Words.say("balie.yes.add")).handle("counter-add");
    private final DayField until = new DayField(Words.say("balie.yes.until")).handle("counter-until");
    private final CheckGroup<String> read = new CheckGroup<>(
            Words.say("balie.yes.aloud"),
            List.of("counter-read"),
            _ -> Words.say("balie.yes.read"),
            _ -> Optional.empty(),
            handle -> handle);
    private final ScanField scan = new ScanField(Words.say("balie.scan"));
    private final ErrorSummary errors = new ErrorSummary();
    private final String text;

    YesForm(AccessRequest request, LocalDate today, Consumer<CounterView.Written> then) {
        this.request = request;
        this.then = then;
        var last = request.terms().until();
        this.text = Words.say(
                        "balie.yes.text",
                        People.full(request.by()),
                        People.sections(request.terms().sections()),
                        request.purpose().text(),
                        Dates.day(last))
                + " "
                + Words.say("balie.yes.text.no", request.whatIfNo().text());
        until.between(today, last);
        until.setValue(last);
        var form = new Form(this::send);
        parts = new CheckGroup<>(
                Words.say("balie.yes.which"),
                People.inOrder(request.terms().sections()),
                People::section,
                _ -> Optional.empty(),
                section -> "counter-part-" + section.code());
        form.add(parts);
        if (request.terms().rights().contains(Right.ADD)) {
            form.add(add);
        }
        form.add(
                until,
                scan,
                read,
                new Div(Action.submit(Words.say("balie.write")).handle("counter-write")));
        var quote = new Notice(Tone.INFO, Words.say("balie.yes.aloud"), text);
        var card = new Card(
                new H2(Words.say("balie.yes.title", request.by().name())),
                quote,
                new Paragraph(Words.say("balie.yes.which.what")),
                errors,
                form);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }

    private void send() {
        var chosen = parts.getValue();
        var day = until.getValue();
        var fine = errors.begin()
                .need(!chosen.isEmpty(), parts, Words.say("balie.refused.nothing_chosen"))
                .need(day != null, until, Words.say("balie.yes.until.missing"))
                .need(scan.scan().length == 0 || scan.pdf(), scan.field(), Words.say("plan.ink.file.missing"))
                .need(!read.getValue().isEmpty(), read, Words.say("balie.yes.read.missing"))
                .fine();
        if (!fine || day == null) {
            return;
        }
        var rights = add.getValue() ? Set.of(Right.READ, Right.ADD) : Set.of(Right.READ);
        then.accept(new CounterView.Written(
                new DeskOrder.Give(
                        request.id(),
                        new Terms(chosen, rights, day, request.terms().team()),
                        Words.shown(List.of(text))),
                Optional.of(scan.scan()).filter(pdf -> pdf.length > 0)));
    }
}
