package nl.voorelkaar.portal.resident.mandate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.PlanReading;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.sharing.Evidence;
import nl.voorelkaar.portal.resident.sharing.ReceiptPdf;
import nl.voorelkaar.portal.resident.sharing.SupervisorCard;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.Receipt;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One mandate: its code, the choice of what the carer may do, or what the carer may do now. */
@Route(value = "mijn/machtigingen/:mandate", layout = ResidentShell.class)
@PermitAll
class MandatePage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Mandates mandates;
    private final transient Dossiers dossiers;
    private final transient Plans plans;
    private final transient Proofs proofs;
    private final transient Papers papers;
    private final transient HouseSettings settings;
    private final transient Clock clock;

    MandatePage(
            SignedIn signedIn,
            Mandates mandates,
            Dossiers dossiers,
            Plans plans,
            Proofs proofs,
            Papers papers,
            HouseSettings settings,
            Clock clock) {
        this.signedIn = signedIn;
        this.mandates = mandates;
        this.dossiers = dossiers;
        this.plans = plans;
        this.proofs = proofs;
        this.papers = papers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(MandatesPage.PATH, Words.say("mandate.title")));
        show(mandates.find(signedIn.resident(), MandateWords.id(event)));
    }

    private void show(Mandate mandate) {
        clear();
        switch (mandate.state()) {
            case UITGENODIGD -> code(mandate);
            case GEACCEPTEERD ->
                mandate.boundary().ifPresentOrElse(boundary -> letIn(mandate, boundary), () -> choose(mandate));
            case ACTIEF -> live(mandate);
            case AFGEWEZEN, INGETROKKEN, OPGEZEGD, VERLOPEN, BEEINDIGD -> ended(mandate);
        }
    }

    private void code(Mandate mandate) {
        title(Words.say("mandate.code.title"));
        lead(Words.say("mandate.code.lead"));
        var invitation = mandates.invitation(signedIn.resident(), mandate.id());
        invitation.ifPresent(one -> {
            var text = new Span(one.code());
            text.addClassName("ve-code");
            text.setTestId("mandate-code");
            text.getElement().setAttribute("translate", "no");
            var how = new UnorderedList(
                    new ListItem(Words.say("mandate.how.address", settings.at("/machtiging"))),
                    new ListItem(Words.say("mandate.how.own-digid")),
                    new ListItem(Words.say("mandate.how.once")));
            var acts = row(
                    Action.secondary(
                                    Words.say("receipt.print"),
                                    click -> click.getSource().getElement().executeJs("window.print()"))
                            .icon(Icon.Shape.PRINT),
                    stop(mandate, "mandate.code.take-back"));
            acts.addClassName("ve-no-print");
            var card = new Card(
                    new Paragraph(Words.say("mandate.code.yours")),
                    text,
                    new Paragraph(Words.say("mandate.code.until", Dates.moment(one.expiresAt()))),
                    how,
                    acts);
            card.tone(Tone.WARM);
            card.addClassName("ve-narrow");
            add(card);
        });
    }

    private void choose(Mandate mandate) {
        var who = MandateWords.who(mandate);
        title(Words.say("mandate.choose.title", who));
        lead(Words.say("mandate.choose.lead", who));
        var today = CalendarDays.dayOf(clock.instant());
        var latest = today.plus(Mandates.LONGEST);
        var errors = new ErrorSummary();
        var scopes = scopes(Words.say("mandate.choose.what", who), List.of(MandateScope.values()));
        var until = new DayField(Words.say("mandate.until"))
                .hint(Words.say("mandate.until.hint", Dates.day(latest)))
                .between(today, latest)
                .handle("mandate-until");
        until.setValue(latest);
        var digest = digest(Mandate.Digest.WEEKLY);
        var preview = new Div();
        preview.addClassName("ve-stack");
        var problem = new Div();
        var never = new Notice(Tone.INFO, Words.say("mandate.never.title"), Words.say("mandate.never"));
        var acts = row(
                Action.submit(Words.say("mandate.confirm", who)).handle("mandate-confirm"),
                Action.secondary(
                                Words.say("mandate.preview"),
                                _ -> preview(preview, mandate, scopes.getValue(), until.getValue()))
                        .handle("mandate-preview"),
                stop(mandate, "mandate.decline"));
        if (!signedIn.recently()) {
            problem.add(new Notice(Tone.INFO, Words.say("stop.sign-in-again")));
        }
        var form = new Form(
                () -> {
                    LocalDate last = until.getValue();
                    var fine = errors.begin()
                            .need(!scopes.getValue().isEmpty(), scopes, Words.say("mandate.refused.nothing_chosen"))
                            .need(last != null, until, Words.say("request.until.missing"))
                            .need(
                                    last == null || !last.isBefore(today),
                                    until,
                                    Words.say("mandate.refused.until_in_the_past"))
                            .need(
                                    last == null || !last.isAfter(latest),
                                    until,
                                    Words.say("mandate.refused.longer_than_twelve_months"))
                            .fine();
                    if (fine && last != null) {
                        var often = Optional.ofNullable(digest.getValue()).orElse(Mandate.Digest.WEEKLY);
                        confirm(mandate, scopes.getValue(), last, often, problem);
                    }
                },
                scopes,
                until,
                digest,
                never,
                acts);
        var card = new Card(errors, problem, form);
        card.addClassName("ve-narrow");
        add(card, preview);
    }

    /** Help with one thing: there is nothing to choose but until when at most. */
    private void letIn(Mandate mandate, Boundary boundary) {
        var who = MandateWords.who(mandate);
        var what = MandateWords.thing(boundary.section());
        title(Words.say("help.choose.title", who));
        lead(Words.say("help.choose.lead", who, what));
        var today = CalendarDays.dayOf(clock.instant());
        var latest = today.plus(Mandates.LONGEST);
        var errors = new ErrorSummary();
        var problem = new Div();
        var until = new DayField(Words.say("mandate.until"))
                .hint(Words.say("help.until.hint", what))
                .between(today, latest)
                .handle("mandate-until");
        until.setValue(latest);
        var form = new Form(
                () -> {
                    LocalDate last = until.getValue();
                    if (errors.begin()
                                    .need(last != null, until, Words.say("request.until.missing"))
                                    .fine()
                            && last != null) {
                        tried(problem, mandate, () -> {
                            var given = mandates.confirmHelp(
                                    signedIn.resident(),
                                    mandate.id(),
                                    last,
                                    signedIn.name(),
                                    Words.shown(MandateWords.declaration(mandate, boundary, last)));
                            show(given);
                            addComponentAtIndex(
                                    1,
                                    new Notice(Tone.GOOD, Words.say("mandate.given", MandateWords.who(given)))
                                            .spoken());
                            readFromTop();
                        });
                    }
                },
                until,
                row(
                        Action.submit(Words.say("help.confirm", who)).handle("mandate-confirm"),
                        stop(mandate, "mandate.decline")));
        var card = new Card(
                new Paragraph(Words.say("help.declaration", MandateWords.supporter(boundary.supporter()), what)),
                errors,
                problem,
                form);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void confirm(
            Mandate mandate, Set<MandateScope> scopes, LocalDate last, Mandate.Digest digest, Div problem) {
        tried(problem, mandate, () -> {
            var shown = Words.shown(MandateWords.declaration(mandate, scopes, last));
            var given =
                    mandates.confirm(signedIn.resident(), mandate.id(), scopes, last, digest, signedIn.name(), shown);
            clear();
            title(Words.say("mandate.given.title", MandateWords.who(given)));
            var facts = facts(given);
            var receipt = new Receipt(
                    Words.say("mandate.given.receipt"),
                    facts,
                    Action.secondary(
                                    Words.say("receipt.print"),
                                    click -> click.getSource().getElement().executeJs("window.print()"))
                            .icon(Icon.Shape.PRINT),
                    ActionLink.primary(MandatesPage.PATH, Words.say("mandate.to-list")));
            receipt.setTestId("mandate-receipt");
            add(new Notice(Tone.GOOD, Words.say("mandate.given", MandateWords.who(given))).spoken(), receipt);
            readFromTop();
        });
    }

    /** What the carer will see, made by the same code as what the carer sees. */
    private void preview(Div preview, Mandate mandate, Set<MandateScope> scopes, LocalDate last) {
        preview.removeAll();
        var opened = mandates.opens(scopes);
        var heading = new H2(Words.say("mandate.preview.title", MandateWords.who(mandate)));
        heading.getElement().setAttribute("tabindex", "-1");
        preview.add(heading);
        preview.setTestId("mandate-preview-shown");
        if (opened.isEmpty() || last == null) {
            preview.add(new Paragraph(Words.say("mandate.preview.nothing")));
        } else {
            preview.add(new Paragraph(Words.say("mandate.preview.sections", People.sections(opened))));
            var me = signedIn.resident();
            var adds = scopes.contains(MandateScope.DOCUMENTEN_TOEVOEGEN);
            preview.add(new DossierReading(dossiers.preview(me, mandate.id(), opened, adds, last)));
            if (opened.contains(nl.voorelkaar.consent.Section.PLAN)) {
                plans.of(me, me.id()).stream()
                        .findFirst()
                        .ifPresent(plan -> preview.add(new PlanReading(plan.content(), false)));
            }
        }
        heading.getElement().executeJs("this.focus()");
    }

    private void live(Mandate mandate) {
        var who = MandateWords.who(mandate);
        title(who);
        lead(Words.say("mandate.live.lead", who));
        var problem = new Div();
        var facts = new Card(facts(mandate), row(stop(mandate, "mandate.stop")));
        facts.addClassName("ve-narrow");
        add(problem, facts);
        if (mandate.boundary().isEmpty()) {
            add(narrowing(mandate, problem), hearing(mandate));
        }
        evidence(mandate);
    }

    /** What was decided about it, and the same for who has to judge it. */
    private void evidence(Mandate mandate) {
        var records = mandates.records(signedIn.resident(), mandate.id());
        Evidence.of(records).ifPresent(this::add);
        if (!records.isEmpty()) {
            var name = signedIn.name();
            var language = Words.locale();
            add(SupervisorCard.of(papers, () -> forSupervisor(mandate, name, language)));
        }
    }

    private Paper forSupervisor(Mandate mandate, String name, Locale language) {
        var actor = signedIn.resident();
        var versions = mandates.records(actor, mandate.id()).stream()
                .flatMap(record -> record.grant().stream())
                .collect(Collectors.toSet());
        var proof = proofs.make(actor, new Handle(mandate.id().value()), versions);
        return ReceiptPdf.forSupervisor(mandate, mandates.records(actor, mandate.id()), proof, name, language);
    }

    private Component narrowing(Mandate mandate, Div problem) {
        var today = CalendarDays.dayOf(clock.instant());
        var last = mandate.lastDay().orElse(today);
        var errors = new ErrorSummary();
        var scopes = scopes(
                Words.say("mandate.narrow.what"),
                mandate.scopes().stream().sorted().toList());
        scopes.setValue(mandate.scopes());
        var until = new DayField(Words.say("mandate.until"))
                .hint(Words.say("mandate.until.hint", Dates.day(last)))
                .between(today, last)
                .handle("mandate-until");
        until.setValue(last);
        var form = new Form(
                () -> {
                    LocalDate day = until.getValue();
                    var fine = errors.begin()
                            .need(!scopes.getValue().isEmpty(), scopes, Words.say("mandate.narrow.nothing"))
                            .need(day != null, until, Words.say("request.until.missing"))
                            .fine();
                    if (fine && day != null) {
                        tried(problem, mandate, () -> {
                            var left = MandateWords.declaration(mandate, scopes.getValue(), day);
                            var shown = Words.shown(left);
                            show(mandates.narrow(signedIn.resident(), mandate.id(), scopes.getValue(), day, shown));
                            addComponentAtIndex(1, new Notice(Tone.GOOD, Words.say("mandate.narrowed")).spoken());
                            readFromTop();
                        });
                    }
                },
                scopes,
                until,
                row(Action.submit(Words.say("mandate.narrow")).handle("mandate-narrow")));
        return block("mandate.narrow.title", errors, form);
    }

    private Component hearing(Mandate mandate) {
        var digest = digest(mandate.digest());
        var said = new Div();
        var form = new Form(
                () -> {
                    mandates.digest(
                            signedIn.resident(),
                            mandate.id(),
                            Optional.ofNullable(digest.getValue()).orElse(mandate.digest()));
                    said.removeAll();
                    said.add(new Notice(Tone.GOOD, Words.say("mandate.digest.saved")).spoken());
                },
                digest,
                row(Action.submit(Words.say("mandate.digest.save")).handle("mandate-digest")));
        return block("mandate.digest", said, form);
    }

    private void ended(Mandate mandate) {
        title(MandateWords.who(mandate));
        var said = new Notice(
                Tone.INFO,
                Words.say(
                        "mandate.ended.line",
                        MandateWords.who(mandate),
                        MandateWords.state(mandate),
                        Dates.shortDay(CalendarDays.dayOf(mandate.stateSince()))));
        said.setTestId("mandate-state");
        add(said, ActionLink.primary(MandatesPage.PATH, Words.say("mandate.to-list")));
        evidence(mandate);
    }

    private void tried(Div problem, Mandate mandate, Runnable act) {
        var back = MandatesPage.PATH + "/" + mandate.id();
        if (!signedIn.recently()) {
            signedIn.signInAgain(back);
            return;
        }
        try {
            act.run();
        } catch (MandateRefused refused) {
            if (refused.reason() == MandateRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain(back);
                return;
            }
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, MandateWords.refused(refused)).spoken());
        }
    }

    private static DataSummary facts(Mandate mandate) {
        var may = new UnorderedList();
        mandate.boundary()
                .ifPresent(boundary -> may.add(new ListItem(Words.say(
                        "help.declaration",
                        MandateWords.supporter(boundary.supporter()),
                        MandateWords.thing(boundary.section())))));
        mandate.scopes().stream().sorted().forEach(scope -> may.add(new ListItem(MandateWords.scope(scope))));
        return new DataSummary()
                .row(Words.say("mandate.carer"), MandateWords.who(mandate))
                .row(Words.say("mandate.may"), may)
                .row(Words.say("receipt.from"), Dates.moment(mandate.from()))
                .row(Words.say("grant.until"), mandate.lastDay().map(Dates::day).orElse(""));
    }

    private static CheckGroup<MandateScope> scopes(String question, List<MandateScope> offered) {
        return new CheckGroup<>(
                question,
                offered,
                MandateWords::scope,
                scope -> Optional.of(MandateWords.hint(scope)),
                scope -> "mandate-scope-" + scope.code());
    }

    private static Radios<Mandate.Digest> digest(Mandate.Digest now) {
        var digest = new Radios<>(
                Words.say("mandate.digest.question"),
                EnumSet.allOf(Mandate.Digest.class),
                MandateWords::digest,
                _ -> Optional.empty(),
                each -> "mandate-digest-" + each.name().toLowerCase(java.util.Locale.ROOT));
        digest.setValue(now);
        return digest;
    }

    private static ActionLink stop(Mandate mandate, String key) {
        return ActionLink.secondary(MandatesPage.PATH + "/" + mandate.id() + "/stoppen", Words.say(key))
                .icon(Icon.Shape.STOP)
                .handle("mandate-stop");
    }

    private static Component block(String key, Component... parts) {
        var section = new Section(new H2(Words.say(key)));
        section.add(parts);
        section.addClassNames("ve-stack", "ve-narrow");
        return section;
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
