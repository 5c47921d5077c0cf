package nl.voorelkaar.dossier;

import java.time.LocalDate;
import nl.voorelkaar.consent.Section;

/**
 * What somebody writes in a dossier.
 *
 * @param title 1 to 200 characters after trimming
 * @param text 0 to 10 000 characters, any script, kept as written
 * @param date the day it is about
 * @param apart whether it is about somebody else or about safety, and so not for who acts for the resident
 */
public record NewEntry(Section section, String title, String text, LocalDate date, boolean apart) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 10_000;

    public NewEntry(Section section, String title, String text, LocalDate date) {
        this(section, title, text, date, false);
    }

    public NewEntry {
        title = title.strip();
        if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw new IllegalArgumentException("a title has 1 to 200 characters");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text has at most 10 000 characters");
        }
    }

    @Override
    public String toString() {
        return "NewEntry[" + section + "]";
    }
}
