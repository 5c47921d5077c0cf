package nl.voorelkaar.portal.workspace.objection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.seal.SealRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.DecisionLetter;
import nl.voorelkaar.portal.letter.LetterRoom;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.objection.ArrivedWords;
import nl.voorelkaar.portal.objection.ObjectionFiles;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;

/** One objection: what the resident writes, by when it is decided, and the next steps for lawyer or decider. */
@Route(value = WorkspacePaths.OBJECTIONS + "/:bezwaar", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ObjectionView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Objections objections;
    private final transient Decisions decisions;
    private final transient Caseload caseload;
    private final transient NotTheirs notTheirs;
    private final transient HandingBack handingBack;
    private final transient ObjectionAnnouncing announcing;
    private final transient LetterRoom room;
    private final transient Clock clock;

    ObjectionView(
            SignedIn signedIn,
            Objections objections,
            Decisions decisions,
            Caseload caseload,
            NotTheirs notTheirs,
            HandingBack handingBack,
            ObjectionAnnouncing announcing,
            LetterRoom room,
            Clock clock) {
        this.signedIn = signedIn;
        this.objections = objections;
        this.decisions = decisions;
        this.handingBack = handingBack;
        this.announcing = announcing;
        this.room = room;
        this.caseload = caseload;
        this.notTheirs = notTheirs;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.OBJECTIONS, Words.say("workspace.objection.title")));
        var id = new ProcedureId(AddressId.in(event, "bezwaar"));
        var actor = signedIn.professional();
        var resident = objections.whose(actor, id).orElseThrow(() -> notTheirs.at(id.toString()));
        show(resident, objections.find(actor, resident, id));
    }

    private void show(ResidentId resident, Objections.Found found) {
        show(resident, found, Optional.empty());
    }

    private void show(ResidentId resident, Objections.Found found, Optional<Notice> outcome) {
        clear();
        var bezwaar = found.bezwaar();
        title(Words.say(
                "workspace.objection.of",
                caseload.names().getOrDefault(resident, Words.say("workspace.objection.somebody"))));
        outcome.ifPresent(notice -> add(notice.spoken()));
        add(standing(bezwaar), told(found), against(resident, found.besluit()));
        add(new ObjectionFiles(objections, signedIn.professional(), resident, bezwaar, after -> show(resident, after)));
        bezwaar.heard()
                .ifPresent(
                        heard -> add(new Card(new H2(Words.say("workspace.objection.report")), said(heard.report()))));
        bezwaar.advice()
                .ifPresent(advice ->
                        add(new Card(new H2(Words.say("workspace.objection.advice")), said(advice.advice()))));
        bezwaar.decision().ifPresent(decided -> add(decided(found, decided)));
        var role = signedIn.professional().role();
        if (bezwaar.sendings().last().isPresent()) {
            add(sent(resident, found, role == Role.BES));
        }
        if (!bezwaar.state().open()) {
            return;
        }
        if (role == Role.JUR) {
            new LawyerSteps(
                            bezwaar,
                            CalendarDays.dayOf(clock.instant()),
                            (name, verb) -> take(resident, found, name, verb))
                    .all()
                    .forEach(this::add);
        } else if (role == Role.BES) {
            deciding(resident, found);
        }
        add(handingBack.of(ProcedureKind.BEZWAAR, bezwaar.id()));
    }

    private static Component decided(Objections.Found found, ObjectionEvent.Decided decided) {
        var card = new Card(
                new H2(Words.say("workspace.objection.outcome." + lower(decided.outcome()))),
                said(decided.reasons()),
                new DataSummary()
                        .row(
                                Words.say("workspace.objection.decide.consequence"),
                                Words.say("workspace.objection.consequence." + lower(decided.consequence()))));
        decided.costs()
                .ifPresent(costs -> card.add(new DataSummary().row(Words.say("bezwaar.costs.paid"), said(costs))));
        found.bezwaar()
                .appealUntil()
                .ifPresent(until -> card.add(
                        new Paragraph(Words.say("workspace.objection.appeal", Dates.day(until.lastDay()))),
                        new NativeDetails(Words.say("workspace.objection.term"), new DeadlineSteps(until))));
        return card;
    }

    private Component sent(ResidentId resident, Objections.Found found, boolean decider) {
        var actor = signedIn.professional();
        var bezwaar = found.bezwaar();
        return new SentLetter(
                "sending.objection.",
                bezwaar.sendings(),
                bezwaar.openedAt(),
                bezwaar.address(),
                decider,
                new SentLetter.Acts() {
                    @Override
                    public byte[] bring(Sending sending) {
                        return objections.letter(actor, resident, bezwaar.id(), sending.letter());
                    }

                    @Override
                    public LetterPost.State state(Sending sending) {
                        return room.state(sending);
                    }

                    @Override
                    public void failed(Sending sending, Sending.Failure why) {
                        take(resident, found, "sending-failed", (now, by, at) -> now.fail(by, sending.id(), why));
                    }

                    @Override
                    public void again(List<String> address) {
                        announce(
                                resident,
                                new ObjectionAnnouncing.Order(
                                        found,
                                        bezwaar.decision().orElseThrow(),
                                        bezwaar.decider().orElseThrow(),
                                        Sending.Channel.BRIEF,
                                        address),
                                new StepId(UUID.randomUUID()));
                    }
                });
    }

    private Component standing(Bezwaar bezwaar) {
        var term = bezwaar.decisionTerm();
        var notice = new Notice(
                bezwaar.overdue() && bezwaar.state().open() ? Tone.WARN : Tone.INFO,
                Words.say("workspace.objection.state." + lower(bezwaar.state())));
        notice.setTestId("objection-state");
        bezwaar.hearing()
                .filter(_ -> bezwaar.state() == Bezwaar.State.HOREN)
                .ifPresent(hearing -> notice.with(new Paragraph(
                        Words.say("workspace.objection.hearing.at", Dates.moment(hearing.at()), hearing.place()))));
        if (bezwaar.state().open()) {
            notice.with(new Paragraph(
                    term.standsStill()
                            ? Words.say("workspace.objection.still")
                            : ObjectionsView.due(term.lastDay(), CalendarDays.dayOf(clock.instant()))));
            notice.with(new NativeDetails(Words.say("workspace.objection.term"), new DeadlineSteps(term)));
        }
        return notice;
    }

    private static Component told(Objections.Found found) {
        var bezwaar = found.bezwaar();
        var filed = bezwaar.filed();
        var facts = new DataSummary()
                .row(Words.say("workspace.objection.filed"), ArrivedWords.when(bezwaar))
                .row(Words.say("workspace.objection.timely"), ArrivedWords.timely(bezwaar));
        bezwaar.lateBecause().ifPresent(why -> facts.row(Words.say("workspace.objection.late-because"), said(why)));
        facts.row(Words.say("workspace.objection.hearing"), yes(filed.wantsHearing()))
                .row(Words.say("workspace.objection.helper"), filed.helper().orElse(Words.say("bezwaar.helper.none")))
                .row(Words.say("workspace.objection.costs"), yes(filed.asksCosts()))
                .row(Words.say("workspace.objection.court"), yes(filed.asksDirectAppeal()))
                .row(Words.say("apply.number"), bezwaar.id().reference());
        return new Card(
                new H2(Words.say("workspace.objection.words")),
                said(bezwaar.grounds().orElse(Words.say("workspace.objection.grounds.none"))),
                facts);
    }

    /** The whole decision that is objected to: it is part of this case. */
    private Component against(ResidentId resident, Besluit besluit) {
        var actor = signedIn.professional();
        var text = besluit.text();
        var facts = new DataSummary()
                .row(Words.say("besluit.why"), said(text.reasons()))
                .row(Words.say("besluit.articles"), said(text.articles()));
        for (var provision : DecisionLetter.provisions(text.provisions())) {
            facts.row(Words.say("besluit.get"), said(provision));
        }
        facts.row(
                        Words.say("besluit.decided"),
                        besluit.decidedAt().map(Dates::moment).orElse(""))
                .row(
                        Words.say("besluit.decider"),
                        besluit.decider().map(Author.Professional::name).orElse(""));
        besluit.beforeInquiry().ifPresent(why -> facts.row(Words.say("besluit.early"), said(why)));
        facts.row(Words.say("apply.number"), besluit.id().reference());
        var card = new Card(new H2(Words.say("workspace.objection.decision")), said(text.inShort()), facts);
        besluit.letter()
                .ifPresent(letter -> card.add(new Div(ActionLink.download(
                                file -> {
                                    file.setFileName("besluit.pdf");
                                    file.setContentType("application/pdf");
                                    file.getOutputStream()
                                            .write(decisions.letter(actor, resident, besluit.id(), letter));
                                },
                                Words.say("besluit.pdf"))
                        .icon(Icon.Shape.DOCUMENT)
                        .handle("decision-pdf"))));
        return card.handle("decision");
    }

    private static String yes(boolean is) {
        return Words.say(is ? "melding.yes" : "melding.no");
    }

    private void deciding(ResidentId resident, Objections.Found found) {
        var waiting = found.bezwaar()
                .sendings()
                .waiting()
                .filter(ready -> CalendarDays.dayOf(ready.readyAt()).equals(CalendarDays.dayOf(clock.instant())));
        waiting.ifPresent(ready -> add(new StepCard(Words.say("workspace.objection.ready"))
                .about(Words.say("workspace.objection.ready.what"))
                .does(
                        Words.say("workspace.announce.deliver"),
                        "decide-deliver",
                        () -> attempt(
                                resident,
                                found,
                                () -> announcing.deliver(signedIn.professional(), resident, found, ready)))
                .card()));
        add(new DecidingForm(
                found,
                order -> announcing.preview(order),
                signedAs(),
                (order, step) -> announce(resident, order, step)));
    }

    private Author.Professional signedAs() {
        var actor = signedIn.professional();
        return new Author.Professional(actor.id(), actor.role(), signedIn.name());
    }

    private void announce(ResidentId resident, ObjectionAnnouncing.Order order, StepId step) {
        attempt(resident, order.found(), () -> announcing.announce(signedIn.professional(), resident, order, step));
    }

    private void attempt(ResidentId resident, Objections.Found before, Supplier<Objections.Found> act) {
        try {
            var after = act.get();
            show(resident, after, Optional.of(new Notice(Tone.GOOD, Words.say("workspace.objection.decide.done"))));
        } catch (SealRefused refused) {
            show(resident, before, Optional.of(new Notice(Tone.BAD, Words.say("workspace.announce.no-seal"))));
        } catch (LetterPost.NotTaken refused) {
            show(
                    resident,
                    objections.find(
                            signedIn.professional(), resident, before.bezwaar().id()),
                    Optional.of(new Notice(Tone.BAD, Words.say("workspace.announce.no-post"))));
        }
        readFromTop();
    }

    private void take(ResidentId resident, Objections.Found found, String step, Objections.Verb verb) {
        show(
                resident,
                objections.take(
                        signedIn.professional(),
                        resident,
                        found.bezwaar().id(),
                        new StepId(UUID.randomUUID()),
                        step,
                        verb));
        readFromTop();
        Toast.show(Words.say("workspace.objection.done"));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
