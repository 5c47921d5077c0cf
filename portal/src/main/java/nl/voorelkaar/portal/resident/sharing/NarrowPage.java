package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Sharing less than before, at once. What is shared now is ticked: unticking takes it away. */
@Route(value = "mijn/toegang/minder/:grant", layout = ResidentShell.class)
@PermitAll
class NarrowPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Grants grants;
    private final transient Clock clock;

    NarrowPage(SignedIn signedIn, Grants grants, Clock clock) {
        this.signedIn = signedIn;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/toegang", Words.say("sharing.title")));
        show(grants.find(signedIn.resident(), new GrantId(AddressId.in(event, "grant"))));
    }

    private void show(Grant grant) {
        clear();
        var name = grant.to().name();
        title(Words.say("narrow.title", name));
        if (!grant.live()) {
            add(
                    new Notice(Tone.INFO, Words.say("consent.refused.has_ended")),
                    ActionLink.primary("/mijn/toegang", Words.say("receipt.to-sharing")));
            return;
        }
        lead(Words.say("narrow.lead"));
        var now = grant.terms();
        var today = CalendarDays.dayOf(clock.instant());
        var errors = new ErrorSummary();
        var sections = new CheckGroup<>(
                Words.say("request.choose", name),
                People.inOrder(now.sections()),
                People::section,
                section -> Optional.of(People.about(section)),
                section -> "grant-section-" + section.code());
        sections.setValue(now.sections());
        var until = new DayField(Words.say("request.choose.until"))
                .hint(Words.say("request.choose.until.hint", Dates.day(now.until())))
                .between(today, now.until())
                .handle("grant-until");
        until.setValue(now.until());
        var add = new Check(Words.say("request.choose.add", name)).handle("grant-add");
        add.setVisible(now.rights().contains(Right.ADD));
        add.setValue(now.rights().contains(Right.ADD));
        var team = new Check(Words.say("request.choose.team")).handle("grant-team");
        team.setVisible(now.team());
        team.setValue(now.team());
        var problem = new Div();
        var acts = new Div(
                Action.submit(Words.say("narrow.save")).handle("grant-narrow-confirm"),
                ActionLink.quiet("/mijn/toegang", Words.say("stop.cancel")));
        acts.addClassName("ve-row");
        var form = new Form(
                () -> {
                    LocalDate last = until.getValue();
                    var fine = errors.begin()
                            .need(!sections.getValue().isEmpty(), sections, Words.say("narrow.nothing"))
                            .need(last != null, until, Words.say("request.until.missing"))
                            .need(
                                    last == null || !last.isAfter(now.until()),
                                    until,
                                    Words.say("request.until.late", Dates.day(now.until())))
                            .fine();
                    if (fine && last != null) {
                        var rights = add.getValue() ? Set.of(Right.READ, Right.ADD) : Set.of(Right.READ);
                        narrow(grant, new Terms(sections.getValue(), rights, last, team.getValue()), problem);
                    }
                },
                sections,
                until,
                add,
                team,
                acts);
        var card = new Card(errors, problem, form);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void narrow(Grant grant, Terms terms, Div problem) {
        try {
            var narrowed = grants.narrow(
                    signedIn.resident(),
                    grant.id(),
                    terms,
                    Words.shown(List.of(
                            Words.say("narrow.title", grant.to().name()),
                            Words.say("narrow.lead"),
                            People.sections(terms.sections()),
                            Dates.day(terms.until()),
                            Words.say("narrow.save"))));
            UI.getCurrent().navigate("mijn/toegang/bewijs/" + narrowed.id());
        } catch (ConsentRefused refused) {
            if (refused.reason() == ConsentRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain("/mijn/toegang/minder/" + grant.id());
                return;
            }
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, Refusals.words(refused)).spoken());
        }
    }
}
