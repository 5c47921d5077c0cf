package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.ShareCodes;
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
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** "Wie kan mijn gegevens zien?" */
@Route(value = "mijn/toegang", layout = ResidentShell.class)
@PermitAll
class SharingPage extends Page {

    private final transient SignedIn signedIn;
    private final transient AccessRequests requests;
    private final transient Grants grants;
    private final transient CaseAssignments assignments;
    private final transient ShareCodes codes;
    private final transient Emergencies emergencies;
    private final transient Clock clock;

    SharingPage(
            SignedIn signedIn,
            AccessRequests requests,
            Grants grants,
            CaseAssignments assignments,
            ShareCodes codes,
            Emergencies emergencies,
            Clock clock) {
        super(Words.say("sharing.title"));
        this.signedIn = signedIn;
        this.requests = requests;
        this.grants = grants;
        this.assignments = assignments;
        this.codes = codes;
        this.emergencies = emergencies;
        this.clock = clock;
        show();
    }

    private void show() {
        clear();
        lead(Words.say("sharing.lead"));
        var actor = signedIn.resident();
        var today = CalendarDays.dayOf(clock.instant());
        var open = requests.open(actor);
        if (!open.isEmpty()) {
            var section = section(Words.count("sharing.requests", open.size()));
            section.add(
                    list(open.stream().map(request -> asking(request, today)).toList()));
            add(section);
        }
        emergencies.of(actor).stream().filter(Emergency::open).forEach(emergency -> add(inEmergency(emergency)));
        var all = grants.of(actor);
        add(given(all.stream().filter(Grant::live).toList(), today), byLaw(assignments.of(actor)), code());
        add(new Card(
                new H2(Words.say("sharing.mandates.title")),
                new Paragraph(Words.say("sharing.mandates")),
                row(ActionLink.secondary("/mijn/machtigingen", Words.say("sharing.mandates.go")))));
        var ended = all.stream().filter(grant -> !grant.live()).toList();
        if (!ended.isEmpty()) {
            add(ended(ended));
        }
        var refused = requests.refused(actor);
        if (!refused.isEmpty()) {
            add(refused(refused));
        }
    }

    private static Component refused(List<AccessRequest> refused) {
        var list = new UnorderedList();
        list.addClassName("ve-lines");
        for (var request : refused) {
            var item = new ListItem(
                    new Span(People.full(request.by())),
                    ActionLink.quiet("/mijn/toegang/verzoek/" + request.id(), Words.say("refused.evidence"))
                            .heard(request.by().name()));
            item.setTestId("request-refused");
            list.add(item);
        }
        return new NativeDetails(Words.count("sharing.refused", refused.size()), list);
    }

    private static Component inEmergency(Emergency emergency) {
        var notice = new Notice(
                        Tone.WARN,
                        Words.say("nood.by", emergency.by().name()),
                        Words.say(
                                "nood.sharing",
                                Dates.moment(emergency.until().orElseThrow()),
                                People.sections(emergency.sections())))
                .with(row(ActionLink.secondary("/mijn/nood", Words.say("nood.log.go"))));
        notice.setTestId("emergency");
        return notice;
    }

    private static Component asking(AccessRequest request, LocalDate today) {
        var last = Dates.lastDay(request.expiresAt());
        var due = new Paragraph();
        due.addClassName("ve-due");
        due.add(
                new Icon(Icon.Shape.CLOCK),
                new Span(Words.say("home.task.due", Dates.day(last), Dates.left(today, last))));
        return Card.task(
                        new H3(Words.say("home.task.title", request.by().name())),
                        new Paragraph(Words.say(
                                "home.task.what",
                                People.full(request.by()),
                                People.sections(request.terms().sections()))),
                        due,
                        row(ActionLink.primary("/mijn/toegang/verzoek/" + request.id(), Words.say("home.task.go"))
                                .heard(Words.say("home.task.heard", request.by().name()))
                                .handle("access-request-review")))
                .handle("access-request");
    }

    private Component given(List<Grant> live, LocalDate today) {
        var section = section(Words.say("sharing.given"));
        if (live.isEmpty()) {
            section.add(new EmptyState(Words.say("home.sharing.nobody"), Words.say("home.sharing.nobody.why")));
            return section;
        }
        section.add(list(live.stream().map(grant -> grant(grant, today)).toList()));
        return section;
    }

    private Component grant(Grant grant, LocalDate today) {
        var paused = grant.state() == Grant.State.GEPAUZEERD;
        var last = Dates.lastDay(grant.until());
        var head = new Div(
                new H3(grant.to().name()),
                paused
                        ? new Badge(Tone.WARN, Words.say("grant.state.gepauzeerd"))
                        : new Badge(Tone.GOOD, Words.say("grant.state.actief")));
        head.addClassName("ve-row-apart");
        var role = new Paragraph(
                Words.say("log.role", People.role(grant.to().role()), grant.to().organisationName()));
        role.addClassName("ve-soft");
        var facts = new DataSummary()
                .row(Words.say("grant.sections"), People.sections(grant.terms().sections()))
                .row(Words.say("grant.rights"), People.rights(grant.terms().rights()))
                .row(Words.say("grant.purpose"), grant.purpose().text())
                .row(Words.say("grant.until"), Words.say("grant.until.left", Dates.day(last), Dates.left(today, last)));
        if (grant.terms().team()) {
            facts.row(Words.say("grant.team"), Words.say("grant.team.yes"));
        }
        var name = grant.to().name();
        var acts = row(ActionLink.secondary("/mijn/toegang/stoppen/" + grant.id(), Words.say("grant.stop"))
                .heard(Words.say("grant.stop.heard", name))
                .icon(Icon.Shape.STOP)
                .handle("grant-stop"));
        if (paused) {
            acts.add(Action.quiet(Words.say("grant.resume"), _ -> resume(grant))
                    .heard(name)
                    .handle("grant-resume"));
        } else {
            acts.add(Action.quiet(Words.say("grant.pause"), _ -> pause(grant))
                    .heard(name)
                    .icon(Icon.Shape.PAUSE)
                    .handle("grant-pause"));
        }
        acts.add(
                ActionLink.quiet("/mijn/toegang/minder/" + grant.id(), Words.say("grant.narrow"))
                        .heard(name)
                        .handle("grant-narrow"),
                ActionLink.quiet("/mijn/toegang/bewijs/" + grant.id(), Words.say("grant.receipt"))
                        .heard(name)
                        .handle("grant-proof"));
        var card = new Card(head, role, facts);
        if (paused) {
            card.add(new Paragraph(Words.say("grant.paused.what", Dates.moment(grant.stateSince()))));
        }
        card.add(acts);
        return card.handle("grant");
    }

    private void pause(Grant grant) {
        grants.pause(signedIn.resident(), grant.id(), pressed(grant, "grant.pause"));
        show();
        readFromTop();
        Toast.show(Words.say("grant.paused", grant.to().name()), Words.say("undo"), () -> resume(grant));
    }

    /** What the card of a grant says, and the button on it. */
    private static ShownText pressed(Grant grant, String button) {
        return Words.shown(List.of(
                grant.to().name(),
                People.sections(grant.terms().sections()),
                grant.purpose().text(),
                Words.say(button)));
    }

    private void resume(Grant grant) {
        try {
            grants.resume(signedIn.resident(), grant.id(), pressed(grant, "grant.resume"));
            show();
            readFromTop();
            Toast.show(Words.say("grant.resumed", grant.to().name()));
        } catch (ConsentRefused refused) {
            show();
            Toast.show(Refusals.words(refused));
        }
    }

    private static Component byLaw(List<CaseAssignment> tasks) {
        var section = section(Words.say("law.title"));
        section.add(new Paragraph(Words.say("law.lead")));
        if (tasks.isEmpty()) {
            section.add(new EmptyState(Words.say("law.nobody"), Words.say("law.nobody.why")));
        } else {
            section.add(list(tasks.stream().map(SharingPage::task).toList()));
        }
        var how = new Div(new Prose(Words.say("law.objection.1")), new Paragraph(Words.say("law.objection.2")));
        how.addClassName("ve-stack-close");
        section.add(new NativeDetails(Words.say("law.objection"), how));
        return section;
    }

    private static Component task(CaseAssignment task) {
        var role = new Paragraph(
                Words.say("log.role", People.role(task.to().role()), task.to().organisationName()));
        role.addClassName("ve-soft");
        return new Card(
                        new H3(task.to().name()),
                        role,
                        new DataSummary()
                                .row(Words.say("grant.sections"), People.sections(task.sections()))
                                .row(
                                        Words.say("law.statute"),
                                        Words.say("law.statute.what", People.statuteFirst(task.statute())))
                                .row(Words.say("law.until"), Dates.day(Dates.lastDay(task.until()))))
                .handle("by-law");
    }

    private Component code() {
        var section = section(Words.say("code.title"));
        section.add(new Paragraph(Words.say("code.lead")));
        var card = new Card();
        card.tone(Tone.WARM);
        card.addClassName("ve-narrow");
        fill(card, codes.current(signedIn.resident()));
        section.add(card);
        return section;
    }

    private void fill(Card card, ShareCodes.ShareCode code) {
        card.removeAll();
        var text = new Span(code.text());
        text.addClassName("ve-code");
        text.setTestId("share-code");
        text.getElement().setAttribute("translate", "no");
        var how = new UnorderedList(
                new ListItem(Words.say("code.how.phone")),
                new ListItem(Words.say("code.how.paper")),
                new ListItem(Words.say("code.how.only")));
        card.add(
                new Paragraph(Words.say("code.yours")),
                text,
                new Paragraph(Words.say("code.until", Dates.time(code.expiresAt()))),
                how,
                row(Action.secondary(Words.say("code.renew"), _ -> {
                            fill(card, codes.renew(signedIn.resident()));
                            Toast.show(Words.say("code.renewed"));
                        })
                        .handle("share-code-renew")));
    }

    private static Component ended(List<Grant> ended) {
        var list = new UnorderedList();
        list.addClassName("ve-lines");
        for (var grant : ended) {
            var item = new ListItem(
                    new Span(People.full(grant.to())),
                    new Span(Words.say(
                            "grant.ended." + grant.state().name().toLowerCase(java.util.Locale.ROOT),
                            People.sections(grant.terms().sections()),
                            Dates.shortDay(CalendarDays.dayOf(grant.stateSince())))),
                    ActionLink.quiet("/mijn/toegang/bewijs/" + grant.id(), Words.say("grant.receipt"))
                            .heard(grant.to().name()));
            item.setTestId("grant-ended");
            list.add(item);
        }
        return new NativeDetails(Words.count("sharing.ended", ended.size()), list);
    }

    private static Section section(String words) {
        var section = new Section(new H2(words));
        section.addClassName("ve-stack");
        return section;
    }

    private static Component list(List<Component> cards) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        cards.forEach(card -> list.add(new ListItem(card)));
        return list;
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
