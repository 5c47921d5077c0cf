package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import nl.voorelkaar.consent.OwnAct;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * The address of a page of the resident, below that of who acts for them. Of what nobody does for a resident this page
 * says so, and the resident reads in the log that it was tried; every other address is not there.
 */
@Route(value = "namens/:mandate/:own*", layout = CarerShell.class)
@PermitAll
class OwnActPage extends CarerPage {

    /** What stays with the resident, where the resident's own pages have it. */
    private enum Place {
        MACHTIGINGEN("machtigingen", OwnAct.INVITE),
        BEZORGING("besluiten/bezorging", OwnAct.CHOOSE_DELIVERY),
        WISSEN("rechten/wissen", OwnAct.ERASE),
        EERDER("plan/eerder-starten", OwnAct.START_EARLY),
        NOOD("nood", OwnAct.REVIEW_EMERGENCY);

        private final String path;
        private final OwnAct act;

        Place(String path, OwnAct act) {
            this.path = path;
            this.act = act;
        }

        boolean holds(String below) {
            return below.equals(path) || below.startsWith(path + "/");
        }

        String words() {
            return Words.say("namens.own." + act.step());
        }
    }

    private final transient Capacities capacities;

    OwnActPage(Capacities capacities) {
        super(capacities);
        this.capacities = capacities;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        var below = event.getRouteParameters().get("own").orElse("");
        var place = Arrays.stream(Place.values())
                .filter(one -> one.holds(below))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        capacities.refused(namens, place.act);
        above(namens);
        title(Words.say("namens.own.title", namens.name()));
        lead(place.words());
        var said = new Notice(Tone.INFO, Words.say("namens.own.refused", namens.name())).spoken();
        said.setTestId("own-act-refused");
        add(said, new Div(ActionLink.primary(namens.path(""), Words.say("namens.own.back"))));
    }

    /** For the first page of who acts: what is not asked of them. */
    static Component all(Namens namens) {
        var list = new UnorderedList();
        Arrays.stream(Place.values()).forEach(place -> list.add(new ListItem(place.words())));
        return new Card(
                        new H2(Words.say("namens.own.title", namens.name())),
                        list,
                        new Paragraph(Words.say("namens.own.why")))
                .handle("own-acts");
    }
}
