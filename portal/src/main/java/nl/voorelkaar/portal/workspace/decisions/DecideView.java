package nl.voorelkaar.portal.workspace.decisions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
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
import java.util.Set;
import java.util.stream.Stream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.seal.SealRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.DecisionLetter;
import nl.voorelkaar.portal.letter.DeliveryWords;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.NotArrived;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;

/** One application, from complete to decided and made known. */
@Route(value = WorkspacePaths.DECISIONS + "/:case", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class DecideView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Procedures procedures;
    private final transient Decisions decisions;
    private final transient Announcing announcing;
    private final transient Deadlines deadlines;
    private final transient HandingBack handingBack;
    private final transient Caseload caseload;
    private final transient Clock clock;

    DecideView(
            SignedIn signedIn,
            Procedures procedures,
            Decisions decisions,
            Announcing announcing,
            Deadlines deadlines,
            HandingBack handingBack,
            Caseload caseload,
            Clock clock) {
        this.signedIn = signedIn;
        this.procedures = procedures;
        this.decisions = decisions;
        this.announcing = announcing;
        this.deadlines = deadlines;
        this.handingBack = handingBack;
        this.caseload = caseload;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/" + WorkspacePaths.DECISIONS, Words.say("workspace.decisions.title")));
        var id = new ProcedureId(AddressId.in(event, "case"));
        var actor = signedIn.professional();
        var head = Stream.concat(procedures.handledBy(actor).stream(), procedures.closedBy(actor).stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var all = decisions.of(signedIn.professional(), head.resident());
        var aanvraag = all.besluiten().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Besluit::aanvraag)
                .orElse(id);
        show(head.resident(), aanvraag, Optional.empty());
    }

    private void show(ResidentId resident, ProcedureId id, Optional<Notice> said) {
        clear();
        var all = decisions.of(signedIn.professional(), resident);
        var aanvraag = all.aanvragen().stream()
                .filter(one -> one.id().equals(id) && one.state() != Aanvraag.State.KLAARGEZET)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var besluit = all.besluitOn(id);
        title(Optional.ofNullable(caseload.names().get(resident))
                .map(name -> Words.say("workspace.decide.of", name))
                .orElseGet(() -> Words.say("workspace.decide.title")));
        said.ifPresent(notice -> add(notice.spoken()));
        add(standing(aanvraag), request(aanvraag));
        var decider = signedIn.professional().role() == Role.BES;
        switch (aanvraag.state()) {
            case INGEDIEND -> add(completing(resident, aanvraag));
            case IN_BEHANDELING -> {
                if (decider && besluit.isEmpty()) {
                    add(intending(resident, aanvraag));
                }
            }
            default -> {}
        }
        var decidable = aanvraag.state() == Aanvraag.State.IN_BEHANDELING || aanvraag.supplyLapsed();
        besluit.ifPresentOrElse(one -> decision(resident, aanvraag, one, all), () -> {
            if (decider && decidable) {
                add(draft(resident, aanvraag, Optional.empty()));
            }
        });
        if (aanvraag.state().open()) {
            add(telling(resident, aanvraag));
        }
        penalty(resident, aanvraag).ifPresent(this::add);
        if (aanvraag.state().open()) {
            add(handingBack.of(ProcedureKind.AANVRAAG, id));
        }
    }

    private Component standing(Aanvraag aanvraag) {
        var state = new Notice(
                aanvraag.flags().contains(Aanvraag.Flag.TE_LAAT)
                                && aanvraag.state().open()
                        ? Tone.BAD
                        : Tone.INFO,
                Words.say("workspace.aanvraag.state." + code(aanvraag.state())));
        state.setTestId("aanvraag-state");
        if (aanvraag.state().open()) {
            var term = aanvraag.term(deadlines);
            var today = CalendarDays.dayOf(clock.instant());
            state.with(new Paragraph(
                    term.standsStill()
                            ? Words.say(
                                    "workspace.decide.still",
                                    aanvraag.missing()
                                            .map(asked -> Dates.day(asked.until()))
                                            .orElse(""))
                            : Words.say(
                                    "workspace.aanvraag." + (term.passed(clock.instant()) ? "due.passed" : "due"),
                                    Dates.day(term.lastDay()),
                                    Dates.left(today, term.lastDay()))));
            state.with(new NativeDetails(Words.say("besluiten.how"), new DeadlineSteps(term)));
        }
        return state;
    }

    private static Component request(Aanvraag aanvraag) {
        var facts = new DataSummary();
        aanvraag.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by"), name));
        return new Card(
                new H2(Words.say("workspace.decide.request")),
                facts.row(Words.say("workspace.decide.what"), text(aanvraag.what()))
                        .row(Words.say("workspace.decide.law"), Words.say("apply.law." + code(aanvraag.law())))
                        .row(
                                Words.say("apply.received"),
                                aanvraag.received().map(Dates::moment).orElse(""))
                        .row(
                                Words.say("workspace.decide.basis"),
                                Words.say("workspace.decide.basis." + code(aanvraag.basis())))
                        .row(Words.say("apply.number"), aanvraag.id().reference()));
    }

    private Component completing(ResidentId resident, Aanvraag aanvraag) {
        var step = step();
        var complete = new Card(
                new H2(Words.say("workspace.complete.title")),
                new Paragraph(Words.say("workspace.complete.what")),
                new Div(Action.primary(
                                Words.say("workspace.complete.yes"),
                                _ -> take(resident, aanvraag, step, "complete", (now, by, at) -> now.findComplete(by)))
                        .handle("complete")));
        var what = new TextArea(Words.say("workspace.complete.missing")).rows(4).handle("missing-what");
        var until = ahead("workspace.complete.until").handle("missing-until");
        until.setValue(CalendarDays.dayOf(clock.instant()).plusDays(14));
        var asking = step();
        var form = asking(
                what,
                until,
                "workspace.complete.ask",
                "missing-ask",
                () -> take(
                        resident,
                        aanvraag,
                        asking,
                        "ask-more",
                        (now, by, at) -> now.askForMore(by, what.getValue(), until.getValue(), at)));
        complete.add(new NativeDetails(Words.say("workspace.complete.no"), form));
        return complete;
    }

    private Component intending(ResidentId resident, Aanvraag aanvraag) {
        var why = new TextArea(Words.say("workspace.intend.why")).rows(4).handle("intend-why");
        var until = ahead("workspace.intend.until").handle("intend-until");
        until.setValue(CalendarDays.dayOf(clock.instant()).plusDays(7));
        var step = step();
        return new NativeDetails(
                Words.say("workspace.intend.title"),
                new Card(
                        new Paragraph(Words.say("workspace.intend.what")),
                        asking(
                                why,
                                until,
                                "workspace.intend.send",
                                "intend-send",
                                () -> take(
                                        resident,
                                        aanvraag,
                                        step,
                                        "intend",
                                        (now, by, at) ->
                                                now.intendToRefuse(by, why.getValue(), until.getValue(), at)))));
    }

    private Component telling(ResidentId resident, Aanvraag aanvraag) {
        var until = ahead("workspace.delay.until").handle("delay-until");
        var step = step();
        var errors = new ErrorSummary();
        return new NativeDetails(
                Words.say("workspace.delay.title"),
                new Card(
                        new Paragraph(Words.say("workspace.delay.what")),
                        errors,
                        new Form(
                                () -> {
                                    var day = until.getValue();
                                    if (errors.begin()
                                                    .need(day != null, until, Words.say("workspace.decide.day"))
                                                    .fine()
                                            && day != null) {
                                        take(
                                                resident,
                                                aanvraag,
                                                step,
                                                "tell-delay",
                                                (now, by, at) -> now.tellDelay(by, day, at));
                                    }
                                },
                                until,
                                new Div(Action.submit(Words.say("workspace.delay.send"))
                                        .handle("delay-send")))));
    }

    private Component asking(TextArea text, DayField day, String send, String handle, Runnable then) {
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    if (errors.begin()
                            .need(!text.getValue().isBlank(), text, Words.say("refused.decision.empty-text"))
                            .need(day.getValue() != null, day, Words.say("workspace.decide.day"))
                            .fine()) {
                        then.run();
                    }
                },
                text,
                day,
                new Div(Action.submit(Words.say(send)).handle(handle)));
        var whole = new Div(errors, form);
        whole.addClassName("ve-stack");
        return whole;
    }

    private DayField ahead(String key) {
        var today = CalendarDays.dayOf(clock.instant());
        return new DayField(Words.say(key)).between(today.plusDays(1), today.plusMonths(6));
    }

    private Component draft(ResidentId resident, Aanvraag aanvraag, Optional<Besluit> existing) {
        var step = step();
        var id = existing.map(Besluit::id).orElseGet(() -> new ProcedureId(UuidV7.at(clock.instant())));
        var form = new DecisionForm(
                existing.map(Besluit::text).or(() -> Optional.of(DecisionForm.template(aanvraag, signedIn.name()))),
                text -> attempt(resident, aanvraag.id(), "workspace.draft.kept", () -> {
                    if (existing.isEmpty()) {
                        decisions.draft(signedIn.professional(), resident, aanvraag.id(), id, step, text);
                    } else {
                        decisions.takeOnBesluit(
                                signedIn.professional(),
                                resident,
                                id,
                                step,
                                "redraft",
                                (now, by, at) -> now.redraft(by, text));
                    }
                }));
        return new Card(new H2(Words.say("workspace.draft.title")), form);
    }

    private void decision(ResidentId resident, Aanvraag aanvraag, Besluit besluit, Decisions.Overview all) {
        var state = new Notice(Tone.INFO, Words.say("workspace.besluit.state." + code(besluit.state())));
        state.setTestId("decision-state");
        var section = new Section(new H2(Words.say("workspace.besluit.title")), state);
        section.addClassName("ve-stack");
        section.setTestId("decision");
        add(section);
        switch (besluit.state()) {
            case CONCEPT -> {
                add(draft(resident, aanvraag, Optional.of(besluit)));
                section.add(establishing(resident, aanvraag, besluit));
            }
            case VASTGESTELD -> section.add(announcing(resident, aanvraag, besluit, all));
            default -> section.add(known(resident, aanvraag, besluit, all));
        }
    }

    private Component establishing(ResidentId resident, Aanvraag aanvraag, Besluit besluit) {
        var card = new Card(new Paragraph(Words.say("workspace.establish.what")), preview(aanvraag, besluit));
        var missing = besluit.text().missing();
        if (!missing.isEmpty()) {
            card.add(missing(missing));
            return card;
        }
        var step = step();
        if (aanvraag.law() == Law.WMO && aanvraag.basis() != AanvraagEvent.Basis.ONDERZOEK_AFGEROND) {
            return beforeInquiry(resident, aanvraag, besluit, step, card);
        }
        card.add(new Div(Action.primary(
                        Words.say("workspace.establish"),
                        _ -> attempt(
                                resident,
                                aanvraag.id(),
                                "workspace.established",
                                () -> decisions.establish(signedIn.professional(), resident, besluit.id(), step)))
                .handle("decision-establish")));
        return card;
    }

    /** The application came before the inquiry was done; it may be done by now. */
    private Component beforeInquiry(ResidentId resident, Aanvraag aanvraag, Besluit besluit, StepId step, Card card) {
        var why = new TextArea(Words.say("workspace.establish.early"))
                .hint(Words.say("workspace.establish.early.hint"))
                .optional()
                .rows(3)
                .handle("decision-early-why");
        var errors = new ErrorSummary();
        card.add(
                errors,
                new Form(
                        () -> {
                            try {
                                decisions.establish(
                                        signedIn.professional(), resident, besluit.id(), step, why.getValue());
                                show(
                                        resident,
                                        aanvraag.id(),
                                        Optional.of(new Notice(Tone.GOOD, Words.say("workspace.established"))));
                                readFromTop();
                            } catch (StepRefused refused) {
                                errors.begin()
                                        .need(false, why, Words.why(refused))
                                        .fine();
                            }
                        },
                        why,
                        new Div(Action.submit(Words.say("workspace.establish")).handle("decision-establish"))));
        return card;
    }

    private static Component missing(Set<DecisionText.Missing> missing) {
        var list = new UnorderedList();
        missing.forEach(what -> list.add(new ListItem(Words.say("workspace.missing." + code(what)))));
        var notice = new Notice(Tone.WARN, Words.say("workspace.missing")).with(list);
        notice.setTestId("decision-missing");
        return notice;
    }

    private Component preview(Aanvraag aanvraag, Besluit besluit) {
        var acts = new Div(ActionLink.download(
                        file -> {
                            file.setFileName("voorbeeld.pdf");
                            file.setContentType("application/pdf");
                            file.getOutputStream()
                                    .write(announcing.preview(
                                            aanvraag,
                                            besluit,
                                            besluit.decider()
                                                    .map(by -> by.name())
                                                    .orElse(signedIn.name()),
                                            Sending.Channel.BRIEF,
                                            besluit.address()));
                        },
                        Words.say("workspace.preview"))
                .icon(Icon.Shape.DOCUMENT)
                .handle("decision-preview"));
        acts.addClassName("ve-row");
        return acts;
    }

    private Component announcing(ResidentId resident, Aanvraag aanvraag, Besluit besluit, Decisions.Overview all) {
        var card = new Card(preview(aanvraag, besluit));
        early(besluit).ifPresent(card::add);
        var waiting = besluit.ready()
                .filter(ready -> CalendarDays.dayOf(ready.readyAt()).equals(CalendarDays.dayOf(clock.instant())));
        if (waiting.isPresent()) {
            card.add(
                    new Paragraph(Words.say("workspace.announce.waits")),
                    new Div(Action.primary(
                                    Words.say("workspace.announce.deliver"),
                                    _ -> attempt(
                                            resident,
                                            aanvraag.id(),
                                            "workspace.announced.brief",
                                            () -> announcing.deliver(
                                                    signedIn.professional(), resident, besluit, waiting.get())))
                            .handle("decision-deliver")));
        } else {
            var portal = all.bezorging().inPortal();
            card.add(new Paragraph(Words.say(portal ? "workspace.announce.portal" : "workspace.announce.letter")));
            card.add(sending(
                    resident,
                    aanvraag,
                    besluit,
                    all,
                    portal ? Sending.Channel.PORTAAL : Sending.Channel.BRIEF,
                    "workspace.announce",
                    "decision-announce"));
        }
        var step = step();
        card.add(new Div(Action.quiet(
                        Words.say("workspace.reopen"),
                        _ -> attempt(
                                resident,
                                aanvraag.id(),
                                "workspace.reopened",
                                () -> decisions.takeOnBesluit(
                                        signedIn.professional(),
                                        resident,
                                        besluit.id(),
                                        step,
                                        "reopen",
                                        (now, by, at) -> now.reopen(by))))
                .handle("decision-reopen")));
        return card;
    }

    /**
     * As on the last letter to this resident; before the first one their name, because no register here has the
     * address.
     */
    private List<String> address(ResidentId resident, Decisions.Overview all) {
        return all.besluiten().stream()
                .map(Besluit::address)
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElseGet(() -> Optional.ofNullable(caseload.names().get(resident)).stream()
                        .toList());
    }

    private Component sending(
            ResidentId resident,
            Aanvraag aanvraag,
            Besluit besluit,
            Decisions.Overview all,
            Sending.Channel channel,
            String key,
            String handle) {
        var step = step();
        var address = SentLetter.addressField();
        address.setValue(String.join("\n", address(resident, all)));
        var errors = new ErrorSummary();
        var letter = channel == Sending.Channel.BRIEF;
        var form = new Form(() -> {
            var lines = letter ? SentLetter.lines(address) : List.<String>of();
            if (errors.begin()
                    .need(!letter || lines.size() >= 2, address, Words.say("refused.decision.address-missing"))
                    .fine()) {
                attempt(
                        resident,
                        aanvraag.id(),
                        letter ? "workspace.announced.brief" : "workspace.announced.portaal",
                        () -> announcing.announce(
                                signedIn.professional(), resident, aanvraag, besluit, channel, lines, step));
            }
        });
        if (letter) {
            form.add(address);
        }
        form.add(new Div(Action.submit(Words.say(key)).handle(handle)));
        var whole = new Div(errors, form);
        whole.addClassNames("ve-stack", "ve-narrow");
        return whole;
    }

    private Component known(ResidentId resident, Aanvraag aanvraag, Besluit besluit, Decisions.Overview all) {
        var term = besluit.objectionUntil(deadlines);
        var last = term.lastDay();
        var until = new Paragraph(Words.say(
                term.passed(clock.instant()) ? "workspace.besluit.due.passed" : "workspace.besluit.due",
                Dates.day(last),
                Dates.left(CalendarDays.dayOf(clock.instant()), last)));
        until.setTestId("objection-until");
        var ledger = new Section(new H2(Words.say("workspace.sending.title")), DeliveryWords.ledger(besluit));
        ledger.addClassName("ve-stack");
        ledger.setTestId("delivery-ledger");
        var card = new Card(
                new Paragraph(besluit.text().inShort()),
                until,
                new NativeDetails(Words.say("besluiten.how"), new DeadlineSteps(term)));
        early(besluit).ifPresent(card::add);
        besluit.letter()
                .ifPresent(letter -> card.add(new Div(ActionLink.download(
                                file -> {
                                    file.setFileName("besluit.pdf");
                                    file.setContentType("application/pdf");
                                    file.getOutputStream()
                                            .write(decisions.letter(
                                                    signedIn.professional(), resident, besluit.id(), letter));
                                },
                                Words.say("besluit.pdf"))
                        .handle("decision-pdf"))));
        card.add(ledger);
        var sent = besluit.sendings().reversed().stream()
                .filter(sending -> sending.sentAt().isPresent())
                .findFirst()
                .orElseThrow();
        if (besluit.failed().isPresent()) {
            card.add(
                    new Notice(Tone.WARN, Words.say("workspace.again.what")),
                    sending(
                            resident,
                            aanvraag,
                            besluit,
                            all,
                            Sending.Channel.BRIEF,
                            "workspace.again",
                            "decision-send-again"));
        } else {
            card.add(failing(resident, aanvraag, besluit, sent));
        }
        return card;
    }

    private static Optional<Component> early(Besluit besluit) {
        return besluit.beforeInquiry().map(why -> new DataSummary().row(Words.say("besluit.early"), text(why)));
    }

    private Component failing(ResidentId resident, Aanvraag aanvraag, Besluit besluit, Sending last) {
        var step = step();
        return NotArrived.of(
                last,
                announcing::state,
                Words.say("workspace.failed.title"),
                "sending-failed",
                why -> attempt(
                        resident,
                        aanvraag.id(),
                        "workspace.failed.kept",
                        () -> decisions.takeOnBesluit(
                                signedIn.professional(),
                                resident,
                                besluit.id(),
                                step,
                                "sending-failed",
                                (now, by, at) -> now.fail(by, last.id(), why))));
    }

    private Optional<Component> penalty(ResidentId resident, Aanvraag aanvraag) {
        return aanvraag.penalty(deadlines).map(penalty -> {
            var today = CalendarDays.dayOf(clock.instant());
            var until = aanvraag.decidedOn().orElse(today);
            var card = new Card(
                    new H2(Words.say("workspace.penalty.title")),
                    new Paragraph(Words.say(
                            "workspace.penalty.what",
                            Dates.day(penalty.firstDay()),
                            Integer.toString(penalty.daysBefore(until)),
                            DecisionLetter.euro(penalty.due(until)))));
            aanvraag.penaltyFixed()
                    .ifPresentOrElse(
                            fixed -> card.add(new Paragraph(
                                    Words.say("workspace.penalty.fixed", DecisionLetter.euro(fixed.euro())))),
                            () -> {
                                var step = step();
                                card.add(new Div(Action.secondary(
                                                Words.say("workspace.penalty.fix"),
                                                _ -> take(
                                                        resident,
                                                        aanvraag,
                                                        step,
                                                        "fix-penalty",
                                                        (now, by, at) -> now.fixPenalty(by, deadlines, at)))
                                        .handle("penalty-fix")));
                            });
            return card.handle("penalty-clock");
        });
    }

    private void take(ResidentId resident, Aanvraag aanvraag, StepId step, String name, Decisions.OnAanvraag verb) {
        attempt(
                resident,
                aanvraag.id(),
                "workspace.decide.done",
                () -> decisions.take(signedIn.professional(), resident, aanvraag.id(), step, name, verb));
    }

    private void attempt(ResidentId resident, ProcedureId aanvraag, String done, Runnable act) {
        Notice said;
        try {
            act.run();
            said = new Notice(Tone.GOOD, Words.say(done));
        } catch (StepRefused refused) {
            said = new Notice(Tone.BAD, Words.say("refused." + refused.reason().key()));
        } catch (SealRefused refused) {
            said = new Notice(Tone.BAD, Words.say("workspace.announce.no-seal"));
        } catch (LetterPost.NotTaken refused) {
            said = new Notice(Tone.BAD, Words.say("workspace.announce.no-post"));
        }
        show(resident, aanvraag, Optional.of(said));
        readFromTop();
    }

    private StepId step() {
        return new StepId(UuidV7.at(clock.instant()));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Component text(String words) {
        var text = new Paragraph(words);
        text.addClassName("ve-text");
        return text;
    }
}
