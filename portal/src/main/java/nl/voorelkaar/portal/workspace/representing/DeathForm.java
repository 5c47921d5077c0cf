package nl.voorelkaar.portal.workspace.representing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.Words;

/** That a resident died, and by which evidence. Says first what ends. */
final class DeathForm extends Div {

    private final DayField day = new DayField(Words.say("death.day")).handle("death-day");
    private final Radios<Deaths.Evidence> evidence = new Radios<>(
            Words.say("death.evidence"),
            List.of(Deaths.Evidence.values()),
            each -> Words.say("death.evidence." + code(each)),
            _ -> Optional.empty(),
            each -> "death-evidence-" + code(each));
    private final ErrorSummary errors = new ErrorSummary();

    DeathForm(LocalDate today, BiConsumer<LocalDate, Deaths.Evidence> then) {
        day.between(today.minusYears(100), today);
        var form = new Form(
                () -> send(then),
                day,
                evidence,
                new Div(Action.submit(Words.say("death.send")).handle("death-send")));
        var card = new Card(new H2(Words.say("death.title")), new Paragraph(Words.say("death.what")), errors, form);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void send(BiConsumer<LocalDate, Deaths.Evidence> then) {
        var on = day.getValue();
        var seen = evidence.getValue();
        var fine = errors.begin()
                .need(on != null, day, Words.say("represent.day.missing"))
                .need(seen != null, evidence, Words.say("represent.evidence.missing"))
                .fine();
        if (!fine || on == null || seen == null) {
            return;
        }
        try {
            then.accept(on, seen);
        } catch (RepresentationRefused refused) {
            errors.begin().need(false, day, RepresentationForm.why(refused)).fine();
        }
    }

    private static String code(Deaths.Evidence each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
