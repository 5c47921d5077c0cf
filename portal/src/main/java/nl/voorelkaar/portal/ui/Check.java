package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.AbstractCompositeField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;

/** One tick box with its words. Never ticked beforehand. */
public final class Check extends AbstractCompositeField<Div, Check, Boolean> implements Typed {

    private static final java.util.concurrent.atomic.AtomicLong COUNTER = new java.util.concurrent.atomic.AtomicLong();

    private final Control.Tick tick = new Control.Tick();
    private final String id = "ve-tick-" + COUNTER.incrementAndGet();

    public Check(String words) {
        super(false);
        tick.setId(id);
        var label = new NativeLabel(words);
        label.setFor(id);
        getContent().addClassName("ve-check");
        getContent().add(tick, label);
        tick.addValueChangeListener(change -> setModelValue(change.getValue(), change.isFromClient()));
    }

    public Check hint(String words) {
        var hint = new Paragraph(words);
        hint.setId(id + "-hint");
        hint.addClassName("ve-hint");
        getContent().add(hint);
        tick.getElement().setAttribute("aria-describedby", id + "-hint");
        return this;
    }

    /** Sets the {@code data-testid} of the real control. */
    public Check handle(String testId) {
        tick.setTestId(testId);
        return this;
    }

    @Override
    public String typed() {
        return getValue().toString();
    }

    @Override
    public void type(String text) {
        setValue(Boolean.valueOf(text));
    }

    @Override
    public void whileTyping(Runnable listener) {
        addValueChangeListener(_ -> listener.run());
    }

    String controlId() {
        return id;
    }

    @Override
    protected void setPresentationValue(Boolean ticked) {
        tick.setValue(ticked);
    }
}
