package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.dossier.plan.Apply;
import nl.voorelkaar.dossier.plan.Intent;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanRefusal;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.plan.Version;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Reading the frozen version and signing it. The whole text stands above the button. */
public final class SignSheet extends Div {

    private final transient Seat seat;
    private final transient Ondersteuningsplan plan;
    private final transient Version version;
    private final transient Runnable signInAgain;
    private final transient Consumer<Ondersteuningsplan> signed;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div problem = new Div();
    private final transient Optional<Radios<Apply>> apply;
    private final transient nl.voorelkaar.dossier.procedure.StepId step = Seat.newStep();
    private boolean readToTheEnd;

    /**
     * @param recently whether the login is new enough to sign
     * @param signInAgain goes and comes back to this page
     */
    public SignSheet(
            Seat seat,
            Ondersteuningsplan plan,
            Version version,
            boolean recently,
            Runnable signInAgain,
            Consumer<Ondersteuningsplan> signed) {
        this.seat = seat;
        this.plan = plan;
        this.version = version;
        this.signInAgain = signInAgain;
        this.signed = signed;
        this.apply = seat.isResident() && plan.application().isEmpty() ? Optional.of(choices()) : Optional.empty();
        addClassNames("ve-stack-wide", "ve-narrow");
        var end = new Div();
        end.getElement().addEventListener("ve-read", _ -> readToTheEnd = true);
        end.getElement()
                .executeJs(
                        "new IntersectionObserver((seen, watch) => { if (seen[0].isIntersecting) { watch.disconnect();"
                                + " this.dispatchEvent(new CustomEvent('ve-read')); } }).observe(this)");
        add(
                new Card(
                        new PlanReading(version.content(), seat.isResident()),
                        PlanFile.link(
                                Words.say("plan.sign.file", version.number()),
                                "ondersteuningsplan.pdf",
                                () -> seat.plans()
                                        .paper(seat.actor().get(), seat.resident(), plan.id(), version.paper()))),
                end,
                question(recently));
    }

    private static Radios<Apply> choices() {
        return new Radios<>(
                Words.say("plan.apply"),
                List.of(Apply.values()),
                choice -> Words.say("plan.apply." + PlanWords.code(choice)),
                choice -> Optional.of(Words.say("plan.apply." + PlanWords.code(choice) + ".hint")),
                choice -> "apply-" + PlanWords.code(choice).replace('_', '-'));
    }

    private Component question(boolean recently) {
        var section = new Section(new H2(Words.say("plan.sign.heading")));
        section.addClassNames("ve-card", "ve-stack");
        section.add(errors);
        apply.ifPresent(radios -> section.add(new Paragraph(Words.say("plan.apply.free")), radios));
        section.add(new Paragraph(declaration()));
        section.add(new Paragraph(Words.say(seat.isResident() ? "plan.sign.think" : "plan.sign.both")), problem);
        if (!recently) {
            section.add(new Notice(Tone.INFO, Words.say("plan.sign.again")));
        }
        var acts = new Div(
                recently
                        ? Action.primary(Words.say("plan.sign.confirm"), _ -> sign())
                                .handle("plan-sign-confirm")
                        : Action.primary(Words.say("plan.sign.again.go"), _ -> signInAgain.run())
                                .handle("plan-sign-again"),
                ActionLink.secondary(seat.path(), Words.say("plan.sign.not-now")));
        acts.addClassName("ve-row");
        section.add(acts);
        return section;
    }

    private String declaration() {
        return Words.say(
                seat.isResident() ? "plan.sign.declaration.resident" : "plan.sign.declaration.professional",
                seat.name(),
                version.number());
    }

    private void sign() {
        errors.begin();
        apply.ifPresent(
                radios -> errors.need(radios.getValue() != null, radios, Words.say("refused.plan.choose-application")));
        if (!errors.fine()) {
            return;
        }
        try {
            var intent = new Intent(
                    version.fingerprint().sha256(),
                    seat.isResident() ? Signer.RESIDENT : Signer.PROFESSIONAL,
                    declaration(),
                    readToTheEnd,
                    apply.map(Radios::getValue));
            signed.accept(seat.plans().sign(seat.step(plan.id(), step), intent));
        } catch (StepRefused refused) {
            if (refused.reason() == PlanRefusal.SIGN_IN_AGAIN) {
                signInAgain.run();
                return;
            }
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }
}
