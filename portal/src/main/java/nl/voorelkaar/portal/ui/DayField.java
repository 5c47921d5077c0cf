package nl.voorelkaar.portal.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A day, in the browser's own date field. Null while nothing, or no whole day, was filled in. */
public final class DayField extends Field<DayField, @Nullable LocalDate> {

    private final Control.Line line;

    public DayField(String label) {
        this(label, new Control.Line("date"));
    }

    private DayField(String label, Control.Line line) {
        super(null, label, line);
        this.line = line;
        line.addValueChangeListener(change -> setModelValue(day(change.getValue()), change.isFromClient()));
    }

    /** What the browser offers; the server still judges. */
    public DayField between(LocalDate first, LocalDate last) {
        line.getElement().setAttribute("min", first.toString());
        line.getElement().setAttribute("max", last.toString());
        return this;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException half) {
            return null;
        }
    }

    @Override
    protected void setPresentationValue(@Nullable LocalDate day) {
        line.setValue(day == null ? "" : day.toString());
    }
}
