package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;

/**
 * One step that a professional can take in a procedure: what it is, what it asks, one button, and what is wrong when
 * the answers or the rules say no.
 */
public final class StepCard {

    private final String title;
    private final List<Component> before = new ArrayList<>();
    private final List<Component> fields = new ArrayList<>();
    private final ErrorSummary errors = new ErrorSummary();
    private UnaryOperator<ErrorSummary> needs = UnaryOperator.identity();
    private Optional<HasValidation> blamed = Optional.empty();
    private Optional<Div> button = Optional.empty();
    private Runnable act = () -> {};

    public StepCard(String title) {
        this.title = title;
    }

    /** What this step does, above the questions. */
    public StepCard about(String words) {
        before.add(new Paragraph(words));
        return this;
    }

    /** In the order in which they are asked. */
    public StepCard asks(Component... questions) {
        fields.addAll(Arrays.asList(questions));
        return this;
    }

    /** Beside which question it stands when the rules say no; the first one unless said. */
    public StepCard blames(HasValidation question) {
        blamed = Optional.of(question);
        return this;
    }

    /** What must be answered first. The act may count on it. */
    public StepCard needs(UnaryOperator<ErrorSummary> needed) {
        needs = needed;
        return this;
    }

    /** @param handle of the button */
    public StepCard does(String words, String handle, Runnable act) {
        button = Optional.of(new Div(Action.submit(words).handle(handle)));
        this.act = act;
        return this;
    }

    public Card card() {
        return made(new Card(new H2(title)));
    }

    /** Folded away under its title: for what is possible too. */
    public NativeDetails folded() {
        return new NativeDetails(title, made(new Card()));
    }

    private Card made(Card card) {
        before.forEach(card::add);
        var parts = new ArrayList<>(fields);
        button.ifPresent(parts::add);
        card.add(errors, new Form(this::submit, parts.toArray(Component[]::new)));
        card.addClassName("ve-narrow");
        return card;
    }

    private void submit() {
        if (!needs.apply(errors.begin()).fine()) {
            return;
        }
        try {
            act.run();
        } catch (StepRefused refused) {
            say(Words.why(refused));
        }
    }

    private void say(String words) {
        blamed.or(() -> fields.stream()
                        .filter(HasValidation.class::isInstance)
                        .map(HasValidation.class::cast)
                        .findFirst())
                .ifPresentOrElse(
                        field -> errors.begin().need(false, field, words).fine(), () -> Toast.show(words));
    }
}
