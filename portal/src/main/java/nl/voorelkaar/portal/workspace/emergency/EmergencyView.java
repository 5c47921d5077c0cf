package nl.voorelkaar.portal.workspace.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.portal.access.ScreenWatch;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Shell;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;

/**
 * One emergency access: to confirm, the opened dossier while it lasts, and what is left after; for the privacy officer,
 * the review. Only reading: no file of it can be brought home.
 */
@Route(value = WorkspacePaths.EMERGENCY + "/:emergency", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class EmergencyView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Emergencies emergencies;
    private final transient Dossiers dossiers;
    private final transient ScreenWatch watch;
    private final transient Clock clock;

    EmergencyView(SignedIn signedIn, Emergencies emergencies, Dossiers dossiers, ScreenWatch watch, Clock clock) {
        this.signedIn = signedIn;
        this.emergencies = emergencies;
        this.dossiers = dossiers;
        this.watch = watch;
        this.clock = clock;
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.EMERGENCY, Words.say("workspace.nood.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(find(new EmergencyId(AddressId.in(event, "emergency"))));
    }

    private Emergency find(EmergencyId id) {
        try {
            return emergencies.find(signedIn.professional(), id);
        } catch (AccessRefused notThere) {
            throw new NotFoundException();
        }
    }

    /** The name stays out of the browser's history and out of the titles of windows. */
    @Override
    public String getPageTitle() {
        return titled(Words.say("workspace.nood.title") + ", " + Words.say("workspace.nood.one.title"));
    }

    private void show(Emergency emergency) {
        clear();
        var actor = signedIn.professional();
        if (actor.role() == Role.FG) {
            title(Words.say("workspace.nood.one", emergency.by().name()));
            add(new ReviewSheet(actor, emergencies, clock, emergency, this::show));
            return;
        }
        switch (emergency.state()) {
            case AANGEVRAAGD -> toConfirm(emergency);
            case ACTIEF -> opened(emergency);
            default -> over(emergency);
        }
    }

    private void toConfirm(Emergency emergency) {
        title(Words.say("workspace.nood.check"));
        lead(Words.say("workspace.nood.check.lead"));
        var card = new Card(
                new DataSummary()
                        .row(Words.say("workspace.nood.check.reason"), EmergencyWords.reason(emergency.reason()))
                        .row(Words.say("workspace.nood.check.sections"), People.sections(emergency.sections()))
                        .row(
                                Words.say("workspace.nood.check.text"),
                                said(emergency.why().text()))
                        .row(Words.say("workspace.nood.check.until"), Words.say("workspace.nood.check.until.value")),
                new Paragraph(Words.say("workspace.nood.rules.told")));
        if (!signedIn.recently()) {
            card.add(new Notice(Tone.INFO, Words.say("workspace.nood.check.again")));
        }
        card.add(beside(
                Action.danger(Words.say("workspace.nood.confirm"), _ -> confirm(emergency))
                        .icon(Icon.Shape.WARN)
                        .handle("emergency-confirm"),
                ActionLink.secondary("/" + WorkspacePaths.EMERGENCY, Words.say("workspace.nood.cancel"))));
        card.addClassName("ve-narrow");
        add(card);
    }

    private void confirm(Emergency emergency) {
        if (!signedIn.recently()) {
            signedIn.signInAgain(WorkspacePaths.emergency(emergency.id()));
            return;
        }
        try {
            show(emergencies.confirm(signedIn.professional(), emergency.id()));
            tellShell();
            readFromTop();
        } catch (EmergencyRefused refused) {
            refused(emergency, refused);
        }
    }

    private void opened(Emergency emergency) {
        var actor = signedIn.professional();
        var view = dossiers.open(actor, emergency.resident(), emergency.sections());
        title(view.name().orElseGet(() -> Words.say("workspace.nood.nobody")));
        var body = new Div(new DossierReading(view, DossierReading.Extras.NONE), longer(emergency));
        body.addClassNames("ve-ws-dossier", "ve-stack");
        body.setTestId("emergency-dossier");
        watch.watch(body, () -> emergencies.find(actor, emergency.id()).open(), () -> {
            show(find(emergency.id()));
            tellShell();
        });
        add(body);
    }

    private Component longer(Emergency emergency) {
        var errors = new ErrorSummary();
        var why = new TextArea(Words.say("workspace.nood.extend.text"))
                .hint(Words.say("workspace.nood.text.hint"))
                .rows(3)
                .handle("emergency-extend-text");
        var form = new Form(
                () -> {
                    var words = EmergencyWords.typed(why.getValue());
                    if (!errors.begin()
                            .need(words.isPresent(), why, Words.say("workspace.nood.text.wrong"))
                            .fine()) {
                        return;
                    }
                    if (!signedIn.recently()) {
                        signedIn.signInAgain(WorkspacePaths.emergency(emergency.id()));
                        return;
                    }
                    try {
                        emergencies.extend(signedIn.professional(), emergency.id(), words.orElseThrow());
                        show(find(emergency.id()));
                        tellShell();
                    } catch (EmergencyRefused refused) {
                        errors.begin()
                                .need(false, why, EmergencyWords.refused(refused))
                                .fine();
                    }
                },
                why,
                Action.submit(Words.say("workspace.nood.extend.do")).handle("emergency-extend"));
        var card = new Card(errors, form);
        card.addClassName("ve-narrow");
        return new NativeDetails(Words.say("workspace.nood.extend"), card);
    }

    private void over(Emergency emergency) {
        title(Words.say("workspace.nood.over.title"));
        var notice = new Notice(Tone.INFO, Words.say("workspace.nood.over"))
                .with(new Paragraph(EmergencyWords.state(emergency.state())));
        notice.setTestId("emergency-over");
        emergency
                .reviewBefore()
                .filter(_ ->
                        emergency.review().flatMap(Emergency.Review::outcome).isEmpty())
                .ifPresent(before -> notice.with(
                        new Paragraph(Words.say("workspace.nood.over.review", EmergencyWords.lastDay(before)))));
        add(notice);
        emergency
                .review()
                .flatMap(Emergency.Review::outcome)
                .ifPresent(outcome -> add(new Card(
                        new H2(Words.say("workspace.nood.review.judge")),
                        said(outcome.words().text()))));
        add(new Paragraph(ActionLink.secondary("/" + WorkspacePaths.EMERGENCY, Words.say("workspace.nood.over.back"))));
    }

    private void refused(Emergency emergency, EmergencyRefused refused) {
        if (refused.reason() == EmergencyRefused.Reason.SIGN_IN_AGAIN) {
            signedIn.signInAgain(WorkspacePaths.emergency(emergency.id()));
            return;
        }
        add(new Notice(Tone.BAD, EmergencyWords.refused(refused)).spoken());
    }

    private static void tellShell() {
        Shell.current()
                .filter(WorkspaceShell.class::isInstance)
                .map(WorkspaceShell.class::cast)
                .ifPresent(WorkspaceShell::tellEmergencies);
    }
}
