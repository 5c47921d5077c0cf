package nl.voorelkaar.portal.resident.mandate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.objection.PreparedObjection;
import nl.voorelkaar.dossier.objection.PreparedObjections;
import nl.voorelkaar.dossier.plan.PreparedSignature;
import nl.voorelkaar.dossier.plan.PreparedSignatures;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Everybody who may act in the resident's name, and who was invited to. */
@Route(value = "mijn/machtigingen", layout = ResidentShell.class)
@PermitAll
class MandatesPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/mijn/machtigingen";

    private final transient SignedIn signedIn;
    private final transient Mandates mandates;
    private final transient PreparedObjections prepared;
    private final transient PreparedSignatures signatures;
    private final transient Clock clock;
    private final Div problem = new Div();
    private final transient MandateId fresh;

    MandatesPage(
            SignedIn signedIn,
            Mandates mandates,
            PreparedObjections prepared,
            PreparedSignatures signatures,
            Clock clock) {
        super(Words.say("mandate.title"));
        this.signedIn = signedIn;
        this.mandates = mandates;
        this.prepared = prepared;
        this.signatures = signatures;
        this.clock = clock;
        this.fresh = new MandateId(UuidV7.at(clock.instant()));
        trail(new Crumb("/mijn", Words.say("menu.home")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        clear();
        lead(Words.say("mandate.lead"));
        var all = mandates.of(signedIn.resident());
        var open = all.stream().filter(mandate -> mandate.state().open()).toList();
        var ended = all.stream().filter(mandate -> !mandate.state().open()).toList();
        add(problem);
        var waiting = prepared.waiting(signedIn.resident());
        var toSign = signatures.waiting(signedIn.resident());
        if (!waiting.isEmpty() || !toSign.isEmpty()) {
            add(waiting(waiting, toSign));
        }
        add(inviting(), now(open));
        if (!ended.isEmpty()) {
            add(ended(ended));
        }
        var other = new Paragraph(Words.say("mandate.other-way"));
        add(new Card(
                new H2(Words.say("mandate.other-way.title")),
                other,
                new Div(ActionLink.secondary("/machtiging", Words.say("mandate.accept.go"))),
                new Div(ActionLink.quiet("/namens", Words.say("namens.title")))));
    }

    /** Acts that a carer prepared: they are done when the resident confirms, and go by themselves otherwise. */
    private Component waiting(List<PreparedObjection> waiting, List<PreparedSignature> toSign) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var act : waiting) {
            var who = act.by().map(Author.Carer::name).orElse("");
            var withdrawal = act.withdraws();
            var text = act.filing()
                    .<Component>map(filing -> said(filing.grounds()))
                    .orElseGet(() -> ActionLink.quiet(
                            "/mijn/bezwaar/" + withdrawal.orElseThrow(), Words.say("act.objection.read")));
            var key = withdrawal.isPresent() ? "act.withdrawal" : "act.objection";
            list.add(new ListItem(Card.task(
                            new H3(Words.say(key + ".title", who)),
                            until(act.until()),
                            new Paragraph(Words.say(key + ".term")),
                            text,
                            row(
                                    Action.primary(
                                                    Words.say(
                                                            withdrawal.isPresent()
                                                                    ? "act.withdrawal.confirm"
                                                                    : "act.confirm"),
                                                    _ -> answer(act, true))
                                            .handle("confirm-act"),
                                    Action.secondary(Words.say("act.decline"), _ -> answer(act, false))
                                            .handle("decline-act"),
                                    ActionLink.quiet("/mijn/besluiten", Words.say("act.decisions"))))
                    .handle("act-waiting")));
        }
        toSign.forEach(act -> list.add(new ListItem(toSign(act))));
        var section = new Section(new H2(Words.say("act.title")), list);
        section.addClassName("ve-stack");
        return section;
    }

    /** Signing is done where the whole plan is read, and coming back on it where it says what that means. */
    private Component toSign(PreparedSignature act) {
        var who = act.by().map(Author.Carer::name).orElse("");
        var sign = act.act() == PreparedSignature.Act.SIGN;
        var key = sign ? "act.sign" : "act.unsign";
        var card = Card.task(
                new H3(Words.say(key + ".title", who)), until(act.until()), new Paragraph(Words.say(key + ".what")));
        if (!act.note().isBlank()) {
            card.add(said(act.note()));
        }
        card.add(row(
                ActionLink.primary(
                                sign ? "/mijn/plan/ondertekenen" : "/mijn/plan/terugkomen", Words.say(key + ".confirm"))
                        .handle("confirm-act"),
                Action.secondary(Words.say("act.decline"), _ -> decline(act)).handle("decline-act")));
        return card.handle("act-waiting");
    }

    private void decline(PreparedSignature act) {
        tell(() -> signatures.decline(signedIn.resident(), act.id()), "act-declined", "act.declined");
    }

    private Component until(Instant until) {
        var last = Dates.lastDay(until);
        return new Paragraph(
                Words.say("act.until", Dates.day(last), Dates.left(CalendarDays.dayOf(clock.instant()), last)));
    }

    private void answer(PreparedObjection act, boolean yes) {
        if (yes) {
            tell(
                    () -> prepared.confirm(signedIn.resident(), act.id()),
                    "act-confirmed",
                    act.withdraws().isPresent() ? "act.withdrawal.confirmed" : "act.confirmed");
        } else {
            tell(() -> prepared.decline(signedIn.resident(), act.id()), "act-declined", "act.declined");
        }
    }

    private void tell(Runnable act, String handle, String words) {
        problem.removeAll();
        try {
            act.run();
            show();
            problem.add(new Notice(Tone.GOOD, Words.say(words)).spoken());
            problem.setTestId(handle);
        } catch (StepRefused refused) {
            show();
            problem.add(new Notice(Tone.BAD, Words.why(refused)).spoken());
        }
        readFromTop();
    }

    private Component inviting() {
        var how = new UnorderedList(
                new ListItem(Words.say("mandate.how.code")),
                new ListItem(Words.say("mandate.how.sign-in")),
                new ListItem(Words.say("mandate.how.confirm")));
        var acts = row(Action.primary(Words.say("mandate.invite"), _ -> invite())
                .icon(Icon.Shape.PLUS)
                .handle("mandate-invite"));
        return new Card(new H2(Words.say("mandate.invite.title")), how, acts).tone(Tone.WARM);
    }

    /** A second click comes with the same id, and finds the code that the first one made. */
    private void invite() {
        if (!signedIn.recently()) {
            signedIn.signInAgain(PATH);
            return;
        }
        try {
            mandates.invite(signedIn.resident(), fresh);
            UI.getCurrent().navigate(PATH.substring(1) + "/" + fresh);
        } catch (MandateRefused refused) {
            if (refused.reason() == MandateRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain(PATH);
                return;
            }
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, MandateWords.refused(refused)).spoken());
        }
    }

    private Component now(List<Mandate> open) {
        var section = new Section(new H2(Words.say("mandate.now")));
        section.addClassName("ve-stack");
        if (open.isEmpty()) {
            section.add(new EmptyState(Words.say("mandate.none"), Words.say("mandate.none.why")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        open.forEach(mandate -> list.add(new ListItem(card(mandate))));
        section.add(list);
        return section;
    }

    private Component card(Mandate mandate) {
        var who = MandateWords.who(mandate);
        var badge = new Badge(mandate.live() ? Tone.GOOD : Tone.WARN, MandateWords.state(mandate));
        badge.setTestId("mandate-state");
        var head = new Div(new H3(who), badge);
        head.addClassName("ve-row-apart");
        var last = Dates.lastDay(mandate.until());
        var left = Dates.left(CalendarDays.dayOf(clock.instant()), last);
        var card = new Card(head);
        var path = PATH + "/" + mandate.id();
        var acts = row();
        switch (mandate.state()) {
            case ACTIEF -> {
                card.add(new DataSummary()
                        .row(Words.say("mandate.may"), MandateWords.scopes(mandate.scopes()))
                        .row(Words.say("grant.until"), Words.say("grant.until.left", Dates.day(last), left))
                        .row(Words.say("mandate.digest"), MandateWords.digest(mandate.digest())));
                acts.add(
                        stop(mandate, "mandate.stop"),
                        ActionLink.quiet(path, Words.say("mandate.change"))
                                .heard(who)
                                .handle("mandate-open"));
            }
            case GEACCEPTEERD -> {
                card.add(new Paragraph(Words.say("mandate.accepted.what", who, Dates.day(last))));
                acts.add(
                        ActionLink.primary(path, Words.say("mandate.look-and-confirm"))
                                .handle("mandate-open"),
                        stop(mandate, "mandate.decline"));
            }
            default -> {
                card.add(new Paragraph(Words.say("mandate.invited.what", Dates.moment(mandate.until()))));
                acts.add(
                        ActionLink.secondary(path, Words.say("mandate.code.show"))
                                .handle("mandate-open"),
                        stop(mandate, "mandate.code.take-back"));
            }
        }
        card.add(acts);
        return card.handle("mandate");
    }

    private static ActionLink stop(Mandate mandate, String key) {
        return ActionLink.secondary(PATH + "/" + mandate.id() + "/stoppen", Words.say(key))
                .heard(MandateWords.who(mandate))
                .icon(Icon.Shape.STOP)
                .handle("mandate-stop");
    }

    private static Component ended(List<Mandate> ended) {
        var list = new UnorderedList();
        list.addClassName("ve-lines");
        for (var mandate : ended) {
            var item = new ListItem(Words.say(
                    "mandate.ended.line",
                    MandateWords.who(mandate),
                    MandateWords.state(mandate),
                    Dates.shortDay(CalendarDays.dayOf(mandate.stateSince()))));
            item.setTestId("mandate-ended");
            list.add(item);
        }
        return new NativeDetails(Words.count("mandate.ended", ended.size()), list);
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
