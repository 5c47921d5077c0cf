package nl.voorelkaar.portal.workspace.assigning;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.FoundResidents;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;
import nl.voorelkaar.portal.workspace.find.OwnDossiers;

/** Giving a colleague the case of a resident who was found before. */
@Route(value = WorkspacePaths.ASSIGN + "/:found", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class AssignView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient CaseAssignments cases;
    private final transient Parties parties;
    private final transient FoundResidents found;
    private final transient OwnDossiers own;
    private final transient Clock clock;

    AssignView(
            SignedIn signedIn,
            CaseAssignments cases,
            Parties parties,
            FoundResidents found,
            OwnDossiers own,
            Clock clock) {
        super(Words.say("workspace.assign.new"));
        this.signedIn = signedIn;
        this.cases = cases;
        this.parties = parties;
        this.found = found;
        this.own = own;
        this.clock = clock;
        trail(new Crumb("/" + WorkspacePaths.ASSIGN, Words.say("workspace.assign.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!signedIn.professional().role().assignsCases()) {
            throw new NotFoundException();
        }
        clear();
        var handle = event.getRouteParameters().get("found").orElse("");
        found.find(handle).ifPresentOrElse(who -> show(handle, who), this::showGone);
    }

    private void showGone() {
        add(EmptyState.ofPage(
                Words.say("workspace.ask.gone.title"),
                Words.say("workspace.ask.gone"),
                ActionLink.primary("/" + WorkspacePaths.ASSIGN, Words.say("workspace.ask.gone.find"))));
    }

    private void show(String handle, FoundResidents.Found who) {
        if (own.attemptedBy(signedIn.professional(), who.resident())) {
            add(new OwnDossierNotice());
            return;
        }
        lead(Words.say("workspace.assign.lead"));
        var colleagues = parties.colleagues(signedIn.professional());
        if (colleagues.isEmpty()) {
            add(new Paragraph(Words.say("workspace.assign.to.none")));
            return;
        }
        var today = CalendarDays.dayOf(clock.instant());
        var errors = new ErrorSummary();
        var to = new Choice<Party>(
                        Words.say("workspace.assign.to"),
                        colleagues,
                        party -> party.id().toString(),
                        party -> Words.say("workspace.assign.row", party.name(), People.role(party.role())))
                .none(Words.say("workspace.assign.to.choose"))
                .handle("assign-to");
        var statute = new Choice<String>(
                        Words.say("workspace.assign.statute"), cases.statutes(), code -> code, People::statuteFirst)
                .none(Words.say("workspace.assign.statute.choose"))
                .handle("assign-statute");
        var until = new DayField(Words.say("workspace.assign.until"))
                .between(today, today.plusMonths(12))
                .handle("assign-until");
        to.setValue(null);
        statute.setValue(null);
        until.setValue(today.plusMonths(6));
        var form = new Form(
                () -> {
                    var party = to.getValue();
                    var law = statute.getValue();
                    var last = until.getValue();
                    errors.begin()
                            .need(party != null, to, Words.say("workspace.assign.error.to"))
                            .need(law != null, statute, Words.say("workspace.assign.error.statute"))
                            .need(
                                    last != null && !last.isBefore(today),
                                    until,
                                    Words.say("workspace.ask.error.until.past"));
                    if (!errors.fine() || party == null || law == null || last == null) {
                        return;
                    }
                    try {
                        cases.assign(signedIn.professional(), who.resident(), party.id(), law, last);
                        found.forget(handle);
                        new Given(party.name(), last).carry(UI.getCurrent());
                        UI.getCurrent().navigate(AssignmentsView.class);
                    } catch (ConsentRefused refused) {
                        var byName = refused.reason() == ConsentRefused.Reason.REFUSED_BY_NAME;
                        errors.begin()
                                .need(
                                        false,
                                        to,
                                        Words.say(
                                                byName
                                                        ? "handover.refused.refused_by_name"
                                                        : "workspace.assign.error.refused"))
                                .fine();
                    } catch (AccessRefused refused) {
                        errors.begin()
                                .need(false, to, Words.say("workspace.assign.error.refused"))
                                .fine();
                    }
                },
                to,
                statute,
                until,
                new Div(Action.submit(Words.say("workspace.assign.submit")).handle("assign-send")));
        var card = new Section(errors, form);
        card.addClassNames("ve-card", "ve-narrow");
        add(card);
    }
}
