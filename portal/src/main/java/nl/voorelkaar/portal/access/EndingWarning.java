package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Words;

/**
 * Says that the session is about to end, and lets the person stay. A native dialog, opened by push: it sends nothing to
 * the server by itself, because that would count as activity and the session would never end.
 */
@Tag("dialog")
final class EndingWarning extends HtmlContainer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withZone(CalendarDays.AMSTERDAM);

    private EndingWarning(UI ui, Instant endsAt, boolean canStay) {
        setId("sessie-eindigt");
        getElement().setAttribute("role", "alertdialog");
        getElement().setAttribute("aria-labelledby", "sessie-eindigt-kop");
        getElement().setAttribute("aria-describedby", "sessie-eindigt-tekst");
        getElement().setAttribute("data-testid", "session-warning");
        addClassName("ve-dialog");
        var heading = new H2(Words.say(ui.getLocale(), "session.warning.heading"));
        heading.setId("sessie-eindigt-kop");
        var text = new Paragraph(Words.say(
                ui.getLocale(), canStay ? "session.warning.text" : "session.warning.final", TIME.format(endsAt)));
        text.setId("sessie-eindigt-tekst");
        var stay = Action.primary(
                        Words.say(ui.getLocale(), canStay ? "session.warning.stay" : "session.warning.understood"),
                        click -> close())
                .handle("session-stay");
        stay.getElement().setAttribute("autofocus", true);
        add(heading, text, stay);
    }

    static void show(UI ui, Instant endsAt, boolean canStay) {
        hide(ui);
        var warning = new EndingWarning(ui, endsAt, canStay);
        ui.add(warning);
        // Escape means "I am here" as much as the button does.
        warning.getElement()
                .executeJs(
                        "this.addEventListener('cancel', e => { e.preventDefault(); this.querySelector('button').click(); });"
                                + "if (!this.open) this.showModal();");
    }

    static void hide(UI ui) {
        ui.getChildren()
                .filter(EndingWarning.class::isInstance)
                .map(EndingWarning.class::cast)
                .toList()
                .forEach(EndingWarning::close);
    }

    private void close() {
        removeFromParent();
    }
}
