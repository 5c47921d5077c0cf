package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.portal.resident.mandate.MandateWords;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** A page on which somebody acts for a resident. What ended while it was open is told in one sentence. */
abstract class CarerPage extends Page implements BeforeEnterObserver {

    private final transient Capacities capacities;
    private transient Optional<Namens> shown = Optional.empty();

    CarerPage(Capacities capacities) {
        this.capacities = capacities;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        clear();
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

    /** For every act of this page. */
    final void guarded(Runnable act) {
        try {
            act.run();
        } catch (AccessRefused refused) {
            over();
        }
    }

    final void above(Namens namens) {
        trail(new Crumb(namens.path(""), namens.name()));
    }

    private void over() {
        clear();
        trail();
        title(Words.say("namens.over.title"));
        var said = new Notice(Tone.INFO, Words.say("namens.over")).spoken();
        said.setTestId("acting-over");
        add(said, new Div(ActionLink.primary(NamensPage.PATH, Words.say("namens.title"))));
    }

    static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
