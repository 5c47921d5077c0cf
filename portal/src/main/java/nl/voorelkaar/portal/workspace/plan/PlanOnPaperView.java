package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.dossier.plan.Channel;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;

/** What a resident did outside the portal: signed with ink, or came back on it by phone, letter or at the desk. */
@Route(value = WorkspacePaths.PLAN + "/:dossier/papier", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class PlanOnPaperView extends Page implements BeforeEnterObserver {

    private final transient ClientPlans clients;
    private final transient StepId step = Seat.newStep();
    private final Div problem = new Div();
    private transient Seat seat;

    PlanOnPaperView(ClientPlans clients) {
        super(Words.say("plan.paper.title"));
        this.clients = clients;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var dossier = clients.dossier(event);
        if (clients.isOwn(dossier)) {
            clear();
            add(new OwnDossierNotice());
            return;
        }
        seat = clients.seat(dossier);
        trail(
                new Crumb("/" + WorkspacePaths.PLAN, Words.say("workspace.plan.title")),
                new Crumb(seat.path(), Words.say("workspace.plan.one")));
        clear();
        add(problem);
        var plan = clients.newest(dossier);
        plan.filter(newest -> newest.state().waitsForSignatures())
                .filter(newest -> newest.version()
                        .flatMap(version -> version.signature(Signer.RESIDENT))
                        .isEmpty())
                .ifPresent(newest -> add(
                        code(newest, DeskAct.Kind.SIGN_PLAN, "plan.ink.code").orElseGet(() -> ink(newest))));
        plan.filter(newest -> newest.state() == PlanState.IN_BEDENKTERMIJN || newest.state() == PlanState.DEFINITIEF)
                .ifPresent(newest -> add(code(newest, DeskAct.Kind.WITHDRAW_PLAN, "plan.told.code")
                        .orElseGet(() -> withdrawal(newest))));
        add(ActionLink.secondary(seat.path(), Words.say("plan.back")));
    }

    /** First a letter with a code to the resident, unless that code came back: nothing counts before. */
    private Optional<Component> code(Ondersteuningsplan plan, DeskAct.Kind kind, String words) {
        var asked = seat.plans().paperCode(seat.step(plan.id(), step), kind);
        if (asked.filter(act -> act.state() == DeskAct.State.UITGEVOERD).isPresent()) {
            return Optional.empty();
        }
        var card = new Card(new H2(Words.say(words + ".title")), new Paragraph(Words.say(words + ".lead")));
        card.addClassNames("ve-narrow", "ve-stack");
        if (asked.isPresent()) {
            card.add(new Notice(Tone.INFO, Words.say("plan.ink.code.waits")));
            return Optional.of(card);
        }
        var channel = new Choice<>(
                        Words.say("balie.how"),
                        List.of(DeskAct.Channel.values()),
                        each -> each.name().toLowerCase(java.util.Locale.ROOT),
                        each -> Words.say("balie.how." + each.name().toLowerCase(java.util.Locale.ROOT)))
                .none(Words.say("plan.told.choose"))
                .handle("plan-code-channel");
        var errors = new ErrorSummary();
        card.add(
                errors,
                new Form(
                        () -> {
                            var how = channel.getValue();
                            if (errors.begin()
                                            .need(how != null, channel, Words.say("plan.told.channel.missing"))
                                            .fine()
                                    && how != null) {
                                take(() -> seat.plans().askPaperCode(seat.step(plan.id(), step), kind, how));
                            }
                        },
                        channel,
                        Action.submit(Words.say("plan.ink.code.send")).handle("plan-code-send")));
        return Optional.of(card);
    }

    private Component ink(Ondersteuningsplan plan) {
        var version = plan.version().orElseThrow();
        var file = new ScanField(Words.say("plan.ink.file"));
        var day = new DayField(Words.say("plan.ink.day")).handle("plan-ink-day");
        day.setValue(seat.today());
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var on = day.getValue();
                    var fine = errors.begin()
                            .need(on != null, day, Words.say("plan.ink.day.missing"))
                            .need(file.pdf(), file.field(), Words.say("plan.ink.file.missing"))
                            .fine();
                    if (fine && on != null) {
                        take(() -> seat.plans()
                                .signInInk(
                                        seat.step(plan.id(), step),
                                        version.fingerprint().sha256(),
                                        file.scan(),
                                        on,
                                        Optional.empty()));
                    }
                },
                file,
                day,
                Action.submit(Words.say("plan.ink.save")).handle("plan-ink-save"));
        var card = new Card(new H2(Words.say("plan.ink")), new Paragraph(Words.say("plan.ink.lead")), errors, form);
        card.addClassNames("ve-narrow", "ve-stack");
        return card;
    }

    private Component withdrawal(Ondersteuningsplan plan) {
        var channel = new Choice<>(
                        Words.say("plan.told.channel"),
                        List.of(Channel.PHONE, Channel.DESK, Channel.LETTER),
                        each -> each.name().toLowerCase(java.util.Locale.ROOT),
                        each -> Words.say("plan.told." + each.name().toLowerCase(java.util.Locale.ROOT)))
                .none(Words.say("plan.told.choose"))
                .handle("plan-told-channel");
        var day = new DayField(Words.say("plan.told.day")).handle("plan-told-day");
        day.setValue(seat.today());
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var how = channel.getValue();
                    var on = day.getValue();
                    var fine = errors.begin()
                            .need(how != null, channel, Words.say("plan.told.channel.missing"))
                            .need(on != null, day, Words.say("plan.told.day.missing"))
                            .fine();
                    if (fine && how != null && on != null) {
                        take(() -> seat.plans()
                                .take(
                                        seat.step(plan.id(), step),
                                        "withdraw",
                                        (now, by, when) -> now.withdrawFor(by, how, on, when)));
                    }
                },
                channel,
                day,
                Action.submit(Words.say("plan.told.save")).handle("plan-told-save"));
        var card = new Card(new H2(Words.say("plan.told")), new Paragraph(Words.say("plan.told.lead")), errors, form);
        card.addClassNames("ve-narrow", "ve-stack");
        return card;
    }

    private void take(Runnable act) {
        try {
            act.run();
            UI.getCurrent().navigate(seat.path().substring(1));
        } catch (StepRefused refused) {
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }
}
