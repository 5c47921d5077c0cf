package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import nl.voorelkaar.dossier.deadline.FreeDays;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Words;

/** The day on which a resident is expected. In a weekend or on a holiday only when the resident wants that day. */
public final class MeetingDay {

    private static final FreeDays FREE = FreeDays.netherlands();

    private final DayField day;
    private final Check wanted;

    /** @param handle of the field; that of the wish is the same with {@code -wanted} */
    public MeetingDay(String label, LocalDate first, LocalDate last, String handle) {
        day = new DayField(label).between(first, last).handle(handle);
        wanted = new Check(Words.say("meeting.free.wanted")).handle(handle + "-wanted");
        wanted.setVisible(false);
        day.addValueChangeListener(_ -> {
            wanted.setValue(false);
            wanted.setVisible(free().isPresent());
        });
    }

    /** The question, and below it the one that a free day brings. */
    public Component[] questions() {
        return new Component[] {day, wanted};
    }

    public DayField field() {
        return day;
    }

    /** Notes what is wrong with the day. */
    public ErrorSummary need(ErrorSummary errors, String missing) {
        errors.need(day.getValue() != null, day, missing);
        return objection().map(words -> errors.need(false, day, words)).orElse(errors);
    }

    /** Why it cannot be this day; empty when it can, and while there is none. */
    public Optional<String> objection() {
        return wanted.getValue() ? Optional.empty() : free().map(on -> Words.say("meeting.free", Dates.day(on)));
    }

    /** @throws NullPointerException while there is none */
    public LocalDate value() {
        return Objects.requireNonNull(day.getValue());
    }

    private Optional<LocalDate> free() {
        return Optional.ofNullable(day.getValue()).filter(FREE::free);
    }
}
