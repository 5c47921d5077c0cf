package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.time.LocalDate;

/** A day or moment in words, which machines can read too. */
@Tag("time")
public final class Time extends HtmlContainer {

    private Time(String machine, String words) {
        getElement().setAttribute("datetime", machine);
        getElement().setText(words);
    }

    public static Time of(LocalDate day) {
        return new Time(day.toString(), Dates.day(day));
    }

    public static Time of(Instant instant) {
        return new Time(instant.toString(), Dates.moment(instant));
    }
}
