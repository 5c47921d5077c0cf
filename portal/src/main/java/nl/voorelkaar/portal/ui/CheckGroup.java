package nl.voorelkaar.portal.ui;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some of a list, as tick boxes under one question. Nothing is ticked beforehand. */
public final class CheckGroup<T> extends FieldGroup<CheckGroup<T>, Set<T>> implements Typed {

    private final Map<T, Check> checks = new LinkedHashMap<>();
    private final Map<String, T> byHandle = new LinkedHashMap<>();

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
        super(Set.of(), question);
        for (var item : items) {
            var check = new Check(words.apply(item)).handle(handle.apply(item));
            hint.apply(item).ifPresent(check::hint);
            check.addValueChangeListener(change -> setModelValue(ticked(), change.isFromClient()));
            checks.put(item, check);
            byHandle.put(handle.apply(item), item);
            answer(check);
        }
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

    @Override
    String firstControlId() {
        return checks.values().stream().findFirst().map(Check::controlId).orElse(id());
    }
}
