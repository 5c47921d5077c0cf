package nl.voorelkaar.portal.workspace.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
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
    private final Map<Section, Check> parts = new EnumMap<>(Section.class);
    private final Check add = new Check(Words.say("balie.yes.add")).handle("counter-add");
    private final DayField until = new DayField(Words.say("balie.yes.until")).handle("counter-until");
    private final Check read = new Check(Words.say("balie.yes.read")).handle("counter-read");
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
        People.inOrder(request.terms().sections()).forEach(section -> {
            var check = new Check(People.section(section)).handle("counter-part-" + section.code());
            parts.put(section, check);
            form.add(check);
        });
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
                new H3(Words.say("balie.yes.which")),
                new Paragraph(Words.say("balie.yes.which.what")),
                errors,
                form);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }

    private void send() {
        var chosen = parts.entrySet().stream()
                .filter(part -> part.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var day = until.getValue();
        var fine = errors.begin()
                .need(day != null, until, Words.say("balie.yes.until.missing"))
                .need(scan.scan().length == 0 || scan.pdf(), scan.field(), Words.say("plan.ink.file.missing"))
                .fine();
        if (!fine || day == null) {
            return;
        }
        if (chosen.isEmpty() || !read.getValue()) {
            errors.begin()
                    .need(
                            false,
                            until,
                            Words.say(chosen.isEmpty() ? "balie.refused.nothing_chosen" : "balie.yes.read.missing"))
                    .fine();
            return;
        }
        var rights = add.getValue() ? Set.of(Right.READ, Right.ADD) : Set.of(Right.READ);
        then.accept(new CounterView.Written(
                new DeskOrder.Give(
                        request.id(),
                        new Terms(chosen, rights, day, request.terms().team()),
                        new ShownText(text, Words.locale())),
                Optional.of(scan.scan()).filter(pdf -> pdf.length > 0)));
    }
}
