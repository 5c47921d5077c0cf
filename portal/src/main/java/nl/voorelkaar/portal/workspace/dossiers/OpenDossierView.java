package nl.voorelkaar.portal.workspace.dossiers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.DossierView;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryChanged;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.portal.access.ScreenWatch;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier.Ground;

/**
 * One opened dossier. The ground stays in sight; when it ends, the content leaves the page, from the browser too.
 * Nothing here can be reached by guessing: an address that is not this professional's ground is a page that is not
 * there, and the attempt is in the ledger of whose it is.
 */
@Route(value = WorkspacePaths.DOSSIERS + "/:dossier", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class OpenDossierView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Caseload caseload;
    private final transient Dossiers dossiers;
    private final transient Documents documents;
    private final transient AccessGate gate;
    private final transient NotTheirs notTheirs;
    private final transient ScreenWatch watch;
    private final transient Clock clock;

    private final Div writing = new Div();
    private transient Optional<EntryForm> form = Optional.empty();
    private transient HeldDossier held;
    private transient Actor.Professional actor;
    private transient DossierView view;

    OpenDossierView(
            SignedIn signedIn,
            Caseload caseload,
            Dossiers dossiers,
            Documents documents,
            AccessGate gate,
            NotTheirs notTheirs,
            ScreenWatch watch,
            Clock clock) {
        this.signedIn = signedIn;
        this.caseload = caseload;
        this.dossiers = dossiers;
        this.documents = documents;
        this.gate = gate;
        this.notTheirs = notTheirs;
        this.watch = watch;
        this.clock = clock;
        trail(new Crumb("/" + WorkspacePaths.DOSSIERS, Words.say("workspace.dossiers.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = signedIn.professional();
        var address = event.getRouteParameters().get("dossier").orElse("");
        held = caseload.find(address).orElseThrow(() -> notTheirs.at(address));
        view = dossiers.open(actor, held.resident());
        show();
    }

    /** The name stays out of the browser's history and out of the titles of windows. */
    @Override
    public String getPageTitle() {
        return titled(Words.say("workspace.dossier.title"));
    }

    private void show() {
        clear();
        title(view.name().orElseGet(() -> Words.say("workspace.dossiers.noname")));
        var body = new Div(ground(), writing, new DossierReading(view, new AtWork()));
        body.addClassName("ve-ws-dossier");
        var sections = shownSections();
        var still = new Still(sections);
        watch.watch(body, still::allAllowed, () -> shrinkTo(still.left));
        add(tools(), body);
    }

    private Set<nl.voorelkaar.consent.Section> shownSections() {
        return view.sections().stream()
                .map(DossierView.SectionView::section)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(nl.voorelkaar.consent.Section.class)));
    }

    /** What of the shown sections may still be read; asked outside the page, so it holds no component. */
    private final class Still {

        private final Access access;
        private volatile Set<nl.voorelkaar.consent.Section> left;

        Still(Set<nl.voorelkaar.consent.Section> sections) {
            this.left = sections;
            this.access = new Access(held.resident(), sections, Access.Action.READ);
        }

        boolean allAllowed() {
            var before = left;
            left = Set.of();
            var allowed = EnumSet.noneOf(nl.voorelkaar.consent.Section.class);
            gate.decide(actor, access).forEach((section, decision) -> {
                if (decision instanceof Decision.Permitted) {
                    allowed.add(section);
                }
            });
            left = allowed;
            return allowed.containsAll(before);
        }
    }

    /** Takes sections off the screen that may no longer be read; what stays was read before and is not read again. */
    private void shrinkTo(Set<nl.voorelkaar.consent.Section> left) {
        if (left.isEmpty()) {
            close();
            return;
        }
        view = new DossierView(
                view.resident(),
                view.name(),
                view.sections().stream()
                        .filter(section -> left.contains(section.section()))
                        .toList());
        if (writable().isEmpty()) {
            stopWriting();
        }
        show();
        Toast.show(Words.say("workspace.dossier.narrowed"));
    }

    private void close() {
        var unsaved = form.flatMap(EntryForm::typed);
        form = Optional.empty();
        writing.removeAll();
        view = new DossierView(view.resident(), Optional.empty(), List.of());
        clear();
        title(Words.say("workspace.dossier.closed.title"));
        var kind = new Section(
                new Paragraph(Words.say("workspace.dossier.closed")),
                new Paragraph(
                        ActionLink.primary("/" + WorkspacePaths.DOSSIERS, Words.say("workspace.dossier.closed.back"))));
        kind.addClassNames("ve-card", "ve-narrow");
        kind.setTestId("access-closed");
        kind.getElement().setAttribute("role", "status");
        unsaved.ifPresent(text -> {
            var own = new TextArea(Words.say("workspace.dossier.closed.unsaved")).rows(6);
            own.setValue(text);
            kind.add(own);
        });
        add(kind);
        readFromTop();
    }

    private Component ground() {
        var box = new Section();
        box.addClassName("ve-ws-ground");
        box.setTestId("access-ground");
        box.setAriaLabel(Words.say("workspace.dossier.ground"));
        var shown = shownSections();
        for (var ground : held.grounds()) {
            var covered = ground.sections().stream().filter(shown::contains).toList();
            if (covered.isEmpty()) {
                continue;
            }
            var line = new Paragraph(new Icon(Icon.Shape.KEY), new Span(words(ground, covered)));
            line.addClassName("ve-ws-ground-line");
            box.add(line);
            if (ground instanceof Ground.ByConsent consent) {
                var label = new Span(Words.say("workspace.dossier.ground.purpose") + ": ");
                label.addClassName("ve-ws-strong");
                var purpose =
                        new Paragraph(label, new Span(consent.grant().purpose().text()));
                purpose.addClassName("ve-ws-purpose");
                box.add(purpose);
            }
        }
        var logged = new Paragraph(Words.say("workspace.dossier.ground.logged"));
        logged.addClassNames("ve-soft", "ve-small");
        box.add(logged);
        return box;
    }

    private static String words(Ground ground, List<nl.voorelkaar.consent.Section> covered) {
        var sections = People.sections(covered);
        var until = Dates.day(ground.lastDay());
        return switch (ground) {
            case Ground.ByConsent consent
            when consent.standIn() ->
                Words.say(
                        "workspace.dossier.ground.standin", consent.grant().to().name(), until, sections);
            case Ground.ByConsent _ -> Words.say("workspace.dossier.ground.consent", until, sections);
            case Ground.ByLaw law ->
                Words.say(
                        "workspace.dossier.ground.law",
                        People.statute(law.assignment().statute()),
                        until,
                        sections);
        };
    }

    private Component tools() {
        var tools = new Div();
        tools.addClassName("ve-row");
        if (!writable().isEmpty()) {
            tools.add(Action.primary(Words.say("workspace.dossier.add"), _ -> write(Optional.empty()))
                    .icon(Icon.Shape.PLUS)
                    .handle("entry-add"));
        }
        if (view.sections().size() > 1) {
            var list = new UnorderedList();
            list.addClassName("ve-ws-jump");
            view.sections().forEach(section -> list.add(new ListItem(jump(section.section()))));
            var nav = new Nav(list);
            nav.setAriaLabel(Words.say("workspace.dossier.sections"));
            tools.add(nav);
        }
        return tools;
    }

    private static Anchor jump(nl.voorelkaar.consent.Section section) {
        var link = new Anchor("#", People.section(section));
        link.getElement().setAttribute("router-ignore", true);
        link.getElement()
                .executeJs(
                        "this.addEventListener('click', event => { event.preventDefault(); const part ="
                                + " document.querySelector(`[data-testid='section-${$0}'] h2`); part.tabIndex = -1;"
                                + " part.focus(); part.scrollIntoView({block: 'start'}); })",
                        section.code());
        return link;
    }

    private List<nl.voorelkaar.consent.Section> writable() {
        return view.sections().stream()
                .filter(section -> section.rights().contains(Right.ADD))
                .map(DossierView.SectionView::section)
                .toList();
    }

    private void write(Optional<Entry> existing) {
        var id = existing.map(Entry::id).orElseGet(() -> new EntryId(UUID.randomUUID()));
        var entryForm = new EntryForm(
                existing,
                existing.map(entry -> List.of(entry.section())).orElseGet(this::writable),
                CalendarDays.dayOf(clock.instant()),
                (made, shown) -> save(existing, id, made, shown),
                this::stopWriting);
        form = Optional.of(entryForm);
        writing.removeAll();
        writing.add(entryForm);
        entryForm.start();
    }

    private void stopWriting() {
        form = Optional.empty();
        writing.removeAll();
    }

    private void save(Optional<Entry> existing, EntryId id, NewEntry made, EntryForm shown) {
        guarded(() -> {
            try {
                if (existing.isPresent()) {
                    dossiers.edit(actor, held.resident(), id, shown.version(), made);
                } else {
                    dossiers.add(actor, held.resident(), id, made);
                }
            } catch (EntryChanged changed) {
                shown.changedMeanwhile(changed.now());
                return;
            }
            readAgain();
            Toast.show(Words.say(
                    existing.isPresent() ? "workspace.dossier.entry.changed" : "workspace.dossier.entry.saved"));
        });
    }

    private void remove(Entry entry) {
        guarded(() -> {
            dossiers.remove(actor, held.resident(), entry.id());
            readAgain();
            Toast.show(
                    Words.say("workspace.dossier.entry.removed"),
                    Words.say("workspace.dossier.entry.undo"),
                    () -> guarded(() -> {
                        dossiers.undoRemove(actor, held.resident(), entry.id());
                        readAgain();
                        Toast.show(Words.say("workspace.dossier.entry.restored"));
                    }));
        });
    }

    private void readAgain() {
        stopWriting();
        view = dossiers.open(actor, held.resident());
        show();
    }

    /** Access may have ended since the screen was drawn: then the answer to any act is that it is closed. */
    private void guarded(Runnable act) {
        try {
            act.run();
        } catch (AccessRefused ended) {
            close();
        }
    }

    /** What a professional can do beside reading. */
    private final class AtWork implements DossierReading.Extras {

        @Override
        public Optional<Component> document(Entry entry) {
            return entry.document().map(file -> new EntryFile(signedIn, documents, entry, file));
        }

        @Override
        public Optional<Component> entry(Entry entry) {
            if (!entry.writtenBy().equals(Optional.of(actor.id()))
                    || !writable().contains(entry.section())) {
                return Optional.empty();
            }
            var acts = new Div(
                    Action.quiet(Words.say("workspace.dossier.entry.edit"), _ -> write(Optional.of(entry)))
                            .heard(entry.title())
                            .handle("entry-edit"),
                    Action.quiet(Words.say("workspace.dossier.entry.remove"), _ -> remove(entry))
                            .heard(entry.title())
                            .handle("entry-remove"));
            acts.addClassName("ve-entry-actions");
            return Optional.of(acts);
        }
    }
}
