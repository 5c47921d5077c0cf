package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Some of a list, as tick boxes under one question. Nothing is ticked beforehand. */
public final class CheckGroup<T> extends AbstractCompositeField<FieldSet, CheckGroup<T>, Set<T>>
        implements HasValidation, Typed {

    private static final java.util.concurrent.atomic.AtomicLong COUNTER = new java.util.concurrent.atomic.AtomicLong();

    private final Map<T, Check> checks = new LinkedHashMap<>();
    private final Map<String, T> byHandle = new LinkedHashMap<>();
    private final Paragraph error = new Paragraph();
    private final String id = "ve-group-" + COUNTER.incrementAndGet();
    private String message = "";

    /**
     * @param handle the {@code data-testid} of each box
     * @param hint more words under a box; empty for none
     */
    public CheckGroup(
            String question,
            Iterable<T> items,
            Function<T, String> words,
            Function<T, Optional<String>> hint,
            Function<T, String> handle) {
        super(Set.of());
        var legend = new FieldSet.Legend(question);
        legend.addClassName("ve-legend");
        error.addClassName("ve-field-error");
        error.setId(id + "-error");
        error.setVisible(false);
        var list = new Div();
        list.addClassName("ve-checks");
        for (var item : items) {
            var check = new Check(words.apply(item)).handle(handle.apply(item));
            hint.apply(item).ifPresent(check::hint);
            check.addValueChangeListener(change -> setModelValue(ticked(), change.isFromClient()));
            checks.put(item, check);
            byHandle.put(handle.apply(item), item);
            list.add(check);
        }
        getContent().addClassName("ve-field");
        getContent().add(legend, error, list);
    }

    private Set<T> ticked() {
        var ticked = new LinkedHashSet<T>();
        checks.forEach((item, check) -> {
            if (check.getValue()) {
                ticked.add(item);
            }
        });
        return ticked;
    }

    @Override
    protected void setPresentationValue(Set<T> items) {
        checks.forEach((item, check) -> check.setValue(items.contains(item)));
    }

    @Override
    public String typed() {
        return byHandle.entrySet().stream()
                .filter(named -> getValue().contains(named.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    @Override
    public void type(String text) {
        var items = new LinkedHashSet<T>();
        for (var handle : text.split(",")) {
            Optional.ofNullable(byHandle.get(handle)).ifPresent(items::add);
        }
        setValue(items);
    }

    @Override
    public void whileTyping(Runnable listener) {
        addValueChangeListener(_ -> listener.run());
    }

    String firstControlId() {
        return checks.values().stream().findFirst().map(Check::controlId).orElse(id);
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
