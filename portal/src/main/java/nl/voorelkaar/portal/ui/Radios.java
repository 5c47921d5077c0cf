package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of a few, all in sight under one question. Nothing is chosen beforehand: null until the person chose. */
public final class Radios<T> extends AbstractCompositeField<FieldSet, Radios<T>, @Nullable T> implements HasValidation {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final Map<T, Control.Dot> dots = new LinkedHashMap<>();
    private final Paragraph error = new Paragraph();
    private final String id = "ve-radios-" + COUNTER.incrementAndGet();
    private String message = "";

    /**
     * @param hint more words under a choice; empty for none
     * @param handle the {@code data-testid} of each choice
     */
    public Radios(
            String question,
            Iterable<T> items,
            Function<T, String> words,
            Function<T, Optional<String>> hint,
            Function<T, String> handle) {
        super(null);
        var legend = new FieldSet.Legend(question);
        legend.addClassName("ve-legend");
        error.addClassName("ve-field-error");
        error.setId(id + "-error");
        error.setVisible(false);
        var list = new Div();
        list.addClassName("ve-checks");
        for (var item : items) {
            var dot = new Control.Dot(id);
            var dotId = id + "-" + dots.size();
            dot.setId(dotId);
            dot.setTestId(handle.apply(item));
            var label = new NativeLabel(words.apply(item));
            label.setFor(dotId);
            var row = new Div(dot, label);
            row.addClassName("ve-check");
            hint.apply(item).ifPresent(more -> {
                var explained = new Paragraph(more);
                explained.setId(dotId + "-hint");
                explained.addClassName("ve-hint");
                row.add(explained);
                dot.getElement().setAttribute("aria-describedby", dotId + "-hint");
            });
            dot.addValueChangeListener(change -> {
                if (change.getValue()) {
                    dots.values().stream().filter(other -> other != dot).forEach(other -> other.setValue(false));
                    setModelValue(item, change.isFromClient());
                }
            });
            dots.put(item, dot);
            list.add(row);
        }
        getContent().addClassName("ve-field");
        getContent().add(legend, error, list);
    }

    @Override
    protected void setPresentationValue(@Nullable T item) {
        dots.forEach((each, dot) -> dot.setValue(each.equals(item)));
    }

    String firstControlId() {
        return id + "-0";
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
