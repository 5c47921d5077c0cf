package nl.voorelkaar.portal.ui;

/** Text of more lines. Never cuts off what was typed or pasted: the form says when it is too long. */
public final class TextArea extends Field<TextArea, String> {

    private final Control.Lines lines;

    public TextArea(String label) {
        this(label, new Control.Lines());
    }

    private TextArea(String label, Control.Lines lines) {
        super("", label, lines);
        this.lines = lines;
        lines.addValueChangeListener(change -> setModelValue(change.getValue(), change.isFromClient()));
    }

    public TextArea rows(int rows) {
        lines.getElement().setAttribute("rows", Integer.toString(rows));
        return this;
    }

    @Override
    protected void setPresentationValue(String value) {
        lines.setValue(value);
    }
}
