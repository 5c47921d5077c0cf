package nl.voorelkaar.portal.resident.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.log.LogLines;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Printed;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.beans.factory.ObjectProvider;

@Route(value = "mijn", layout = ResidentShell.class)
@PermitAll
class HomePage extends Page {

    /** A grant that ends within this many days is told among the tasks (DOMAIN §2.5). */
    private static final int SOON = 14;

    HomePage(
            SignedIn signedIn,
            AccessRequests requests,
            Grants grants,
            CaseAssignments assignments,
            Ledger ledger,
            Dossiers dossiers,
            Procedures procedures,
            ObjectProvider<Tasks> others,
            Clock clock) {
        super(Words.say("home.title", signedIn.name()));
        lead(Words.say("home.lead"));
        welcome();
        var actor = signedIn.resident();
        var today = CalendarDays.dayOf(clock.instant());
        var given = grants.of(actor);
        var live = given.stream().filter(Grant::live).toList();
        var left = new Div(shared(actor, live, assignments), latest(actor, dossiers));
        left.addClassName("ve-stack-wide");
        var columns = new Div(left, looked(actor, given, ledger));
        columns.addClassNames("ve-two", "ve-two-even");
        var more =
                others.orderedStream().flatMap(part -> part.of(actor).stream()).toList();
        add(Printed.inside(tasks(requests.open(actor), live, more, today)));
        UnderWay.of(procedures.heads(actor)).ifPresent(card -> {
            var running = section(Words.say("home.under-way"));
            running.add(card);
            add(Printed.inside(running));
        });
        add(Printed.inside(columns));
    }

    private static Component tasks(List<AccessRequest> open, List<Grant> live, List<Tasks.Task> more, LocalDate today) {
        var cards = new ArrayList<Component>();
        open.forEach(request -> cards.add(task(request, today)));
        more.stream()
                .sorted(Comparator.comparing(task -> task.before().orElse(LocalDate.MAX)))
                .forEach(task -> cards.add(task(task, today)));
        live.stream()
                .filter(grant -> ChronoUnit.DAYS.between(today, Dates.lastDay(grant.until())) <= SOON)
                .forEach(grant -> cards.add(ending(grant, today)));
        var section = section(Words.say("home.tasks"));
        if (cards.isEmpty()) {
            section.add(new EmptyState(Words.say("home.tasks.none"), Words.say("home.tasks.none.why")));
        } else {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            cards.forEach(card -> list.add(new ListItem(card)));
            section.add(list);
        }
        section.add(ActionLink.secondary("/mijn/melding", Words.say("melding.title"))
                .icon(Icon.Shape.HEART)
                .handle("help-ask"));
        return section;
    }

    private static Component task(AccessRequest request, LocalDate today) {
        return Card.task(
                        new H3(Words.say("home.task.title", request.by().name())),
                        new Paragraph(Words.say(
                                "home.task.what",
                                People.full(request.by()),
                                People.sections(request.terms().sections()))),
                        due("home.task.due", Dates.lastDay(request.expiresAt()), today),
                        row(ActionLink.primary("/mijn/toegang/verzoek/" + request.id(), Words.say("home.task.go"))
                                .heard(Words.say("home.task.heard", request.by().name()))
                                .handle("access-request-review")))
                .handle("access-request");
    }

    private static Component task(Tasks.Task task, LocalDate today) {
        var card = Card.task(new H3(task.title()), new Paragraph(task.what()));
        task.before().ifPresent(last -> card.add(due("home.task.before", last, today)));
        card.add(row(ActionLink.primary(task.path(), task.go()).heard(task.title())));
        return card.handle("task");
    }

    private static Component due(String words, LocalDate last, LocalDate today) {
        var due = new Paragraph();
        due.add(new Icon(Icon.Shape.CLOCK), new Span(Words.say(words, Dates.day(last), Dates.left(today, last))));
        due.addClassName("ve-due");
        if (ChronoUnit.DAYS.between(today, last) <= 3) {
            due.getElement().setAttribute("data-soon", true);
        }
        return due;
    }

    private static Component ending(Grant grant, LocalDate today) {
        var last = Dates.lastDay(grant.until());
        return Card.task(
                new H3(Words.say("home.ending.title", grant.to().name())),
                new Paragraph(Words.say("home.ending.what", Dates.day(last), Dates.left(today, last))));
    }

    private static Component shared(Actor.Resident actor, List<Grant> live, CaseAssignments assignments) {
        var section = section(Words.say("sharing.title"));
        var byLaw = (int) assignments.of(actor).stream()
                .map(task -> task.to().id())
                .distinct()
                .count();
        if (live.isEmpty()) {
            section.add(new EmptyState(Words.say("home.sharing.nobody"), Words.say("home.sharing.nobody.why")));
        } else {
            var list = new UnorderedList();
            list.addClassName("ve-lines");
            live.forEach(grant -> list.add(shared(grant)));
            section.add(new Card(list));
        }
        if (byLaw > 0) {
            section.add(new Paragraph(Words.count("home.sharing.law", byLaw)));
        }
        section.add(ActionLink.secondary("/mijn/toegang", Words.say("home.sharing.all")));
        return section;
    }

    private static ListItem shared(Grant grant) {
        var name = new H3(grant.to().name());
        var head = new Div(name);
        head.addClassName("ve-row-apart");
        if (grant.state() == Grant.State.GEPAUZEERD) {
            head.add(new Badge(Tone.QUIET, Words.say("grant.state.gepauzeerd")));
        }
        var role = new Paragraph(
                Words.say("log.role", People.role(grant.to().role()), grant.to().organisationName()));
        role.addClassNames("ve-soft", "ve-small");
        var item = new ListItem(
                head,
                role,
                new Paragraph(Words.say(
                        "home.sharing.what",
                        People.sections(grant.terms().sections()),
                        Dates.shortDay(Dates.lastDay(grant.until())))),
                ActionLink.quiet("/mijn/toegang/stoppen/" + grant.id(), Words.say("grant.stop"))
                        .heard(Words.say("grant.stop.heard", grant.to().name()))
                        .icon(Icon.Shape.STOP)
                        .handle("grant-stop"));
        item.setTestId("grant");
        return item;
    }

    private static Component looked(Actor.Resident actor, List<Grant> given, Ledger ledger) {
        var looked = section(Words.say("home.looked"));
        var lines = byOthers(actor, ledger);
        if (lines.isEmpty()) {
            looked.add(new EmptyState(Words.say("home.looked.nobody"), Words.say("home.looked.nobody.why")));
        } else {
            looked.add(new Card(new LogLines(lines, given)));
        }
        looked.add(ActionLink.secondary("/mijn/logboek", Words.say("home.looked.all")));
        return looked;
    }

    /** The newest lines of other people, looked for among what the resident did too: not without end. */
    private static List<LedgerLine> byOthers(Actor.Resident actor, Ledger ledger) {
        var found = new ArrayList<LedgerLine>();
        var before = Optional.<Long>empty();
        for (int page = 0; page < 4 && found.size() < 3; page++) {
            var read = ledger.read(
                    actor,
                    new Ledger.Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), before, 50));
            read.lines().stream().filter(HomePage::worthKnowing).forEach(found::add);
            before = read.next();
            if (before.isEmpty()) {
                break;
            }
        }
        return found.stream().limit(3).toList();
    }

    /** A name in a colleague's list is in the log; on the front page it would crowd out who really looked. */
    private static boolean worthKnowing(LedgerLine line) {
        return line.by().isPresent() && line.kind() != LedgerEvent.Kind.LISTED;
    }

    private static Component latest(Actor.Resident actor, Dossiers dossiers) {
        var latest = section(Words.say("home.latest"));
        var entries = dossiers.timeline(actor, Optional.empty(), 2).entries();
        if (entries.isEmpty()) {
            latest.add(new EmptyState(
                    Words.say("home.latest.none"),
                    Words.say("home.latest.none.why"),
                    ActionLink.primary("/mijn/dossier/nieuw", Words.say("dossier.add"))
                            .icon(Icon.Shape.PLUS)));
        } else {
            entries.forEach(entry -> latest.add(DossierReading.own(entry)));
            latest.add(ActionLink.secondary("/mijn/dossier", Words.say("home.latest.all")));
        }
        return latest;
    }

    private static Section section(String words) {
        var section = new Section(new H2(words));
        section.addClassName("ve-stack");
        return section;
    }

    private static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("ve-row");
        return row;
    }
}
