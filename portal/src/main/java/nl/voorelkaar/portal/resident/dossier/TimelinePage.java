package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

@Route(value = "mijn/dossier/tijdlijn", layout = ResidentShell.class)
@PermitAll
class TimelinePage extends Page {

    private static final int SIZE = 20;

    private final transient SignedIn signedIn;
    private final transient Dossiers dossiers;
    private final OrderedList line = new OrderedList();
    private final Div below = new Div();

    TimelinePage(SignedIn signedIn, Dossiers dossiers) {
        super(Words.say("timeline.title"));
        this.signedIn = signedIn;
        this.dossiers = dossiers;
        lead(Words.say("timeline.lead"));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/dossier", Words.say("dossier.title")));
        line.addClassName("ve-timeline");
        add(new DossierTabs("/mijn/dossier/tijdlijn"), heard(Words.say("entries")), line, below);
        load(Optional.empty());
    }

    private void load(Optional<EntryId> after) {
        var cards = new OwnEntries(dossiers, signedIn.resident(), () -> {
            line.removeAll();
            load(Optional.empty());
        });
        var part = dossiers.timeline(signedIn.resident(), after, SIZE);
        part.entries().forEach(entry -> {
            var card = cards.card(entry);
            card.addComponentAsFirst(new Badge(Tone.QUIET, People.section(entry.section())));
            line.add(new ListItem(card));
        });
        below.removeAll();
        line.setVisible(line.getChildren().findAny().isPresent());
        if (!line.isVisible()) {
            below.add(new EmptyState(
                    Words.say("home.latest.none"),
                    Words.say("home.latest.none.why"),
                    ActionLink.primary("/mijn/dossier/nieuw", Words.say("dossier.add"))));
        } else if (part.more()) {
            below.add(Action.secondary(
                    Words.say("timeline.older"),
                    _ -> load(Optional.of(part.entries().getLast().id()))));
        }
    }
}
