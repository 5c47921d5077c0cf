package nl.voorelkaar.portal.workspace.requests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier.Ground;
import nl.voorelkaar.portal.workspace.find.FindDesk;
import nl.voorelkaar.portal.workspace.find.FoundResidents;
import org.jspecify.annotations.Nullable;

/** What this professional asked, and what became of it. No resident has a name here before a yes. */
@Route(value = WorkspacePaths.REQUESTS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class RequestsView extends Page implements BeforeEnterObserver {

    private static final int SHOWN_AT_ONCE = 20;

    private final transient SignedIn signedIn;
    private final transient AccessRequests requests;
    private final transient Answers answers;
    private final transient Caseload caseload;
    private final transient FoundResidents found;
    private final transient FindDesk find;
    private int shown = SHOWN_AT_ONCE;

    RequestsView(
            SignedIn signedIn,
            AccessRequests requests,
            Answers answers,
            Caseload caseload,
            FoundResidents found,
            FindDesk find) {
        super(Words.say("workspace.requests.title"));
        this.signedIn = signedIn;
        this.requests = requests;
        this.answers = answers;
        this.caseload = caseload;
        this.found = found;
        this.find = find;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var ui = event.getUI();
        show();
        SentRequest.take(ui).ifPresent(this::receipt);
    }

    private void receipt(AccessRequest sent) {
        var notice = new Notice(
                        Tone.GOOD,
                        Words.say("workspace.requests.sent.title"),
                        Words.say("workspace.requests.sent", Dates.day(Dates.lastDay(sent.expiresAt()))))
                .spoken();
        notice.setTestId("request-sent");
        addComponentAtIndex(1, notice);
    }

    private void show() {
        clear();
        var actor = signedIn.professional();
        var all = requests.asked(actor);
        var mayAsk = !requests.askable(actor.role()).isEmpty();
        var open = openByRequest();
        var waiting = all.stream()
                .filter(request -> request.state() == AccessRequest.State.AANGEVRAAGD)
                .toList();
        var answered = all.stream()
                .filter(request -> request.state() != AccessRequest.State.AANGEVRAAGD)
                .toList();
        var lists = new Div();
        lists.addClassName("ve-stack-wide");
        if (all.isEmpty()) {
            lists.add(EmptyState.ofPage(
                    Words.say("workspace.requests.none.title"),
                    Words.say(mayAsk ? "workspace.requests.none" : "workspace.requests.none.role")));
        } else {
            lists.add(waiting(waiting, open), answered(answered, open));
        }
        answers.disagreements(actor).forEach(one -> add(disagreed(one)));
        var columns = new Div(lists);
        columns.addClassName("ve-ws-beside");
        if (mayAsk) {
            columns.add(find.toAsk());
        }
        add(columns);
    }

    /** A task for a person: no rule chooses between parents. */
    private Component disagreed(Answers.Disagreement one) {
        var notice = new Notice(
                        Tone.WARN,
                        Words.say("requests.disagreed"),
                        Words.say("requests.disagreed.what", Dates.moment(one.since())))
                .with(Action.secondary(Words.say("requests.disagreed.settle"), _ -> {
                            answers.settle(signedIn.professional(), one.request());
                            show();
                            readFromTop();
                        })
                        .handle("disagreement-settle"));
        notice.setTestId("disagreement");
        return notice;
    }

    private Section waiting(List<AccessRequest> waiting, Map<RequestId, HeldDossier> open) {
        var section = new Section(new H2(Words.say("workspace.requests.waiting")));
        section.addClassName("ve-stack");
        if (waiting.isEmpty()) {
            section.add(new Paragraph(Words.say("workspace.requests.waiting.none")));
        } else {
            section.add(list(waiting, open));
        }
        return section;
    }

    private Section answered(List<AccessRequest> answered, Map<RequestId, HeldDossier> open) {
        var section = new Section(new H2(Words.say("workspace.requests.answered")));
        section.addClassName("ve-stack");
        section.setVisible(!answered.isEmpty());
        var rule = new Paragraph(Words.say("workspace.requests.again.rule"));
        rule.addClassName("ve-soft");
        section.add(rule, list(answered.stream().limit(shown).toList(), open));
        if (answered.size() > shown) {
            section.add(Action.secondary(Words.say("workspace.requests.more"), _ -> {
                shown += SHOWN_AT_ONCE;
                show();
            }));
        }
        return section;
    }

    private UnorderedList list(List<AccessRequest> some, Map<RequestId, HeldDossier> open) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        some.forEach(request -> list.add(new ListItem(card(request, open))));
        return list;
    }

    private Article card(AccessRequest request, Map<RequestId, HeldDossier> open) {
        var dossier = open.get(request.id());
        var named = Optional.ofNullable(dossier).flatMap(HeldDossier::name);
        var name = new Div(new H3(named.orElseGet(() -> Telling.asked(request))), badge(request, dossier != null));
        name.addClassName("ve-row-apart");
        var facts = new Div();
        facts.addClassName("ve-entry-facts");
        named.ifPresent(_ -> facts.add(new Span(Telling.asked(request))));
        Telling.found(request).ifPresent(how -> facts.add(new Span(how)));
        facts.add(
                new Span(People.sections(request.terms().sections())),
                new Span(People.rights(request.terms().rights())),
                new Span(Words.say(
                        "workspace.requests.until",
                        Dates.shortDay(request.terms().until()))));
        if (request.state() == AccessRequest.State.AANGEVRAAGD) {
            facts.add(new Span(
                    Words.say("workspace.requests.lapses", Dates.shortDay(Dates.lastDay(request.expiresAt())))));
        }
        var acts = new Div();
        acts.addClassName("ve-entry-actions");
        acts(request, dossier, acts);
        var card = new Article(name, new Paragraph(request.purpose().text()), facts, acts);
        card.addClassName("ve-entry");
        card.setTestId("request");
        card.getElement().setAttribute("data-state", request.state().name().toLowerCase(java.util.Locale.ROOT));
        return card;
    }

    private void acts(AccessRequest request, @Nullable HeldDossier dossier, Div acts) {
        switch (request.state()) {
            case AANGEVRAAGD ->
                acts.add(Action.quiet(Words.say("workspace.requests.withdraw"), _ -> sure(request, dossier, acts))
                        .heard(Telling.asked(request))
                        .handle("request-withdraw"));
            case GEGEVEN -> {
                if (dossier != null) {
                    acts.add(ActionLink.quiet(
                                    WorkspacePaths.dossier(dossier.handle()), Words.say("workspace.requests.open"))
                            .heard(dossier.name().orElseGet(() -> Telling.asked(request)))
                            .handle("request-open"));
                } else {
                    acts.add(askAgain(request));
                }
            }
            case GEWEIGERD, VERVALLEN, INGETROKKEN_DOOR_VRAGER -> acts.add(askAgain(request));
        }
    }

    private Action askAgain(AccessRequest request) {
        return Action.quiet(Words.say("workspace.requests.again"), _ -> {
                    var handle = found.keepToAskAgain(request);
                    UI.getCurrent().navigate(WorkspacePaths.ask(handle).substring(1));
                })
                .heard(Telling.asked(request))
                .handle("request-again");
    }

    private void sure(AccessRequest request, @Nullable HeldDossier dossier, Div acts) {
        acts.removeAll();
        var question = new Span(Words.say("workspace.requests.withdraw.sure"));
        question.getElement().setAttribute("role", "status");
        var yes = Action.danger(Words.say("workspace.requests.withdraw.yes"), _ -> withdraw(request))
                .handle("request-withdraw-confirm");
        acts.add(question, yes, Action.quiet(Words.say("workspace.requests.withdraw.no"), _ -> {
            acts.removeAll();
            acts(request, dossier, acts);
        }));
        yes.focus();
    }

    private void withdraw(AccessRequest request) {
        try {
            requests.withdraw(signedIn.professional(), request.id());
            show();
            Toast.show(Words.say("workspace.requests.withdrawn"));
        } catch (ConsentRefused late) {
            show();
            Toast.show(Words.say("workspace.requests.withdraw.late"));
        }
    }

    private static Badge badge(AccessRequest request, boolean open) {
        var ended = request.state() == AccessRequest.State.GEGEVEN && !open;
        var key = "workspace.requests.state."
                + request.state().name().toLowerCase(java.util.Locale.ROOT)
                + (ended ? ".ended" : "");
        var tone = switch (request.state()) {
            case AANGEVRAAGD -> Tone.INFO;
            case GEGEVEN -> open ? Tone.GOOD : Tone.QUIET;
            case GEWEIGERD, VERVALLEN, INGETROKKEN_DOOR_VRAGER -> Tone.QUIET;
        };
        return new Badge(tone, Words.say(key));
    }

    /** Which request led to which dossier that is open now. */
    private Map<RequestId, HeldDossier> openByRequest() {
        return caseload.open().stream()
                .flatMap(dossier -> dossier.grounds().stream()
                        .filter(ground -> ground instanceof Ground.ByConsent consent && !consent.standIn())
                        .map(ground ->
                                Map.entry(((Ground.ByConsent) ground).grant().request(), dossier)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    }
}
