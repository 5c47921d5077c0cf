package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignOutButton;
import nl.voorelkaar.portal.resident.mandate.MandateWords;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Shell;
import nl.voorelkaar.portal.ui.Words;

/** The frame of /namens/…: on every page, in sight, for whom one acts; and only the pages that the mandate opens. */
@PermitAll
public class CarerShell extends Shell implements BeforeEnterObserver {

    private final transient Capacities capacities;
    private final Div band = new Div();

    CarerShell(Capacities capacities, HouseSettings settings) {
        super(new Plan(
                Face.RESIDENT,
                NamensPage.PATH,
                settings.municipality().name(),
                List.of(),
                Optional.of(new Visitor(capacities.ownName(), new SignOutButton(Words.say("shell.sign-out")))),
                false));
        this.capacities = capacities;
        band.addClassName("ve-acting");
        band.setTestId("acting-for");
        banner(band);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var namens = capacities.of(MandateWords.id(event));
        band.removeAll();
        band.setVisible(namens.isPresent());
        namens.ifPresent(now -> {
            var who = new Span(now.name());
            who.addClassName("ve-acting-name");
            who.getElement().setAttribute("translate", "no");
            band.add(
                    new Icon(Icon.Shape.PERSON),
                    new Span(new Span(Words.say(now.boundary().isPresent() ? "help.band" : "namens.band") + " "), who),
                    ActionLink.quiet(NamensPage.PATH, Words.say("namens.switch"))
                            .handle("acting-for-switch"));
        });
        places(namens.map(CarerShell::places).orElse(List.of()));
    }

    private static List<Place> places(Namens namens) {
        var places = new ArrayList<Place>();
        places.add(new Place(namens.path(""), Words.say("menu.home"), Icon.Shape.HOME));
        namens.boundary()
                .ifPresent(boundary -> places.add(new Place(
                        namens.path(HelpedThingPage.BELOW),
                        Words.say("help.menu." + boundary.section().code()),
                        Icon.Shape.DOCUMENT)));
        part(namens, Part.DOSSIER, places::add);
        part(namens, Part.PLAN, places::add);
        part(namens, Part.BESLUITEN, places::add);
        return places;
    }

    private static void part(Namens namens, Part part, Consumer<Place> add) {
        if (part.opensFor(namens)) {
            add.accept(new Place(namens.path(part.path()), part.words(), part.icon()));
        }
    }
}
