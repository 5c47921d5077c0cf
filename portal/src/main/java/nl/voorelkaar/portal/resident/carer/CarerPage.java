package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.resident.mandate.MandateWords;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Field;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * A page on which somebody acts for a resident. What ended while it was open is told in one sentence, and what was
 * being typed stays.
 */
abstract class CarerPage extends Page implements BeforeEnterObserver {

    private final transient Capacities capacities;
    private transient Optional<Namens> shown = Optional.empty();
    private Component refusal = new Div();
    private final List<Field<?, String>> typing = new ArrayList<>();

    CarerPage(Capacities capacities) {
        this.capacities = capacities;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        empty();
        var namens = capacities.of(MandateWords.id(event));
        if (namens.isEmpty()) {
            over();
            return;
        }
        var now = namens.get();
        shown = Optional.of(now);
        guarded(() -> show(now, event));
        capacities.watch(this, now, () -> shown.filter(now::equals).ifPresent(_ -> over()));
    }

    abstract void show(Namens namens, BeforeEnterEvent event);

    /** Empties the page to show it anew; nothing that was typed on it before is kept. */
    final void empty() {
        clear();
        typing.clear();
    }

    /** What is typed here stays on the page when the mandate ends before it was sent. */
    final <F extends Field<F, String>> F keeps(F field) {
        typing.add(field);
        field.whileTyping(() -> {});
        return field;
    }

    /** For every act of this page. */
    final void guarded(Runnable act) {
        try {
            act.run();
        } catch (AccessRefused refused) {
            over();
        }
    }

    /** For an act that the rules can refuse: the reason stands above the page. */
    final void act(Runnable act) {
        try {
            guarded(act);
        } catch (StepRefused refused) {
            refusal.removeFromParent();
            refusal = new Notice(Tone.BAD, Words.why(refused)).spoken();
            addComponentAtIndex(1, refusal);
            readFromTop();
        }
    }

    /** One text to send, as a form of its own; what is wrong with it stands above it. */
    final Component writing(TextArea text, Action send, Runnable act) {
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    try {
                        errors.begin();
                        guarded(act);
                    } catch (StepRefused refused) {
                        errors.begin().need(false, text, Words.why(refused)).fine();
                    }
                },
                text,
                row(send));
        var box = new Div(errors, form);
        box.addClassName("ve-stack");
        return box;
    }

    final void above(Namens namens) {
        trail(new Crumb(namens.path(""), namens.name()));
    }

    private void over() {
        var typed = typing.stream().filter(field -> !field.getValue().isBlank()).toList();
        empty();
        trail();
        title(Words.say("namens.over.title"));
        var said = new Notice(Tone.INFO, Words.say("namens.over")).spoken();
        said.setTestId("acting-over");
        add(said);
        if (!typed.isEmpty()) {
            var kept = new Card(new H2(Words.say("namens.over.typed")), new Paragraph(Words.say("namens.over.copy")));
            typed.forEach(kept::add);
            add(kept.handle("acting-typed"));
        }
        add(new Div(ActionLink.primary(NamensPage.PATH, Words.say("namens.title"))));
    }

    /** That an act was done in whose name, with a handle for who looks for it. */
    static Notice done(String handle, String words) {
        var said = new Notice(Tone.GOOD, words).spoken();
        said.setTestId(handle);
        return said;
    }

    static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
