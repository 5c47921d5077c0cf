package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Answering one request: choosing what becomes visible while seeing exactly that, checking, and saying yes; or saying
 * no. Nothing wider than asked can be chosen, and nothing is ticked beforehand.
 */
@Route(value = "mijn/toegang/verzoek/:request", layout = ResidentShell.class)
@PermitAll
class RequestPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient AccessRequests requests;
    private final transient Grants grants;
    private final transient Dossiers dossiers;
    private final transient Clock clock;
    private transient AccessRequest request;
    private transient Answer answer;

    @SuppressWarnings("NullAway.Init")
    RequestPage(SignedIn signedIn, AccessRequests requests, Grants grants, Dossiers dossiers, Clock clock) {
        this.signedIn = signedIn;
        this.requests = requests;
        this.grants = grants;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/toegang", Words.say("sharing.title")));
        request = requests.find(signedIn.resident(), new RequestId(AddressId.in(event, "request")));
        if (request.state() != AccessRequest.State.AANGEVRAAGD) {
            closed();
            return;
        }
        answer = Answer.to(request.id(), request.terms());
        if (answer.checking() && !answer.sections().isEmpty() && answer.until() != null) {
            check(answer.until());
        } else {
            choose();
        }
    }

    private String name() {
        return request.by().name();
    }

    private void closed() {
        clear();
        title(Words.say("request.title", name()));
        var state = request.state().name().toLowerCase(Locale.ROOT);
        add(new Notice(Tone.INFO, Words.say("request.closed." + state, name())));
        if (request.state() == AccessRequest.State.GEWEIGERD) {
            add(new Evidence(grants.records(signedIn.resident(), request.id())));
        }
        grants.of(signedIn.resident()).stream()
                .filter(grant -> grant.request().equals(request.id()))
                .findFirst()
                .ifPresent(grant ->
                        add(ActionLink.primary("/mijn/toegang/bewijs/" + grant.id(), Words.say("grant.receipt"))));
        add(ActionLink.secondary("/mijn/toegang", Words.say("receipt.to-sharing")));
    }

    private void choose() {
        clear();
        title(Words.say("request.title", name()));
        lead(Words.say("request.lead"));
        var today = CalendarDays.dayOf(clock.instant());
        var asked = request.terms();
        var facts = new DataSummary()
                .row(Words.say("request.who"), People.full(request.by()))
                .row(Words.say("request.why"), quoted(request.purpose().text()))
                .row(Words.say("request.no"), quoted(request.whatIfNo().text()))
                .row(
                        Words.say("request.rights"),
                        Words.say(
                                "request.rights.what",
                                People.rights(asked.rights()),
                                People.sections(asked.sections())))
                .row(Words.say("request.until"), Dates.day(asked.until()))
                .row(
                        Words.say("request.decide"),
                        Words.say(
                                "grant.until.left",
                                Dates.day(Dates.lastDay(request.expiresAt())),
                                Dates.left(today, Dates.lastDay(request.expiresAt()))));
        var free = new Notice(Tone.INFO, Words.say("request.free"));
        free.setTestId("request-free");
        add(new Card(facts), free, choosing(asked, today), refusing());
    }

    private Component choosing(Terms asked, LocalDate today) {
        var preview = new Div();
        preview.addClassName("ve-preview");
        preview.setTestId("grant-preview");
        var errors = new ErrorSummary();
        var sections = new CheckGroup<>(
                Words.say("request.choose", name()),
                People.inOrder(asked.sections()),
                People::section,
                section -> Optional.of(People.about(section)),
                section -> "grant-section-" + section.code());
        var until = new DayField(Words.say("request.choose.until"))
                .hint(Words.say("request.choose.until.hint", Dates.day(asked.until())))
                .between(today, asked.until())
                .handle("grant-until");
        var add = new Check(Words.say("request.choose.add", name())).handle("grant-add");
        add.setVisible(asked.rights().contains(Right.ADD));
        var team = new Check(Words.say("request.choose.team"))
                .hint(Words.say("request.choose.team.hint", name()))
                .handle("grant-team");
        team.setVisible(asked.team());
        sections.setValue(answer.sections());
        until.setValue(answer.until());
        add.setValue(answer.add());
        team.setValue(answer.team());
        Runnable chosen = () -> {
            answer = new Answer(
                    Set.copyOf(sections.getValue()), until.getValue(), add.getValue(), team.getValue(), false);
            answer.keep(request.id());
            preview(preview, answer.until());
        };
        sections.addValueChangeListener(_ -> chosen.run());
        until.addValueChangeListener(_ -> chosen.run());
        add.addValueChangeListener(_ -> chosen.run());
        team.addValueChangeListener(_ -> chosen.run());

        var all = Action.quiet(Words.say("request.choose.all"), _ -> sections.setValue(asked.sections()))
                .handle("grant-all");
        var head =
                new Div(new H2(Words.say("request.preview", name())), new Paragraph(Words.say("request.preview.how")));
        head.addClassName("ve-stack-close");
        var seen = new Section(head, preview);
        seen.addClassNames("ve-stack", "ve-choosing-preview");
        var choices = new Card(sections, all, until, add, team);
        choices.addClassName("ve-choosing-choices");
        var onward = row(Action.submit(Words.say("request.to-check")).handle("grant-check"));
        onward.addClassName("ve-choosing-onward");
        preview(preview, answer.until());
        var form = new Form(
                () -> {
                    chosen.run();
                    var last = until.getValue();
                    var fine = errors.begin()
                            .need(!answer.sections().isEmpty(), sections, Words.say("request.nothing-chosen", name()))
                            .need(last != null, until, Words.say("request.until.missing"))
                            .need(
                                    last == null || !last.isBefore(today),
                                    until,
                                    Words.say("consent.refused.until_in_the_past"))
                            .need(
                                    last == null || !last.isAfter(asked.until()),
                                    until,
                                    Words.say("request.until.late", Dates.day(asked.until())))
                            .fine();
                    if (fine && last != null) {
                        answer = answer.checking(true);
                        answer.keep(request.id());
                        check(last);
                        readFromTop();
                    }
                },
                choices,
                seen,
                onward);
        form.addClassName("ve-choosing");
        var whole = new Div(errors, form);
        whole.addClassName("ve-stack");
        return whole;
    }

    private void preview(Div place, @Nullable LocalDate until) {
        place.removeAll();
        if (answer.sections().isEmpty()) {
            place.add(new EmptyState(
                    Words.say("request.preview.nothing", name()), Words.say("request.preview.nothing.how")));
            return;
        }
        var last = until == null || until.isAfter(request.terms().until())
                ? request.terms().until()
                : until;
        place.add(new DossierReading(dossiers.preview(signedIn.resident(), request.id(), answer.terms(last))));
    }

    private Component refusing() {
        var box = new Div();
        box.addClassNames("ve-card", "ve-narrow");
        var heading = new H2(Words.say("refuse.title"));
        var free = Words.say("refuse.text");
        var sure = Words.say("refuse.sure.text", name());
        var yes = Words.say("refuse.sure");
        box.add(heading, new Paragraph(free));
        box.add(Action.secondary(Words.say("refuse.go"), click -> {
                    box.remove(click.getSource());
                    var confirm = Action.danger(yes, _ -> refuse(Words.shown(List.of(free, sure, yes))))
                            .handle("grant-refuse-confirm");
                    box.add(new Paragraph(sure), row(confirm));
                    confirm.focus();
                })
                .handle("grant-refuse"));
        return box;
    }

    private void refuse(ShownText shown) {
        requests.refuse(signedIn.resident(), request.id(), shown);
        Answer.forget(request.id());
        clear();
        title(Words.say("refused.title"));
        add(
                new Notice(Tone.GOOD, Words.say("refused.text", name())),
                new Paragraph(Words.say("refused.next")),
                row(
                        ActionLink.primary("/mijn", Words.say("refused.home")),
                        ActionLink.secondary(path(), Words.say("refused.evidence"))));
        readFromTop();
    }

    private void check(LocalDate last) {
        clear();
        title(Words.say("check.title"));
        lead(Words.say("check.lead"));
        var terms = answer.terms(last);
        var declaration = Declaration.of(request.by(), terms, request.purpose());
        var sentences = new UnorderedList();
        sentences.setTestId("grant-declaration");
        declaration.sentences().forEach(sentence -> sentences.add(new ListItem(sentence)));
        var problem = new Div();
        var confirm = Action.primary(Words.say("check.confirm", name()), _ -> give(terms, declaration, problem))
                .handle("grant-confirm");
        var change = Action.secondary(Words.say("check.change"), _ -> {
                    answer = answer.checking(false);
                    answer.keep(request.id());
                    choose();
                    readFromTop();
                })
                .handle("grant-change");
        var card = new Card(new H2(Words.say("check.you-say")), sentences, problem);
        if (!signedIn.recently()) {
            card.add(new Notice(Tone.INFO, Words.say("check.sign-in-again")));
        }
        card.add(row(confirm, change));
        card.addClassName("ve-narrow");
        add(previewed(last), card);
    }

    /** Once more what becomes visible, before the yes. */
    private Component previewed(LocalDate last) {
        var place = new Div();
        place.addClassName("ve-preview");
        place.setTestId("grant-preview");
        preview(place, last);
        var seen = new Section(new H2(Words.say("request.preview", name())), place);
        seen.addClassNames("ve-stack", "ve-narrow");
        return seen;
    }

    private void give(Terms terms, Declaration declaration, Div problem) {
        if (!signedIn.recently()) {
            signedIn.signInAgain(path());
            return;
        }
        try {
            var grant = grants.give(signedIn.resident(), request.id(), terms, declaration.shown());
            Answer.forget(request.id());
            UI.getCurrent().navigate("mijn/toegang/bewijs/" + grant.id());
        } catch (ConsentRefused refused) {
            if (refused.reason() == ConsentRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain(path());
                return;
            }
            if (refused.reason() == ConsentRefused.Reason.NO_LONGER_OPEN) {
                Answer.forget(request.id());
                request = requests.find(signedIn.resident(), request.id());
                closed();
                readFromTop();
                return;
            }
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, Refusals.words(refused)).spoken());
        }
    }

    private String path() {
        return "/mijn/toegang/verzoek/" + request.id();
    }

    private static Component quoted(String text) {
        var words = new Div(text);
        words.addClassName("ve-text");
        return words;
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
