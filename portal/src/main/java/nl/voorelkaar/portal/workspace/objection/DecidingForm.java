package nl.voorelkaar.portal.workspace.objection;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Outcome;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.LastLook;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.objection.ObjectionAnnouncing.Order;

/** Deciding on an objection: the questions, then the letter as it will leave, then the decision. */
final class DecidingForm extends Div {

    private final transient Objections.Found found;
    private final transient Function<Order, byte[]> preview;
    private final transient Author.Professional by;
    private final transient BiConsumer<Order, StepId> announce;
    /** Chosen before the first click, so that a second click decides nothing twice. */
    private final transient StepId step = new StepId(UUID.randomUUID());

    private final Choice<Outcome> outcome = choice(
            "workspace.objection.decide.outcome", "workspace.objection.outcome.", Outcome.values(), "decide-outcome");
    private final Choice<Consequence> consequence = choice(
            "workspace.objection.decide.consequence",
            "workspace.objection.consequence.",
            Consequence.values(),
            "decide-consequence");
    private final TextArea reasons = new TextArea(Words.say("workspace.objection.decide.reasons"))
            .rows(8)
            .counted(Bezwaar.LONGEST_TEXT)
            .handle("decide-reasons");
    private final TextArea costs = new TextArea(Words.say("workspace.objection.decide.costs"))
            .hint(Words.say("workspace.objection.decide.costs.hint"))
            .optional()
            .rows(2)
            .handle("decide-costs");
    private final TextArea address = SentLetter.addressField();

    DecidingForm(
            Objections.Found found,
            Function<Order, byte[]> preview,
            Author.Professional by,
            BiConsumer<Order, StepId> announce) {
        this.found = found;
        this.preview = preview;
        this.by = by;
        this.announce = announce;
        addClassName("ve-stack");
        costs.setVisible(found.bezwaar().filed().asksCosts());
        address.setVisible(!found.inPortal());
        address.setValue(String.join("\n", lastAddress()));
        found.bezwaar().readied().ifPresent(readied -> {
            outcome.setValue(readied.decision().outcome());
            consequence.setValue(readied.decision().consequence());
            reasons.setValue(readied.decision().reasons());
            costs.setValue(readied.decision().costs().orElse(""));
        });
        ask();
    }

    private static <T extends Enum<T>> Choice<T> choice(String question, String words, T[] values, String handle) {
        var choice = new Choice<T>(
                        Words.say(question),
                        List.of(values),
                        Enum::name,
                        one -> Words.say(words + one.name().toLowerCase(Locale.ROOT)))
                .none(Words.say("workspace.objection.decide.choose"))
                .handle(handle);
        choice.setValue(null);
        return choice;
    }

    /** Where the last letter of this objection went, or else that of the decision. */
    private List<String> lastAddress() {
        var last = found.bezwaar().address();
        return last.isEmpty() ? found.besluit().address() : last;
    }

    private void ask() {
        removeAll();
        add(new StepCard(Words.say("workspace.objection.decide"))
                .about(Words.say("workspace.objection.decide.what"))
                .about(Words.say(
                        found.inPortal() ? "workspace.objection.decide.portal" : "workspace.objection.decide.letter"))
                .asks(outcome, consequence, reasons, costs, address)
                .needs(errors -> errors.need(
                                outcome.getValue() != null,
                                outcome,
                                Words.say("workspace.objection.decide.outcome.missing"))
                        .need(
                                consequence.getValue() != null,
                                consequence,
                                Words.say("workspace.objection.decide.consequence.missing"))
                        .need(fits(), consequence, Words.say("workspace.objection.decide.misfit"))
                        .need(!reasons.getValue().isBlank(), reasons, Words.say("refused.objection.empty-text"))
                        .need(
                                found.inPortal() || SentLetter.lines(address).size() >= 2,
                                address,
                                Words.say("refused.decision.address-missing")))
                .does(Words.say("workspace.objection.decide.check"), "decide-send", this::check)
                .card());
    }

    private boolean fits() {
        var what = outcome.getValue();
        var then = consequence.getValue();
        return what == null || then == null || Bezwaar.fits(what, then);
    }

    private Order order() {
        return new Order(
                found,
                new ObjectionEvent.Decided(
                        Objects.requireNonNull(outcome.getValue()),
                        Objects.requireNonNull(consequence.getValue()),
                        reasons.getValue().strip(),
                        Optional.of(costs.getValue().strip()).filter(text -> !text.isEmpty()),
                        Optional.empty()),
                by,
                found.inPortal() ? Sending.Channel.PORTAAL : Sending.Channel.BRIEF,
                found.inPortal() ? List.of() : SentLetter.lines(address));
    }

    private void check() {
        var order = order();
        removeAll();
        var facts = new DataSummary()
                .row(
                        Words.say("workspace.objection.decide.outcome"),
                        Words.say("workspace.objection.outcome."
                                + order.decision().outcome().name().toLowerCase(Locale.ROOT)))
                .row(
                        Words.say("workspace.objection.decide.consequence"),
                        Words.say("workspace.objection.consequence."
                                + order.decision().consequence().name().toLowerCase(Locale.ROOT)));
        order.decision().costs().ifPresent(paid -> facts.row(Words.say("workspace.objection.decide.costs"), paid));
        if (!order.address().isEmpty()) {
            facts.row(Words.say("workspace.announce.address"), String.join(", ", order.address()));
        }
        add(new LastLook(
                        Words.say("workspace.objection.decide.sure"),
                        facts,
                        Words.say("workspace.objection.decide.sure.what"))
                .looks(() -> preview.apply(order))
                .sends(Words.say("workspace.objection.decide.send"), "letter-send", () -> announce.accept(order, step))
                .goesBack(Words.say("workspace.letter.change"), this::ask)
                .inView());
    }
}
