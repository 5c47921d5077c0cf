package nl.voorelkaar.portal.workspace.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.plan.ScanField;

/**
 * A carer who may act for the resident: what, one by one and all off, and until when. Who it is, shows when they
 * accept.
 */
final class MandateSheet extends Div {

    private final transient Consumer<CounterView.Written> then;
    private final CheckGroup<MandateScope> scopes = new CheckGroup<>(
            Words.say("balie.mandate.which"),
            List.of(MandateScope.values()),
            scope -> Words.say("mandate.scope." + scope.code()),
            _ -> Optional.empty(),
            scope -> "counter-scope-" + scope.code());
    private final DayField until = new DayField(Words.say("balie.yes.until")).handle("counter-until");
    private final ScanField scan = new ScanField(Words.say("balie.scan"));
    private final ErrorSummary errors = new ErrorSummary();

    MandateSheet(LocalDate today, Consumer<CounterView.Written> then) {
        this.then = then;
        until.between(today, today.plus(Mandates.LONGEST));
        until.setValue(today.plusMonths(6));
        var form = new Form(this::send);
        form.add(scopes);
        form.add(until, scan, new Div(Action.submit(Words.say("balie.write")).handle("counter-write")));
        var card = new Card(
                new H2(Words.say("balie.mandate.title")), new Paragraph(Words.say("balie.mandate.how")), errors, form);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }

    private void send() {
        var chosen = scopes.getValue();
        var day = until.getValue();
        var fine = errors.begin()
                .need(!chosen.isEmpty(), scopes, Words.say("balie.refused.nothing_chosen"))
                .need(day != null, until, Words.say("balie.yes.until.missing"))
                .need(scan.scan().length == 0 || scan.pdf(), scan.field(), Words.say("plan.ink.file.missing"))
                .fine();
        if (!fine || day == null) {
            return;
        }
        var said = Words.say(
                "balie.mandate.text",
                Words.list(chosen.stream()
                        .sorted()
                        .map(scope -> Words.say("mandate.scope." + scope.code()))
                        .toList()),
                Dates.day(day));
        then.accept(new CounterView.Written(
                new DeskOrder.Empower(chosen, day, Words.shown(List.of(said))),
                Optional.of(scan.scan()).filter(pdf -> pdf.length > 0)));
    }
}
