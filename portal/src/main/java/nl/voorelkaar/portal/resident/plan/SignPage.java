package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.PlanFile;
import nl.voorelkaar.portal.plan.SignSheet;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Receipt;
import nl.voorelkaar.portal.ui.Words;

/** Reading the whole plan and signing it; then the receipt. */
@Route(value = "mijn/plan/ondertekenen", layout = ResidentShell.class)
@PermitAll
class SignPage extends Page implements BeforeEnterObserver {

    private final transient OwnPlan own;
    private final transient SignedIn signedIn;

    SignPage(OwnPlan own, SignedIn signedIn) {
        super(Words.say("plan.sign.title"));
        this.own = own;
        this.signedIn = signedIn;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(OwnPlan.PATH, Words.say("plan.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var plan = own.newest()
                .filter(newest -> newest.state().waitsForSignatures())
                .filter(newest -> newest.version()
                        .flatMap(version -> version.signature(Signer.RESIDENT))
                        .isEmpty());
        if (plan.isEmpty()) {
            nothing();
            return;
        }
        clear();
        lead(Words.say("plan.sign.lead"));
        add(new SignSheet(
                own.seat(),
                plan.get(),
                plan.get().version().orElseThrow(),
                signedIn.recently(),
                () -> signedIn.signInAgain(OwnPlan.PATH + "/ondertekenen"),
                this::receipt));
    }

    private void nothing() {
        clear();
        add(new Paragraph(Words.say("plan.sign.nothing")), back());
    }

    private void receipt(Ondersteuningsplan plan) {
        clear();
        title(Words.say("plan.signed.title"));
        var version = plan.version().orElseThrow();
        var signature = version.signature(Signer.RESIDENT).orElseThrow();
        var facts = new DataSummary()
                .row(Words.say("plan.signed.version"), Integer.toString(version.number()))
                .row(Words.say("plan.signed.at"), Dates.moment(signature.at()))
                .row(Words.say("plan.signed.fingerprint"), version.fingerprint().sha256());
        plan.apply()
                .ifPresent(apply -> facts.row(
                        Words.say("plan.signed.apply"),
                        Words.say("plan.apply." + apply.name().toLowerCase(java.util.Locale.ROOT) + ".done")));
        var next = new Paragraph(
                plan.state() == PlanState.IN_BEDENKTERMIJN
                        ? Words.say(
                                "plan.cooling-off.until",
                                Dates.day(plan.coolingOff().orElseThrow().lastDay()),
                                Dates.left(
                                        own.seat().today(),
                                        plan.coolingOff().orElseThrow().lastDay()))
                        : Words.say("plan.signed.waits"));
        var receipt = new Receipt(
                Words.say("plan.signed.receipt"),
                facts,
                PlanFile.link(
                        Words.say("plan.signed.file"),
                        "ondersteuningsplan.pdf",
                        () -> own.seat()
                                .plans()
                                .paper(signedIn.resident(), signedIn.resident().id(), plan.id(), version.paper())),
                back());
        receipt.setTestId("plan-signed");
        var body = new Div(next, receipt);
        body.addClassNames("ve-stack", "ve-narrow");
        add(body);
        readFromTop();
    }

    private static ActionLink back() {
        return ActionLink.secondary(OwnPlan.PATH, Words.say("plan.back"));
    }
}
