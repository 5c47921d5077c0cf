package nl.voorelkaar.portal.ui;

/** One line of text. */
public final class TextLine extends Field<TextLine, String> {

    private final Control.Line line;

    public TextLine(String label) {
        this(label, new Control.Line("text"));
    }

    private TextLine(String label, Control.Line line) {
        super("", label, line);
        this.line = line;
        line.addValueChangeListener(change -> setModelValue(change.getValue(), change.isFromClient()));
    }

    /** What the browser may fill in itself, see the HTML attribute {@code autocomplete}. */
    public TextLine autocomplete(String what) {
        line.getElement().setAttribute("autocomplete", what);
        return this;
    }

    /** The keyboard of a phone, see the HTML attribute {@code inputmode}. */
    public TextLine keyboard(String mode) {
        line.getElement().setAttribute("inputmode", mode);
        return this;
    }

    @Override
    protected void setPresentationValue(String value) {
        line.setValue(value);
    }
}
