package nl.voorelkaar.portal.resident.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.Topic;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.consult.AskedAdvice;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.StatusSteps;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One melding: the receipt, what happens now, and what the resident can do. */
@Route(value = "mijn/melding/:melding", layout = ResidentShell.class)
@PermitAll
class OnderzoekPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Intake intake;
    private final transient Procedures procedures;
    private final transient Drafting drafting;
    private final transient AskedAdvice advice;

    OnderzoekPage(SignedIn signedIn, Intake intake, Procedures procedures, Drafting drafting, AskedAdvice advice) {
        this.advice = advice;
        this.signedIn = signedIn;
        this.intake = intake;
        this.procedures = procedures;
        this.drafting = drafting;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/melding", Words.say("melding.title")));
        var actor = signedIn.resident();
        show(intake.find(actor, actor.id(), new ProcedureId(AddressId.in(event, "melding"))));
    }

    private void show(Onderzoek onderzoek) {
        clear();
        title(Words.say("melding.of", Dates.shortDay(CalendarDays.dayOf(onderzoek.reportedAt()))));
        add(standing(onderzoek));
        onderzoek.account().ifPresent(account -> add(account(onderzoek, account)));
        advice.of(signedIn.resident()).ifPresent(this::add);
        add(receipt(onderzoek));
        if (onderzoek.state().open()) {
            add(ownPlan(onderzoek), companion(onderzoek), help(onderzoek), withdrawing(onderzoek));
        }
    }

    private Component standing(Onderzoek onderzoek) {
        var section = part(Words.say("melding.now"));
        var state = MeldingWords.state(onderzoek);
        var tone = state.equals("overdue") ? Tone.WARN : Tone.INFO;
        var notice = new Notice(tone, Words.say("melding.state." + state));
        notice.setTestId("melding-state");
        if (onderzoek.aanvraagPossible() && onderzoek.state() != Onderzoek.State.INGETROKKEN) {
            if (appliedSince(onderzoek)) {
                notice.with(ActionLink.secondary("/mijn/besluiten", Words.say("melding.applied.go"))
                        .handle("melding-applied"));
            } else {
                notice.with(
                        new Paragraph(Words.say("melding.apply")),
                        ActionLink.primary("/mijn/besluiten", Words.say("melding.apply.go"))
                                .handle("melding-apply"));
            }
        }
        section.add(notice);
        onderzoek
                .talk()
                .filter(_ -> onderzoek.state() == Onderzoek.State.GESPREK_GEPLAND)
                .ifPresent(talk -> section.add(new Card(
                        new H3(Words.say("melding.talk")),
                        new DataSummary()
                                .row(Words.say("melding.talk.when"), Dates.moment(talk.at()))
                                .row(Words.say("melding.talk.where"), talk.place()))));
        if (onderzoek.state().open()) {
            onderzoek
                    .urgentUntil()
                    .ifPresent(until ->
                            section.add(new Paragraph(Words.say("melding.urgent", Dates.moment(until.end())))));
            section.add(steps(onderzoek));
            section.add(new Paragraph(Words.say(
                    onderzoek.overdue() ? "melding.term.passed" : "melding.term",
                    Dates.day(onderzoek.inquiryUntil().lastDay()))));
        }
        onderzoek.forwardedTo().ifPresent(to -> section.add(new Paragraph(Words.say("melding.forwarded", to))));
        return section;
    }

    private boolean appliedSince(Onderzoek onderzoek) {
        return procedures.heads(signedIn.resident()).stream()
                .anyMatch(head -> head.kind() == ProcedureKind.AANVRAAG
                        && !head.startedAt().isBefore(onderzoek.reportedAt())
                        && !head.state().equals(Aanvraag.State.INGETROKKEN.name()));
    }

    private static Component steps(Onderzoek onderzoek) {
        var reached = onderzoek.state().ordinal();
        var steps = new StatusSteps();
        var path = new Onderzoek.State[] {
            Onderzoek.State.INGEDIEND,
            Onderzoek.State.ONDERZOEK,
            Onderzoek.State.GESPREK_GEPLAND,
            Onderzoek.State.GESPREK_GEVOERD,
            Onderzoek.State.AFGEROND
        };
        for (var state : path) {
            var order = Integer.compare(state.ordinal(), reached);
            steps.step(
                    order < 0 ? StatusSteps.State.DONE : order == 0 ? StatusSteps.State.NOW : StatusSteps.State.LATER,
                    Words.say("melding.step." + state.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return steps;
    }

    private Component account(Onderzoek onderzoek, Onderzoek.Account account) {
        var section = part(Words.say("melding.account"));
        section.setTestId("melding-account");
        var facts = new DataSummary();
        for (var topic : Topic.values()) {
            var found = account.topics().get(topic);
            if (found != null) {
                facts.row(Words.say("melding.topic." + topic.name().toLowerCase(java.util.Locale.ROOT)), said(found));
            }
        }
        facts.row(Words.say("melding.account.outcome"), said(account.outcome()));
        section.add(
                new Paragraph(Words.say("melding.account.by", account.by(), Dates.moment(account.at()))),
                new Card(facts));
        for (var remark : onderzoek.remarks()) {
            var card = new Card(new H3(Words.say("melding.remark.of", Dates.moment(remark.at()))), said(remark.text()));
            remark.through()
                    .map(Author.Carer::name)
                    .ifPresent(name -> card.add(new Paragraph(Words.say("namens.by.whom", name))));
            card.setTestId("melding-remark");
            section.add(card);
        }
        section.add(asking(
                onderzoek,
                "remark",
                new TextArea(Words.say("melding.remark"))
                        .hint(Words.say("melding.remark.hint"))
                        .rows(4)
                        .handle("melding-remark-text"),
                "melding.remark.send",
                "melding.remark.sent",
                text -> (now, by, at) -> now.remark(by, text)));
        return section;
    }

    private Component receipt(Onderzoek onderzoek) {
        var said = said(onderzoek.melding().words());
        var facts = new DataSummary().row(Words.say("melding.receipt.at"), Dates.moment(onderzoek.reportedAt()));
        onderzoek
                .melding()
                .source()
                .ifPresent(source -> facts.row(Words.say("melding.source"), MeldingWords.source(source)));
        onderzoek.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by.you"), name));
        facts.row(Words.say(onderzoek.melding().source().isEmpty() ? "melding.words" : "melding.source.words"), said)
                .row(
                        Words.say("melding.reachable"),
                        onderzoek.melding().reachableBy().orElse(Words.say("melding.reachable.usual")))
                .row(Words.say("apply.number"), onderzoek.id().reference());
        var card = new Card(
                new H2(Words.say("melding.receipt")),
                facts,
                new H3(Words.say("melding.support")),
                new Paragraph(Words.say("melding.support.what")));
        card.setTestId("melding-receipt");
        return card;
    }

    private Component ownPlan(Onderzoek onderzoek) {
        var last = onderzoek.ownPlanUntil().lastDay();
        var section = part(Words.say("melding.own-plan"));
        section.add(new Paragraph(Words.say("melding.own-plan.what", Dates.day(last))));
        onderzoek
                .ownPlan()
                .ifPresent(plan -> section.add(new Card(
                        new H3(Words.say(plan.inTime() ? "melding.own-plan.yours" : "melding.own-plan.yours.late")),
                        said(plan.text()))));
        section.add(new NativeDetails(
                Words.say(onderzoek.ownPlan().isPresent() ? "melding.own-plan.again" : "melding.own-plan.write"),
                asking(
                        onderzoek,
                        "own-plan",
                        new TextArea(Words.say("melding.own-plan.text"))
                                .hint(Words.say("melding.own-plan.hint"))
                                .rows(8)
                                .handle("own-plan-text"),
                        "melding.own-plan.send",
                        "melding.own-plan.sent",
                        text -> (now, by, at) -> now.handInOwnPlan(by, text, at))));
        return section;
    }

    /** Makes a step of a typed text. */
    @FunctionalInterface
    private interface Saying {
        Intake.Verb of(String text);
    }

    private Component asking(
            Onderzoek onderzoek, String step, TextArea text, String button, String done, Saying saying) {
        var errors = new ErrorSummary();
        var kept = drafting.of(new FormKey("melding/" + step + "/" + onderzoek.id()), Map.of("text", text));
        var form = new Form(
                () -> {
                    try {
                        take(onderzoek, step, saying.of(text.getValue()));
                        kept.done();
                        Toast.show(Words.say(done));
                    } catch (StepRefused refused) {
                        errors.begin().need(false, text, Words.why(refused)).fine();
                    }
                },
                text,
                new Div(Action.submit(Words.say(button)).handle("melding-" + step)));
        form.add(kept.status());
        var card = new Card(kept, errors, form);
        card.addClassName("ve-narrow");
        return card;
    }

    private Component companion(Onderzoek onderzoek) {
        var who = new TextLine(Words.say("melding.companion"))
                .hint(Words.say("melding.companion.hint"))
                .handle("companion");
        who.setValue(onderzoek.companion().orElse(""));
        var section = part(Words.say("melding.companion.title"));
        var errors = new ErrorSummary();
        var card = new Card(
                errors,
                new Form(
                        () -> {
                            try {
                                take(
                                        onderzoek,
                                        "companion",
                                        (now, by, at) -> now.chooseCompanion(by, Optional.of(who.getValue())));
                                Toast.show(Words.say("melding.companion.saved"));
                            } catch (StepRefused refused) {
                                errors.begin()
                                        .need(false, who, Words.why(refused))
                                        .fine();
                            }
                        },
                        who,
                        new Div(Action.submit(Words.say("melding.companion.save"))
                                .handle("companion-save"))));
        card.addClassName("ve-narrow");
        section.add(card);
        return section;
    }

    /** For who may read along, with a login of their own. */
    private static Component help(Onderzoek onderzoek) {
        return part(
                Words.say("help.title"),
                new Paragraph(Words.say("help.offer.melding")),
                new Div(ActionLink.secondary("/mijn/hulp/" + onderzoek.id(), Words.say("help.go"))
                        .handle("help-go")));
    }

    private Component withdrawing(Onderzoek onderzoek) {
        var sure = new Card(
                new Paragraph(Words.say("melding.withdraw.sure")),
                new Div(Action.danger(Words.say("melding.withdraw.confirm"), _ -> {
                            take(onderzoek, "withdraw", (now, by, at) -> now.withdraw(by));
                            readFromTop();
                        })
                        .handle("melding-withdraw-confirm")));
        return new NativeDetails(Words.say("melding.withdraw"), sure);
    }

    private void take(Onderzoek onderzoek, String step, Intake.Verb verb) {
        var actor = signedIn.resident();
        show(intake.take(actor, actor.id(), onderzoek.id(), new StepId(UUID.randomUUID()), step, verb));
    }
}
