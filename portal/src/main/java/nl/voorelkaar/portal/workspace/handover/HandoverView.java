package nl.voorelkaar.portal.workspace.handover;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.HandoverRefused;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.handover.WarmHandovers;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;
import org.jspecify.annotations.Nullable;

/** Handing a case over, and taking one over. Before it is taken over, nobody but the giver reads whose it is. */
@Route(value = WorkspacePaths.HANDOVER, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class HandoverView extends Page implements BeforeEnterObserver {

    /** In characters; what stays behind is told below it. */
    private static final int LONGEST_WORDS = 5_000;

    private final transient SignedIn signedIn;
    private final transient Handovers handovers;
    private final transient WarmHandovers notes;
    private final transient Caseload caseload;
    private final transient Parties parties;
    private final transient StaysBehind staysBehind;
    private final Div problem = new Div();

    HandoverView(
            SignedIn signedIn,
            Handovers handovers,
            WarmHandovers notes,
            Caseload caseload,
            Parties parties,
            StaysBehind staysBehind) {
        super(Words.say("workspace.handover.title"));
        this.signedIn = signedIn;
        this.handovers = handovers;
        this.notes = notes;
        this.caseload = caseload;
        this.parties = parties;
        this.staysBehind = staysBehind;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show(Component... said) {
        clear();
        problem.removeAll();
        lead(Words.say("workspace.handover.lead"));
        add(said);
        add(problem);
        var actor = signedIn.professional();
        var all = handovers.of(actor);
        var people = people(all);
        add(part(
                Words.say("workspace.handover.to-you"),
                listed(all.stream().filter(one -> one.to().equals(actor.id())).toList(), people, true)));
        add(part(Words.say("workspace.handover.start"), starting()));
        var given = all.stream().filter(one -> one.from().equals(actor.id())).toList();
        if (!given.isEmpty()) {
            add(part(Words.say("workspace.handover.by-you"), listed(given, people, false)));
        }
    }

    private Map<PartyId, Party> people(List<Handover> all) {
        return parties.find(
                all.stream().flatMap(one -> Stream.of(one.from(), one.to())).collect(Collectors.toSet()));
    }

    private Component listed(List<Handover> all, Map<PartyId, Party> people, boolean toMe) {
        if (all.isEmpty()) {
            return new Paragraph(Words.say("workspace.handover.to-you.none"));
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        all.forEach(one -> list.add(new ListItem(card(one, people, toMe))));
        return list;
    }

    private Component card(Handover one, Map<PartyId, Party> people, boolean toMe) {
        var other = Optional.ofNullable(people.get(toMe ? one.from() : one.to()))
                .map(Party::name)
                .orElse("");
        var open = one.state() == Handover.State.AANGEBODEN;
        var head = new Div(
                new H3(Words.say(toMe ? "workspace.handover.from" : "workspace.handover.to", other)),
                new Badge(
                        open ? Tone.WARN : Tone.QUIET,
                        Words.say("handover.state." + one.state().name().toLowerCase(Locale.ROOT))));
        head.addClassName("ve-row-apart");
        var card = new Card(
                head,
                new Paragraph(Words.list(
                        one.statutes().stream().map(People::statuteFirst).toList())),
                new Paragraph(Words.say("workspace.handover.when", Dates.moment(one.offeredAt()))));
        if (toMe && one.state() == Handover.State.AANVAARD) {
            note(one).ifPresent(note -> card.add(said(note)));
        }
        if (open && toMe) {
            card.add(beside(
                    Action.primary(
                                    Words.say("workspace.handover.accept"),
                                    _ -> tried(() -> {
                                        handovers.accept(signedIn.professional(), one.id());
                                        show();
                                        problem.add(accepted(one).spoken());
                                    }))
                            .heard(other)
                            .handle("handover-accept"),
                    Action.secondary(
                                    Words.say("workspace.handover.decline"),
                                    _ -> tried(() -> {
                                        handovers.decline(signedIn.professional(), one.id());
                                        show(new Notice(Tone.GOOD, Words.say("workspace.handover.declined")).spoken());
                                    }))
                            .heard(other)
                            .handle("handover-decline")));
        } else if (open) {
            card.add(beside(Action.secondary(
                            Words.say("workspace.handover.withdraw"),
                            _ -> tried(() -> {
                                handovers.withdraw(signedIn.professional(), one.id());
                                show(new Notice(Tone.GOOD, Words.say("workspace.handover.withdrawn")).spoken());
                            }))
                    .heard(other)
                    .handle("handover-withdraw")));
        }
        return card.handle("handover");
    }

    private Optional<String> note(Handover one) {
        try {
            return Optional.of(notes.note(signedIn.professional(), one.id()));
        } catch (AccessRefused over) {
            return Optional.empty();
        }
    }

    private Notice accepted(Handover one) {
        var said = new Notice(Tone.GOOD, Words.say("workspace.handover.accepted"));
        caseload.open().stream()
                .filter(dossier -> dossier.resident().equals(one.of()))
                .findFirst()
                .ifPresent(dossier -> said.with(ActionLink.primary(
                                WorkspacePaths.dossier(dossier.handle()), Words.say("workspace.handover.open"))
                        .handle("handover-open")));
        said.setTestId("handover-accepted");
        return said;
    }

    private Component starting() {
        var cases = caseload.open().stream()
                .filter(dossier -> dossier.grounds().stream().anyMatch(HeldDossier.Ground.ByLaw.class::isInstance))
                .toList();
        var colleagues = parties.colleagues(signedIn.professional());
        if (cases.isEmpty() || colleagues.isEmpty()) {
            return new EmptyState(Words.say("workspace.handover.no-case"), Words.say("workspace.handover.no-case.why"));
        }
        var id = new HandoverId(UUID.randomUUID());
        var errors = new ErrorSummary();
        var which = new Choice<HeldDossier>(
                        Words.say("workspace.handover.which"),
                        cases,
                        HeldDossier::handle,
                        dossier -> dossier.name().orElseGet(() -> Words.say("workspace.dossiers.noname")))
                .none(Words.say("workspace.handover.choose"))
                .handle("handover-case");
        which.setValue(null);
        var to = new Choice<Party>(
                        Words.say("workspace.handover.colleague"),
                        colleagues,
                        party -> party.id().toString(),
                        party -> Words.say("workspace.assign.row", party.name(), People.role(party.role())))
                .none(Words.say("workspace.handover.choose"))
                .handle("handover-to");
        to.setValue(null);
        var note = new TextArea(Words.say("workspace.handover.note"))
                .hint(Words.say("workspace.handover.note.hint"))
                .rows(6)
                .counted(LONGEST_WORDS)
                .handle("handover-note");
        var behind = new Div();
        behind.setTestId("handover-behind");
        which.addValueChangeListener(_ -> {
            behind.removeAll();
            staysBehind(which.getValue()).ifPresent(words -> behind.add(new Notice(Tone.INFO, words).spoken()));
        });
        var form = new Form(
                () -> {
                    var dossier = which.getValue();
                    var party = to.getValue();
                    var words = note.getValue();
                    var fine = errors.begin()
                            .need(dossier != null, which, Words.say("workspace.handover.which.missing"))
                            .need(party != null, to, Words.say("workspace.handover.colleague.missing"))
                            .need(!words.isBlank(), note, Words.say("workspace.handover.note.missing"))
                            .need(words.length() <= LONGEST_WORDS, note, Words.say("consult.refused.too_much_text"))
                            .fine();
                    if (fine && dossier != null && party != null) {
                        try {
                            notes.offer(
                                    signedIn.professional(), id, dossier.resident(), party.id(), note(dossier, words));
                            show();
                            problem.add(new Notice(Tone.GOOD, Words.say("workspace.handover.offered", party.name()))
                                    .spoken());
                            readFromTop();
                        } catch (HandoverRefused refused) {
                            errors.begin().need(false, to, words(refused)).fine();
                        } catch (AccessRefused refused) {
                            errors.begin()
                                    .need(false, which, Words.say("handover.refused.nothing_to_hand_over"))
                                    .fine();
                        }
                    }
                },
                which,
                to,
                note,
                new Paragraph(Words.say("workspace.handover.told")),
                behind,
                beside(Action.submit(Words.say("workspace.handover.send")).handle("handover-start")));
        var card = new Card(errors, form);
        card.addClassName("ve-narrow");
        return card;
    }

    private Optional<String> staysBehind(@Nullable HeldDossier dossier) {
        return dossier == null ? Optional.empty() : staysBehind.of(signedIn.professional(), dossier.resident());
    }

    private String note(HeldDossier dossier, String words) {
        return staysBehind(dossier)
                .map(behind -> words.strip() + "\n\n" + behind)
                .orElse(words);
    }

    private void tried(Runnable act) {
        try {
            act.run();
        } catch (HandoverRefused refused) {
            show();
            problem.add(new Notice(Tone.BAD, words(refused)).spoken());
        }
        readFromTop();
    }

    private static String words(HandoverRefused refused) {
        return Words.say("handover.refused." + refused.reason().name().toLowerCase(Locale.ROOT));
    }
}
