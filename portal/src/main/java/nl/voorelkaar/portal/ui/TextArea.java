package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Paragraph;

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

    /**
     * Says under the text how many characters are left, in the browser, while typing; screen readers hear it when
     * typing rests.
     */
    public TextArea counted(int most) {
        var count = new Paragraph();
        count.addClassNames("ve-hint", "ve-count-left");
        count.getElement().setAttribute("aria-live", "polite");
        getContent().add(count);
        count.addAttachListener(
                _ -> count.getElement().executeJs("""
                        const box = this.parentElement.querySelector('textarea');
                        const tell = () => {
                          const left = $0 - box.value.trim().length;
                          this.textContent = (left < 0 ? $2 : $1).replace('#', Math.abs(left));
                          this.toggleAttribute('data-over', left < 0);
                        };
                        clearTimeout(box.veCount);
                        if (!box.veCounted) {
                          box.veCounted = true;
                          box.addEventListener('input', () => { clearTimeout(box.veCount); box.veCount = setTimeout(tell, 300); });
                        }
                        tell();
                        """, most, Words.say("field.left"), Words.say("field.over")));
        return this;
    }

    @Override
    protected void setPresentationValue(String value) {
        lines.setValue(value);
    }
}
