package nl.voorelkaar.portal.workspace.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.DeskRefused;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.FindDesk;
import nl.voorelkaar.portal.workspace.find.FoundResidents;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;
import nl.voorelkaar.portal.workspace.find.OwnDossiers;
import org.jspecify.annotations.Nullable;

/**
 * One place for who does not come online: what a resident tells at the desk, by phone or on paper. Everything stands on
 * this page, so that no address ever tells whom it is about.
 */
@Route(value = WorkspacePaths.COUNTER, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class CounterView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Desk desk;
    private final transient Residents residents;
    private final transient FindDesk find;
    private final transient OwnDossiers own;
    private final transient Clock clock;

    private transient @Nullable ResidentId resident;
    private transient DeskAct.Channel channel = DeskAct.Channel.BALIE;
    /** Chosen before the click, so that a second one writes nothing twice. */
    private transient @Nullable DeskActId next;

    CounterView(SignedIn signedIn, Desk desk, Residents residents, FindDesk find, OwnDossiers own, Clock clock) {
        super(Words.say("balie.title"));
        this.signedIn = signedIn;
        this.desk = desk;
        this.residents = residents;
        this.find = find;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (signedIn.professional().role() != Role.KCC) {
            throw new NotFoundException();
        }
        start();
    }

    private void start() {
        clear();
        lead(Words.say("balie.lead"));
        var more = new Section(
                new H2(Words.say("balie.more")),
                new Paragraph(Words.say("balie.more.what")),
                beside(
                        ActionLink.secondary("/" + WorkspacePaths.DESK, Words.say("workspace.desk.title"))
                                .handle("counter-melding"),
                        ActionLink.secondary("/" + WorkspacePaths.REPRESENTING, Words.say("represent.title"))
                                .handle("counter-namens")));
        more.addClassName("ve-stack");
        var columns = new Div(find.toServe(Words.say("balie.who"), Words.say("balie.find"), this::found), more);
        columns.addClassName("ve-ws-beside");
        add(columns);
    }

    private void found(FoundResidents.Found who, Optional<Bsn> number) {
        clear();
        if (own.attemptedBy(signedIn.professional(), who.resident())) {
            add(back(), new OwnDossierNotice());
            return;
        }
        // Whoever came by may never have signed in: the resident face opens a dossier for them when there is none.
        number.ifPresent(bsn -> residents.registerAtDesk(signedIn.professional(), bsn));
        resident = who.resident();
        var card = new Card(
                new H2(Words.say("balie.how")),
                new Paragraph(Words.say("balie.how.check")),
                beside(List.of(DeskAct.Channel.values()).stream()
                        .map(how -> Action.secondary(Words.say("balie.how." + low(how)), _ -> {
                                    channel = how;
                                    serve();
                                    readFromTop();
                                })
                                .handle("counter-" + low(how)))
                        .toArray(Component[]::new)));
        card.addClassName("ve-narrow");
        add(back(), card);
        readFromTop();
    }

    private void serve(Component... said) {
        next = new DeskActId(UuidV7.at(clock.instant()));
        var visit = desk.visit(signedIn.professional(), resident(), channel);
        clear();
        add(back());
        add(said);
        add(
                acts(visit.acts()),
                requests(visit.requests()),
                grants(visit.grants()),
                mandates(visit.mandates()),
                received(),
                log());
    }

    private Component acts(List<DeskAct> acts) {
        var section = section(Words.say("balie.acts"), acts.isEmpty() ? Words.say("balie.acts.none") : "");
        var list = list();
        acts.stream().limit(12).forEach(act -> list.add(new ListItem(act(act))));
        if (!acts.isEmpty()) {
            section.add(list);
        }
        return section;
    }

    private Component act(DeskAct act) {
        var what = Words.say("balie.kind." + low(act.kind()));
        var row = new Article(new H3(what));
        row.add(new Badge(tone(act.state()), Words.say("balie.state." + low(act.state()))));
        row.add(new Paragraph(Words.say(
                "balie.act.when", Dates.moment(act.recordedAt()), Words.say("balie.channel." + low(act.channel())))));
        if (act.state() == DeskAct.State.WACHT_OP_CODE) {
            row.add(new Paragraph(act.posted()
                    .map(at -> Words.say(
                            "balie.act.posted",
                            Dates.moment(at),
                            act.codeUntil()
                                    .map(until -> Dates.day(CalendarDays.dayOf(until)))
                                    .orElse("")))
                    .orElseGet(() -> Words.say("balie.act.to-post"))));
            row.add(code(act, what));
        }
        if (act.state().open() && act.kind().needsCode() && act.state() != DeskAct.State.BEVESTIGD) {
            row.add(beside(Action.quiet(Words.say("balie.act.withdraw"), _ -> {
                        try {
                            desk.withdraw(signedIn.professional(), resident(), act.id());
                            serve(new Notice(Tone.GOOD, Words.say("balie.act.withdrawn")).spoken());
                        } catch (DeskRefused refused) {
                            serve(problem(refused));
                        }
                        readFromTop();
                    })
                    .heard(what)
                    .handle("counter-withdraw")));
        }
        row.addClassName("ve-entry");
        row.setTestId("counter-act");
        return row;
    }

    private Component code(DeskAct act, String what) {
        var errors = new ErrorSummary();
        var code = new TextLine(Words.say("balie.code"))
                .hint(Words.say("balie.code.hint"))
                .autocomplete("off")
                .handle("counter-code");
        var form = new Form(
                () -> {
                    try {
                        desk.confirm(signedIn.professional(), resident(), act.id(), code.getValue());
                        var notice = new Notice(
                                        Tone.GOOD, Words.say("balie.code.done"), Words.say("balie.code.done.then"))
                                .spoken();
                        notice.setTestId("counter-confirmed");
                        serve(notice);
                        readFromTop();
                    } catch (DeskRefused refused) {
                        errors.begin()
                                .need(false, code, Words.say("balie.refused." + low(refused.reason())))
                                .fine();
                    }
                },
                code,
                beside(Action.submit(Words.say("balie.code.send")).heard(what).handle("counter-code-send")));
        return new Div(errors, form);
    }

    private Component requests(List<AccessRequest> requests) {
        var section = section(
                Words.say("balie.requests"),
                requests.isEmpty() ? Words.say("balie.requests.none") : Words.say("balie.requests.what"));
        var list = list();
        requests.forEach(request -> list.add(new ListItem(request(request))));
        if (!requests.isEmpty()) {
            section.add(list);
        }
        return section;
    }

    private Component request(AccessRequest request) {
        var name = request.by().name();
        var row = new Article(
                new H3(People.full(request.by())),
                new DataSummary()
                        .row(
                                Words.say("balie.parts"),
                                People.sections(request.terms().sections()))
                        .row(Words.say("balie.purpose"), said(request.purpose().text()))
                        .row(Words.say("balie.until"), Dates.day(request.terms().until())),
                beside(
                        Action.primary(Words.say("balie.yes"), _ -> {
                                    clear();
                                    add(backToVisit(), new YesForm(request, today(), this::record));
                                    readFromTop();
                                })
                                .heard(name)
                                .handle("counter-yes"),
                        Action.secondary(
                                        Words.say("balie.no"),
                                        _ -> sure(
                                                Words.say("balie.no.sure", name),
                                                Words.say(
                                                        "balie.no.text",
                                                        name,
                                                        People.sections(
                                                                request.terms().sections())),
                                                said -> new DeskOrder.Refuse(request.id(), said)))
                                .heard(name)
                                .handle("counter-no")));
        row.addClassName("ve-entry");
        row.setTestId("counter-request");
        return row;
    }

    private Component grants(List<Grant> grants) {
        var section = section(
                Words.say("balie.grants"),
                grants.isEmpty() ? Words.say("balie.grants.none") : Words.say("balie.grants.what"));
        var list = list();
        for (var grant : grants) {
            var name = grant.to().name();
            var row = new Article(
                    new H3(People.full(grant.to())),
                    new DataSummary()
                            .row(
                                    Words.say("balie.parts"),
                                    People.sections(grant.terms().sections()))
                            .row(
                                    Words.say("balie.until"),
                                    Dates.day(grant.terms().until())),
                    beside(Action.danger(
                                    Words.say("balie.stop"),
                                    _ -> sure(
                                            Words.say("balie.stop.sure", name),
                                            Words.say(
                                                    "balie.stop.text",
                                                    name,
                                                    People.sections(
                                                            grant.terms().sections())),
                                            said -> new DeskOrder.Stop(grant.id(), said)))
                            .heard(name)
                            .handle("counter-stop")));
            row.addClassName("ve-entry");
            row.setTestId("counter-grant");
            list.add(new ListItem(row));
        }
        if (!grants.isEmpty()) {
            section.add(list);
        }
        return section;
    }

    private Component mandates(List<Desk.HeldMandate> mandates) {
        var section = section(
                Words.say("balie.mandates"),
                mandates.isEmpty() ? Words.say("balie.mandates.none") : Words.say("balie.mandates.what"));
        var list = list();
        for (var mandate : mandates) {
            var who = mandate.initials().orElse(Words.say("balie.mandates.nobody"));
            var row = new Article(new H3(who));
            mandate.lastDay()
                    .ifPresent(day -> row.add(new Paragraph(Words.say("balie.mandates.until", Dates.day(day)))));
            row.add(beside(Action.danger(
                            Words.say("balie.mandates.stop"),
                            _ -> sure(
                                    Words.say("balie.mandates.stop.sure", who),
                                    Words.say("balie.mandates.stop.text", who),
                                    said -> new DeskOrder.StopMandate(mandate.id(), said)))
                    .heard(who)
                    .handle("counter-mandate-stop")));
            row.addClassName("ve-entry");
            list.add(new ListItem(row));
        }
        if (!mandates.isEmpty()) {
            section.add(list);
        }
        section.add(beside(Action.secondary(Words.say("balie.mandates.new"), _ -> {
                    clear();
                    add(backToVisit(), new MandateSheet(today(), this::record));
                    readFromTop();
                })
                .handle("counter-mandate")));
        return section;
    }

    private Component received() {
        var section = section(Words.say("balie.received"), Words.say("balie.received.what"));
        section.add(beside(
                receive(DeskAct.Kind.OBJECTION),
                receive(DeskAct.Kind.COMPLAINT),
                receive(DeskAct.Kind.DATA_REQUEST),
                ActionLink.quiet("/" + WorkspacePaths.ASSIGN, Words.say("balie.received.assign"))
                        .handle("counter-assign")));
        return section;
    }

    private Component receive(DeskAct.Kind kind) {
        return Action.secondary(Words.say("balie.received." + low(kind)), _ -> {
                    clear();
                    add(backToVisit(), new ReceivedSheet(kind, today(), this::record));
                    readFromTop();
                })
                .handle("counter-" + low(kind));
    }

    private Component log() {
        var section = section(Words.say("balie.log"), Words.say("balie.log.what"));
        section.add(beside(Action.secondary(Words.say("balie.log.new"), _ -> {
                    clear();
                    add(backToVisit(), new LogSheet(today(), this::record));
                    readFromTop();
                })
                .handle("counter-log")));
        return section;
    }

    /** What works at once is read out and asked once more: the words that were read out are the evidence. */
    private void sure(String question, String aloud, Function<ShownText, DeskOrder> order) {
        clear();
        var card = new Card(
                new H2(question),
                new Notice(Tone.INFO, Words.say("balie.yes.aloud"), aloud),
                new Paragraph(Words.say("balie.sure")),
                beside(
                        Action.primary(
                                        Words.say("balie.sure.yes"),
                                        _ -> record(new Written(
                                                order.apply(Words.shown(List.of(aloud))), Optional.empty())))
                                .handle("counter-sure"),
                        Action.quiet(Words.say("balie.sure.no"), _ -> {
                            serve();
                            readFromTop();
                        })));
        card.addClassName("ve-narrow");
        add(card);
        readFromTop();
    }

    private void record(Written written) {
        try {
            var act = desk.record(
                    signedIn.professional(),
                    resident(),
                    Optional.ofNullable(next).orElseThrow(),
                    channel,
                    written.order(),
                    written.scan());
            var notice = new Notice(
                            Tone.GOOD,
                            Words.say("balie.done", Words.say("balie.kind." + low(act.kind()))),
                            Words.say(act.kind().needsCode() ? "balie.done.code" : "balie.done.now"))
                    .spoken();
            notice.setTestId("counter-receipt");
            serve(notice);
        } catch (DeskRefused refused) {
            serve(problem(refused));
        } catch (AccessRefused refused) {
            start();
            add(new Notice(Tone.BAD, Words.say("balie.refused")).spoken());
        }
        readFromTop();
    }

    /** @param scan what was signed */
    record Written(DeskOrder order, Optional<byte[]> scan) {}

    private static Notice problem(DeskRefused refused) {
        return new Notice(Tone.BAD, Words.say("balie.refused." + low(refused.reason()))).spoken();
    }

    private static Tone tone(DeskAct.State state) {
        return switch (state) {
            case UITGEVOERD -> Tone.GOOD;
            case NIET_MOGELIJK, VERVALLEN -> Tone.WARN;
            case OPGESCHREVEN, WACHT_OP_GEMACHTIGDE, WACHT_OP_CODE, BEVESTIGD, INGETROKKEN -> Tone.INFO;
        };
    }

    private ResidentId resident() {
        return Optional.ofNullable(resident).orElseThrow();
    }

    private java.time.LocalDate today() {
        return CalendarDays.dayOf(clock.instant());
    }

    private Component back() {
        return beside(Action.quiet(Words.say("balie.back"), _ -> {
                    resident = null;
                    start();
                    readFromTop();
                })
                .handle("counter-back"));
    }

    private Component backToVisit() {
        return beside(Action.quiet(Words.say("balie.back.visit"), _ -> {
                    serve();
                    readFromTop();
                })
                .handle("counter-visit"));
    }

    private static Section section(String title, String what) {
        var section = new Section(new H2(title));
        if (!what.isEmpty()) {
            section.add(new Paragraph(what));
        }
        section.addClassName("ve-stack");
        return section;
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        return list;
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
