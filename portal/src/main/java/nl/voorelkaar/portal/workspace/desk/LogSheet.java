package nl.voorelkaar.portal.workspace.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Words;

/** "Wie keek er in mijn dossier?", on paper. Who asks for it here does not see it. */
final class LogSheet extends Div {

    private static final int YEARS = 5;

    private final DayField from = new DayField(Words.say("balie.log.from")).handle("counter-log-from");
    private final DayField until = new DayField(Words.say("balie.log.until")).handle("counter-log-until");
    private final ErrorSummary errors = new ErrorSummary();

    LogSheet(LocalDate today, Consumer<CounterView.Written> then) {
        from.between(today.minusYears(YEARS), today);
        from.setValue(today.minusMonths(3));
        until.between(today.minusYears(YEARS), today);
        until.setValue(today);
        var form = new Form(
                () -> {
                    var first = from.getValue();
                    var last = until.getValue();
                    var fine = errors.begin()
                            .need(first != null, from, Words.say("balie.log.day.missing"))
                            .need(last != null, until, Words.say("balie.log.day.missing"))
                            .need(
                                    first == null || last == null || !last.isBefore(first),
                                    until,
                                    Words.say("balie.log.order"))
                            .fine();
                    if (fine && first != null && last != null) {
                        then.accept(new CounterView.Written(new DeskOrder.SendLog(first, last), Optional.empty()));
                    }
                },
                from,
                until,
                new Div(Action.submit(Words.say("balie.log.send")).handle("counter-write")));
        var card = new Card(new H2(Words.say("balie.log")), new Paragraph(Words.say("balie.log.how")), errors, form);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }
}
