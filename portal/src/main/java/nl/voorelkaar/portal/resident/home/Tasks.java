package nl.voorelkaar.portal.resident.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;

/**
 * What a part of the house asks of a resident now, for the overview. One bean for each part; asked at each visit: be
 * quick.
 */
public interface Tasks {

    /** The most pressing first; at most 10. */
    List<Task> of(Actor.Resident actor);

    /**
     * @param title what it is, such as "Teken uw plan"
     * @param what one or two sentences
     * @param before last day on which it can be done; empty when there is none
     * @param go words of the button
     * @param path where the button leads
     */
    record Task(String title, String what, Optional<LocalDate> before, String go, String path) {}
}
