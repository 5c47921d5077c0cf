package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A question whose answers are all in sight: the question above, then the error, then the answers. */
public abstract class FieldGroup<F extends FieldGroup<F, T>, T> extends AbstractCompositeField<FieldSet, F, T>
        implements HasValidation {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final String id = "ve-group-" + COUNTER.incrementAndGet();
    private final Div answers = new Div();
    private final Paragraph error = new Paragraph();
    private String message = "";

    FieldGroup(T empty, String question) {
        super(empty);
        var legend = new FieldSet.Legend(question);
        legend.addClassName("ve-legend");
        error.addClassName("ve-field-error");
        error.setId(id + "-error");
        error.setVisible(false);
        answers.addClassName("ve-checks");
        getContent().addClassName("ve-field");
        getContent().add(legend, error, answers);
    }

    final void answer(Component answer) {
        answers.add(answer);
    }

    /** Of the group: unique on the page. */
    final String id() {
        return id;
    }

    /** Where the error summary leads to. */
    abstract String firstControlId();

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
        error.setVisible(wrong);
        getContent().getElement().setAttribute("data-wrong", wrong);
        if (wrong) {
            getContent().getElement().setAttribute("aria-describedby", id + "-error");
        } else {
            getContent().getElement().removeAttribute("aria-describedby");
        }
    }

    @Override
    public boolean isInvalid() {
        return error.isVisible();
    }
}
