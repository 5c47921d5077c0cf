package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Says that this node stops, and until when it stays. It stands in nobody's way, because people need the page to finish
 * what they do.
 */
final class UpgradeNotice {

    private static final String HANDLE = "upgrade";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withZone(CalendarDays.AMSTERDAM);

    private UpgradeNotice() {}

    /** Once on each page, however often it is called; with the page's lock. */
    static void on(UI ui, Instant until) {
        if (ui.getChildren()
                .noneMatch(there -> there.getId().filter(HANDLE::equals).isPresent())) {
            var notice =
                    new Notice(Tone.WARN, Words.say(ui.getLocale(), "session.upgrade", TIME.format(until))).spoken();
            notice.setId(HANDLE);
            notice.setTestId(HANDLE);
            notice.addClassName("ve-upgrade");
            ui.add(notice);
        }
    }
}
