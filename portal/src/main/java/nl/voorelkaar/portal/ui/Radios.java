package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of a few, all in sight under one question. Nothing is chosen beforehand: null until the person chose. */
public final class Radios<T> extends FieldGroup<Radios<T>, @Nullable T> {

    private final Map<T, Control.Dot> dots = new LinkedHashMap<>();

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
        super(null, question);
        for (var item : items) {
            var dot = new Control.Dot(id());
            var dotId = id() + "-" + dots.size();
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
            answer(row);
        }
    }

    @Override
    protected void setPresentationValue(@Nullable T item) {
        dots.forEach((each, dot) -> dot.setValue(each.equals(item)));
    }

    @Override
    String firstControlId() {
        return id() + "-0";
    }
}
