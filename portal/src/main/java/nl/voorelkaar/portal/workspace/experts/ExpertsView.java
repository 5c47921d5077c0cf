package nl.voorelkaar.portal.workspace.experts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;

/** Questions to experts: those that wait for this expert, or those that this professional put. */
@Route(value = WorkspacePaths.EXPERTS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ExpertsView extends Page implements BeforeEnterObserver {

    /** Cases in a list that needs no filter. */
    private static final int SEEN_AT_ONCE = 8;

    private final transient SignedIn signedIn;
    private final transient Consults consults;
    private final transient Caseload caseload;
    private final transient Parties parties;

    ExpertsView(SignedIn signedIn, Consults consults, Caseload caseload, Parties parties) {
        super(Words.say("workspace.experts.title"));
        this.signedIn = signedIn;
        this.consults = consults;
        this.caseload = caseload;
        this.parties = parties;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var actor = signedIn.professional();
        var expert = actor.role() == Role.SPEC;
        title(Words.say(expert ? "workspace.experts.put.title" : "workspace.experts.title"));
        lead(Words.say(expert ? "workspace.experts.lead.expert" : "workspace.experts.lead"));
        if (!expert) {
            var open = caseload.open();
            add(
                    part(Words.say("workspace.experts.ask"), asking(open)),
                    part(Words.say("workspace.experts.asked"), listed(consults.askedBy(actor), open, false)));
        } else {
            add(part(Words.say("workspace.experts.put"), listed(consults.putTo(actor), List.of(), true)));
        }
    }

    private static Component asking(List<HeldDossier> open) {
        var cases = open.stream()
                .filter(dossier -> dossier.grounds().stream().anyMatch(HeldDossier.Ground.ByLaw.class::isInstance))
                .toList();
        if (cases.isEmpty()) {
            return new EmptyState(Words.say("workspace.experts.no-case"), Words.say("workspace.experts.no-case.why"));
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        var items = new ArrayList<ListItem>();
        cases.forEach(dossier -> {
            var item = new ListItem(ActionLink.secondary(
                            "/" + WorkspacePaths.EXPERTS + "/nieuw/" + dossier.handle(),
                            Words.say(
                                    "workspace.experts.about",
                                    dossier.name().orElseGet(() -> Words.say("workspace.dossiers.noname"))))
                    .handle("expert-ask"));
            item.setTestId("expert-about");
            items.add(item);
            list.add(item);
        });
        return items.size() > SEEN_AT_ONCE ? new Div(filter(items), list) : list;
    }

    /** For who has many cases: leaves the names in which this stands. */
    private static Component filter(List<ListItem> items) {
        var none = new Paragraph();
        none.getElement().setAttribute("role", "status");
        var box = new TextLine(Words.say("workspace.experts.filter"))
                .autocomplete("off")
                .handle("expert-filter");
        box.whileTyping(() -> {
            var typed = box.getValue().strip().toLowerCase(Locale.ROOT);
            items.forEach(
                    item -> item.setVisible(text(item).toLowerCase(Locale.ROOT).contains(typed)));
            none.setText(
                    items.stream().anyMatch(Component::isVisible)
                            ? ""
                            : Words.say("workspace.dossiers.nomatch", typed));
        });
        return new Div(box, none);
    }

    private static String text(ListItem item) {
        return item.getElement().getTextRecursively();
    }

    private Component listed(List<Consult> all, List<HeldDossier> open, boolean expert) {
        if (all.isEmpty()) {
            return new Paragraph(Words.say(expert ? "workspace.experts.put.none" : "workspace.experts.asked.none"));
        }
        Map<PartyId, Party> people = parties.find(all.stream()
                .map(consult -> expert ? consult.askedBy() : consult.expert())
                .collect(Collectors.toSet()));
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var consult : all) {
            var other = Optional.ofNullable(people.get(expert ? consult.askedBy() : consult.expert()))
                    .map(Party::name)
                    .orElse("");
            list.add(new ListItem(card(consult, other, ConsultWords.about(consult, open), expert)));
        }
        return list;
    }

    private static Component card(Consult consult, String other, Optional<String> about, boolean expert) {
        var head = new Div(
                new H3(Words.say(expert ? "workspace.experts.from" : "workspace.experts.to", other)),
                new Badge(consult.state().open() ? Tone.WARN : Tone.QUIET, ConsultWords.state(consult)));
        head.addClassName("ve-row-apart");
        var card = new Card(head);
        about.ifPresent(whom -> card.add(new Paragraph(Words.say("workspace.experts.about", whom))));
        card.add(
                new Paragraph(Words.say("workspace.experts.when", Dates.moment(consult.askedAt()))),
                new Paragraph(Words.say("workspace.experts.until", Dates.day(consult.lastDay()))));
        if (!expert || consult.state() == Consult.State.OPEN) {
            card.add(
                    beside(ActionLink.primary(WorkspacePaths.consult(consult.id()), Words.say("workspace.experts.open"))
                            .heard(other + ", " + Dates.moment(consult.askedAt()))
                            .handle("expert-open")));
        }
        return card.handle("consult");
    }
}
