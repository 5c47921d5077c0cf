package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;

/** Joining the plan of somebody at home: first who it is and what it means, then yes or no. */
final class JoinCard extends Div {

    private final transient SignedIn signedIn;
    private final transient Households households;
    private final transient Consumer<Ondersteuningsplan> joined;
    /** Chosen before the first click, so that a second click joins nothing twice. */
    private final transient ProcedureId plan;

    private final transient StepId step = Seat.newStep();
    private final ErrorSummary errors = new ErrorSummary();
    private final TextLine code = new TextLine(Words.say("plan.join.code"))
            .hint(Words.say("plan.join.code.hint"))
            .autocomplete("off")
            .handle("join-code");

    JoinCard(SignedIn signedIn, Households households, Seat seat, Consumer<Ondersteuningsplan> joined) {
        this.signedIn = signedIn;
        this.households = households;
        this.joined = joined;
        this.plan = new ProcedureId(UuidV7.at(seat.clock().instant()));
        addClassName("ve-no-print");
        ask();
    }

    private void ask() {
        removeAll();
        add(card(
                new Paragraph(Words.say("plan.join.what")),
                young(),
                errors,
                new Form(
                        this::look,
                        code,
                        new Div(Action.submit(Words.say("plan.join.look")).handle("join-look")))));
    }

    private static Paragraph young() {
        var young = new Paragraph(Words.say("plan.join.young"));
        young.addClassNames("ve-soft", "ve-small");
        return young;
    }

    private static Card card(com.vaadin.flow.component.Component... parts) {
        var card = new Card(new H2(Words.say("plan.join")));
        card.add(parts);
        card.addClassName("ve-narrow");
        return card;
    }

    private void look() {
        try {
            var who = households.inviter(signedIn.resident(), code.getValue());
            removeAll();
            var question = card(
                    new Paragraph(Words.say("plan.join.who", who)),
                    new Paragraph(Words.say("plan.join.sees", who)),
                    new Paragraph(Words.say("plan.join.own")),
                    errors,
                    buttons(who));
            question.getElement().setAttribute("role", "status");
            question.setTestId("join-question");
            add(question);
        } catch (Households.CodeRefused refused) {
            wrong(refused);
        }
    }

    private Div buttons(String who) {
        var row = new Div(
                Action.primary(Words.say("plan.join.yes", who), _ -> join()).handle("join-confirm"),
                Action.quiet(Words.say("plan.join.no"), _ -> ask()).handle("join-no"));
        row.addClassName("ve-row");
        return row;
    }

    private void join() {
        try {
            joined.accept(households.join(signedIn.resident(), code.getValue(), plan, step));
        } catch (Households.CodeRefused refused) {
            ask();
            wrong(refused);
        } catch (StepRefused refused) {
            ask();
            errors.begin().need(false, code, PlanWords.refused(refused)).fine();
        }
    }

    private void wrong(Households.CodeRefused refused) {
        errors.begin()
                .need(false, code, Words.say(refused.tooManyTries() ? "plan.join.often" : "plan.join.unknown"))
                .fine();
    }
}
