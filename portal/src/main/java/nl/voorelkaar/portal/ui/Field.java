package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A question: label above, then the explanation, then the error, then the control, tied together for screen readers. An
 * error is shown by the form, never while somebody types.
 */
public abstract class Field<F extends Field<F, T>, T> extends AbstractCompositeField<Div, F, T>
        implements HasValidation, Typed {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final String id = "ve-" + COUNTER.incrementAndGet();
    private final AbstractSinglePropertyField<?, String> control;
    private final Paragraph hint = new Paragraph();
    private final Paragraph error = new Paragraph();
    private String message = "";
    private boolean invalid;

    Field(T empty, String label, AbstractSinglePropertyField<?, String> control) {
        super(empty);
        this.control = control;
        control.setId(id);
        hint.setId(id + "-hint");
        hint.addClassName("ve-hint");
        hint.setVisible(false);
        error.setId(id + "-error");
        error.addClassName("ve-field-error");
        error.setVisible(false);
        var words = new NativeLabel(label);
        words.setFor(id);
        getContent().addClassName("ve-field");
        getContent().add(words, hint, error, control);
    }

    /** An explanation under the label. */
    @SuppressWarnings("unchecked")
    public F hint(String words) {
        hint.setText(words);
        hint.setVisible(true);
        describe();
        return (F) this;
    }

    /** Sets the {@code data-testid} of the real control. */
    @SuppressWarnings("unchecked")
    public F handle(String testId) {
        control.setTestId(testId);
        return (F) this;
    }

    /** Says in words that this may stay empty. */
    @SuppressWarnings("unchecked")
    public F optional() {
        var words = new Span(" " + Words.say("field.optional"));
        words.addClassName("ve-optional");
        getContent().getChildren().findFirst().ifPresent(label -> ((NativeLabel) label).add(words));
        return (F) this;
    }

    /** As it stands in the control: also half a day, or a text that is too long. */
    @Override
    public String typed() {
        return control.getValue();
    }

    @Override
    public void type(String text) {
        control.setValue(text);
    }

    @Override
    public void whileTyping(Runnable listener) {
        Control.whileTyping(control.getElement());
        addValueChangeListener(_ -> listener.run());
    }

    String controlId() {
        return id;
    }

    @Override
    public void setErrorMessage(@Nullable String words) {
        message = words == null ? "" : words;
        error.removeAll();
        error.add(new Icon(Icon.Shape.WARN), new Span(message));
    }

    @Override
    public String getErrorMessage() {
        return message;
    }

    @Override
    public void setInvalid(boolean wrong) {
        invalid = wrong;
        error.setVisible(wrong);
        getContent().getElement().setAttribute("data-wrong", wrong);
        if (wrong) {
            control.getElement().setAttribute("aria-invalid", "true");
        } else {
            control.getElement().removeAttribute("aria-invalid");
        }
        describe();
    }

    @Override
    public boolean isInvalid() {
        return invalid;
    }

    private void describe() {
        var by = (hint.isVisible() ? id + "-hint " : "") + (invalid ? id + "-error" : "");
        if (by.isBlank()) {
            control.getElement().removeAttribute("aria-describedby");
        } else {
            control.getElement().setAttribute("aria-describedby", by.strip());
        }
    }
}
