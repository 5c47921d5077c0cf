package nl.voorelkaar.portal.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of a list, in the browser's own list. Null while nothing was chosen. */
public final class Choice<T> extends Field<Choice<T>, @Nullable T> {

    private final Control.Select select;
    private final Map<String, T> options = new LinkedHashMap<>();
    private final Function<T, String> code;

    /**
     * @param code the {@code value} of an option
     * @param words what people read
     */
    public Choice(String label, Iterable<T> items, Function<T, String> code, Function<T, String> words) {
        this(label, new Control.Select(), items, code, words);
    }

    private Choice(
            String label,
            Control.Select select,
            Iterable<T> items,
            Function<T, String> code,
            Function<T, String> words) {
        super(null, label, select);
        this.select = select;
        this.code = code;
        for (var item : items) {
            options.put(code.apply(item), item);
            select.option(code.apply(item), words.apply(item));
        }
        select.addValueChangeListener(change -> setModelValue(options.get(change.getValue()), change.isFromClient()));
    }

    /** Adds a first option for nothing, such as "Kies een onderdeel". */
    public Choice<T> none(String words) {
        var option = new com.vaadin.flow.dom.Element("option");
        option.setAttribute("value", "");
        option.setText(words);
        select.getElement().insertChild(0, option);
        return this;
    }

    @Override
    public void type(String text) {
        setValue(options.get(text));
    }

    @Override
    protected void setPresentationValue(@Nullable T item) {
        var value = item == null ? "" : code.apply(item);
        select.preselect(value);
        select.setValue(value);
    }
}
