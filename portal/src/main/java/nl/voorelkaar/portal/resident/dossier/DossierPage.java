package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.DossierView.SectionView;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

@Route(value = "mijn/dossier", layout = ResidentShell.class)
@PermitAll
class DossierPage extends Page {

    /** How many entries of a section stand on the page before a click shows the rest. */
    private static final int AT_FIRST = 5;

    private final transient SignedIn signedIn;
    private final transient Dossiers dossiers;
    private final transient OwnEntries entries;
    private final Div zones = new Div();
    private final Div found = new Div();

    DossierPage(SignedIn signedIn, Dossiers dossiers) {
        super(Words.say("dossier.title"));
        this.signedIn = signedIn;
        this.dossiers = dossiers;
        this.entries = new OwnEntries(dossiers, signedIn.resident(), this::show);
        lead(Words.say("dossier.lead"));
        var acts = new Div(
                ActionLink.primary("/mijn/dossier/nieuw", Words.say("dossier.add"))
                        .icon(Icon.Shape.PLUS)
                        .handle("entry-add"),
                ActionLink.secondary("/mijn/dossier/document", Words.say("dossier.add-file"))
                        .icon(Icon.Shape.DOCUMENT)
                        .handle("document-add"),
                ActionLink.quiet("/mijn/meenemen", Words.say("moving.title")).handle("take-along"));
        acts.addClassName("ve-row");
        zones.addClassName("ve-stack-wide");
        found.addClassName("ve-stack");
        add(acts, new DossierTabs("/mijn/dossier"), search(), found, zones);
        show();
    }

    private Component search() {
        var words = new TextLine(Words.say("dossier.search")).handle("search-words");
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var fine = errors.begin()
                            .need(!words.getValue().isBlank(), words, Words.say("dossier.search.empty"))
                            .fine();
                    if (fine) {
                        find(words.getValue());
                    }
                },
                words,
                Action.submit(Words.say("dossier.search.go"))
                        .icon(Icon.Shape.SEARCH)
                        .handle("search-go"));
        form.addClassNames("ve-search", "ve-no-print");
        return new Div(errors, form);
    }

    private void find(String words) {
        var hits = dossiers.search(signedIn.resident(), words);
        found.removeAll();
        var heading = new H2(Words.count("dossier.found", hits.size()));
        heading.getElement().setAttribute("tabindex", "-1");
        var head = new Div(heading, Action.quiet(Words.say("dossier.search.close"), _ -> found.removeAll()));
        head.addClassName("ve-row-apart");
        found.add(head);
        if (hits.isEmpty()) {
            found.add(new EmptyState(Words.say("dossier.found.none"), Words.say("dossier.found.none.why")));
        }
        hits.forEach(entry -> found.add(entries.card(entry)));
        heading.getElement().executeJs("this.focus()");
    }

    private void show() {
        var actor = signedIn.resident();
        var view = dossiers.open(actor, actor.id());
        zones.removeAll();
        found.removeAll();
        zones.add(
                zone(Zone.MIJN_DEEL, view.sections(), Icon.Shape.HEART),
                zone(Zone.GEMEENTELIJK, view.sections(), Icon.Shape.TOWN));
    }

    private Component zone(Zone zone, List<SectionView> all, Icon.Shape icon) {
        var key = zone == Zone.MIJN_DEEL ? "dossier.mine" : "dossier.municipal";
        var words = new Div(new H2(Words.say(key)), new Paragraph(Words.say(key + ".about")));
        words.addClassName("ve-stack-close");
        var head = new Div(new Icon(icon), words);
        head.addClassName("ve-zone-head");
        var box = new Section(head);
        box.addClassName("ve-zone");
        box.setTestId("zone-" + zone.name().toLowerCase(java.util.Locale.ROOT));
        box.getElement().setAttribute("data-zone", zone == Zone.MIJN_DEEL ? "mijn" : "gemeentelijk");

        var sections =
                all.stream().filter(view -> view.section().zone() == zone).toList();
        var tiles = new UnorderedList();
        tiles.addClassNames("ve-tiles", "ve-no-print");
        for (var view : sections) {
            if (zone == Zone.MIJN_DEEL || !view.entries().isEmpty()) {
                tiles.add(new ListItem(tile(view)));
            }
        }
        box.add(tiles);
        sections.stream().filter(view -> !view.entries().isEmpty()).forEach(view -> box.add(section(view)));
        if (zone == Zone.GEMEENTELIJK
                && sections.stream().allMatch(view -> view.entries().isEmpty())) {
            box.add(new EmptyState(Words.say("dossier.municipal.empty"), Words.say("dossier.municipal.empty.why")));
        }
        return box;
    }

    private static Component tile(SectionView view) {
        var empty = view.entries().isEmpty();
        var path = empty
                ? "/mijn/dossier/nieuw?onderdeel=" + view.section().code()
                : "#" + view.section().code();
        var words = new Span(People.section(view.section()));
        words.addClassName("ve-tile-name");
        var tile = new Anchor(
                path,
                words,
                new Badge(
                        Tone.QUIET,
                        empty
                                ? Words.say("dossier.tile.empty")
                                : Words.count("entries", view.entries().size())));
        tile.addClassName("ve-tile");
        if (!empty) {
            tile.getElement().setAttribute("router-ignore", true);
            tile.getElement()
                    .executeJs(
                            "this.addEventListener('click', event => { event.preventDefault(); const part ="
                                    + " document.getElementById($0); part.scrollIntoView(); part.querySelector('h3').focus({preventScroll: true}); })",
                            view.section().code());
        }
        return tile;
    }

    private Component section(SectionView view) {
        var heading = new H3(People.section(view.section()));
        heading.getElement().setAttribute("tabindex", "-1");
        var about = new Span(People.about(view.section()));
        about.addClassName("ve-soft");
        var head = new Div(heading, about);
        head.addClassName("ve-section-head");
        var section = new Section(head);
        section.addClassName("ve-section");
        section.setId(view.section().code());
        view.entries().stream().limit(AT_FIRST).forEach(entry -> section.add(entries.cardBelow(entry)));
        var rest = view.entries().stream().skip(AT_FIRST).toList();
        if (!rest.isEmpty()) {
            var more = Action.secondary(Words.count("dossier.more", rest.size()), click -> {
                section.remove(click.getSource());
                rest.forEach(entry -> section.add(entries.cardBelow(entry)));
            });
            section.add(more);
        }
        view.beside().forEach(statement -> section.add(DossierReading.beside(statement, "statement.section")));
        return section;
    }
}
