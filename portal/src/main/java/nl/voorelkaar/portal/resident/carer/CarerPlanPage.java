package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.plan.PreparedSignature;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.portal.plan.PlanFile;
import nl.voorelkaar.portal.plan.PlanReading;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The newest plan of the resident, to read. */
@Route(value = "namens/:mandate/plan", layout = CarerShell.class)
@PermitAll
class CarerPlanPage extends CarerPage {

    private final transient Plans plans;

    CarerPlanPage(Capacities capacities, Plans plans) {
        super(capacities);
        this.plans = plans;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        above(namens);
        title(Words.say("namens.plan.of", namens.name()));
        plans.of(namens.actor().get(), namens.resident()).stream()
                .findFirst()
                .ifPresentOrElse(
                        plan -> show(namens, plan),
                        () -> add(new EmptyState(Words.say("namens.plan.none"), Words.say("namens.plan.none.why"))));
    }

    private void show(Namens namens, Ondersteuningsplan plan) {
        var state = new Badge(Tone.INFO, PlanWords.state(plan.state()));
        state.setTestId("plan-state");
        add(row(state), signing(namens, plan));
        add(row(PlanFile.link(
                Words.say("plan.print"),
                "ondersteuningsplan.pdf",
                () -> plans.print(namens.actor().get(), namens.resident(), plan.id()))));
        add(new PlanReading(plan.content(), false));
    }

    /** A plan is signed by the resident: that is said where a carer would look for the button. */
    private static Component signing(Namens namens, Ondersteuningsplan plan) {
        var waits = plan.state().waitsForSignatures()
                && plan.version()
                        .flatMap(version -> version.signature(Signer.RESIDENT))
                        .isEmpty();
        var prepares = namens.may(MandateScope.ONDERTEKENEN)
                && (waits || PreparedSignature.fits(PreparedSignature.Act.WITHDRAW, plan));
        if (!waits && !prepares) {
            return new Paragraph(Words.say("namens.plan.read"));
        }
        var said = waits
                ? new Notice(Tone.INFO, Words.say("namens.sign.title"), Words.say("namens.sign.why", namens.name()))
                : new Notice(Tone.INFO, Words.say("namens.sign.think", namens.name()));
        if (prepares) {
            said.with(ActionLink.secondary(namens.path("/plan/ondertekenen"), Words.say("namens.sign.prepare.go"))
                    .handle("sign-prepare"));
        }
        said.setTestId("acting-no-signing");
        return said;
    }
}
