package nl.voorelkaar.portal.workspace.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.plan.ScanField;

/** An objection or a complaint came in: the day that counts, and a confirmation for the resident. */
final class ReceivedSheet extends Div {

    ReceivedSheet(DeskAct.Kind kind, LocalDate today, Consumer<CounterView.Written> then) {
        var words = "balie.received." + kind.name().toLowerCase(Locale.ROOT);
        var on = new DayField(Words.say("balie.received.on")).handle("counter-received-on");
        on.between(today.minusYears(1), today);
        on.setValue(today);
        var about = new TextArea(Words.say(words + ".about"))
                .hint(Words.say("balie.received.hint"))
                .rows(4)
                .counted(DeskOrder.Received.LONGEST)
                .handle("counter-received-about");
        var scan = new ScanField(Words.say("balie.scan"));
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var day = on.getValue();
                    var said = about.getValue().strip();
                    var fine = errors.begin()
                            .need(day != null, on, Words.say("balie.log.day.missing"))
                            .need(!said.isEmpty(), about, Words.say("balie.refused.nothing_chosen"))
                            .need(
                                    said.length() <= DeskOrder.Received.LONGEST,
                                    about,
                                    Words.say("worry.long", DeskOrder.Received.LONGEST))
                            .need(
                                    scan.scan().length == 0 || scan.pdf(),
                                    scan.field(),
                                    Words.say("plan.ink.file.missing"))
                            .fine();
                    if (fine && day != null) {
                        then.accept(new CounterView.Written(
                                new DeskOrder.Received(kind, day, said),
                                Optional.of(scan.scan()).filter(pdf -> pdf.length > 0)));
                    }
                },
                on,
                about,
                scan,
                new Div(Action.submit(Words.say("balie.write")).handle("counter-write")));
        var card = new Card(new H2(Words.say(words)), new Paragraph(Words.say("balie.received.how")), errors, form);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }
}
