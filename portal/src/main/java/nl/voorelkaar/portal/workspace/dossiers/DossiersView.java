package nl.voorelkaar.portal.workspace.dossiers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier.Ground;

/** Every dossier that is open for this professional now, soonest end first, one line each. */
@Route(value = WorkspacePaths.DOSSIERS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class DossiersView extends Page implements BeforeEnterObserver {

    private static final int SHOWN_AT_ONCE = 60;

    private final transient SignedIn signedIn;
    private final transient Caseload caseload;
    private final transient AccessRequests requests;
    private final transient Clock clock;
    private final Div rows = new Div();
    private final Paragraph count = new Paragraph();
    private transient List<HeldDossier> all = List.of();
    private String filter = "";
    private int shown = SHOWN_AT_ONCE;

    DossiersView(SignedIn signedIn, Caseload caseload, AccessRequests requests, Clock clock) {
        super(Words.say("workspace.dossiers.title"));
        this.signedIn = signedIn;
        this.caseload = caseload;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        all = caseload.open();
        var paused = caseload.paused();
        if (all.isEmpty()) {
            add(nothing());
        } else {
            lead(Words.say("workspace.dossiers.lead"));
            count.getElement().setAttribute("role", "status");
            count.addClassName("ve-soft");
            var tools = new Div(filterBox(), count);
            tools.addClassName("ve-ws-tools");
            add(tools, rows);
            showRows();
        }
        if (paused > 0) {
            var line = new Paragraph(Words.count("workspace.dossiers.paused", paused));
            line.addClassName("ve-soft");
            add(line);
        }
    }

    private Component nothing() {
        var mayAsk = !requests.askable(signedIn.professional().role()).isEmpty();
        var state = EmptyState.ofPage(
                Words.say("workspace.dossiers.none.title"),
                Words.say(mayAsk ? "workspace.dossiers.none" : "workspace.dossiers.none.role"));
        if (mayAsk) {
            state.add(ActionLink.primary("/" + WorkspacePaths.HOME, Words.say("workspace.dossiers.none.ask")));
        }
        return state;
    }

    private Component filterBox() {
        var box = new TextLine(Words.say("workspace.dossiers.filter"))
                .hint(Words.say("workspace.dossiers.filter.hint"))
                .autocomplete("off")
                .handle("dossier-filter");
        box.getElement()
                .addEventListener(
                        "input",
                        typed -> filter(
                                typed.getEventData().get("event.target.value").asString()))
                .addEventData("event.target.value")
                .debounce(200);
        return box;
    }

    void filter(String words) {
        filter = words.strip().toLowerCase(Locale.ROOT);
        shown = SHOWN_AT_ONCE;
        showRows();
    }

    private void showRows() {
        var today = CalendarDays.dayOf(clock.instant());
        var matching = all.stream().filter(this::matches).toList();
        rows.removeAll();
        if (matching.isEmpty()) {
            rows.add(new Paragraph(Words.say("workspace.dossiers.nomatch", filter)));
        } else {
            var list = new UnorderedList();
            list.addClassName("ve-ws-rows");
            matching.stream().limit(shown).forEach(dossier -> list.add(new ListItem(row(dossier, today))));
            rows.add(columns(), list);
        }
        if (matching.size() > shown) {
            rows.add(Action.secondary(Words.say("workspace.dossiers.more"), _ -> {
                shown += SHOWN_AT_ONCE;
                showRows();
            }));
        }
        count.setText(
                filter.isEmpty()
                        ? Words.count("workspace.dossiers.count", all.size())
                        : Words.say("workspace.dossiers.count.filtered", matching.size(), all.size()));
    }

    private boolean matches(HeldDossier dossier) {
        return filter.isEmpty() || text(dossier).toLowerCase(Locale.ROOT).contains(filter);
    }

    private static String text(HeldDossier dossier) {
        return name(dossier) + " " + grounds(dossier) + " " + People.sections(dossier.sections());
    }

    /** What the columns are, for the eye only: each cell of a row says it itself. */
    private static Component columns() {
        var head = new Div(
                new Span(Words.say("workspace.dossiers.column.name")),
                new Span(Words.say("workspace.dossiers.column.ground")),
                new Span(Words.say("workspace.dossiers.column.sections")),
                new Span(Words.say("workspace.dossiers.column.until")));
        head.addClassName("ve-ws-columns");
        head.getElement().setAttribute("aria-hidden", "true");
        return head;
    }

    private static Component row(HeldDossier dossier, LocalDate today) {
        var name = new Span(name(dossier));
        name.addClassName("ve-ws-name");
        var sections = cell("workspace.dossiers.column.sections", People.sections(dossier.sections()));
        if (mayAdd(dossier)) {
            sections.add(new Badge(Tone.INFO, Words.say("workspace.dossiers.add")));
        }
        var until = cell("workspace.dossiers.column.until", Dates.shortDay(dossier.firstEnd()));
        var left = new Span(Dates.left(today, dossier.firstEnd()));
        left.addClassName("ve-soft");
        until.add(left);
        if (!dossier.firstEnd().isAfter(today.plusDays(Caseload.SOON_DAYS))) {
            until.add(new Badge(Tone.WARN, Words.say("workspace.dossiers.soon")));
        }
        var row = new Anchor(
                WorkspacePaths.dossier(dossier.handle()),
                name,
                cell("workspace.dossiers.column.ground", grounds(dossier)),
                sections,
                until);
        row.addClassName("ve-ws-row");
        row.setTestId("dossier-row");
        return row;
    }

    private static Span cell(String label, String words) {
        var heard = new Span(Words.say(label) + ": ");
        heard.addClassName("ve-ws-label");
        var cell = new Span(heard, new Span(words));
        cell.addClassName("ve-ws-cell");
        return cell;
    }

    private static String name(HeldDossier dossier) {
        return dossier.name().orElseGet(() -> Words.say("workspace.dossiers.noname"));
    }

    private static boolean mayAdd(HeldDossier dossier) {
        return dossier.grounds().stream()
                .anyMatch(ground -> ground instanceof Ground.ByConsent consent
                        && consent.grant().terms().rights().contains(Right.ADD));
    }

    private static String grounds(HeldDossier dossier) {
        return dossier.grounds().stream()
                .map(ground -> switch (ground) {
                    case Ground.ByConsent consent
                    when consent.standIn() ->
                        Words.say(
                                "workspace.dossiers.ground.standin",
                                consent.grant().to().name());
                    case Ground.ByConsent _ -> Words.say("workspace.dossiers.ground.consent");
                    case Ground.ByLaw law ->
                        Words.say(
                                "workspace.dossiers.ground.law",
                                People.statute(law.assignment().statute()));
                })
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
