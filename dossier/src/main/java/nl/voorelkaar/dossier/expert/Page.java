package nl.voorelkaar.dossier.expert;

import java.time.LocalDate;
import nl.voorelkaar.consent.Section;

/** A page that goes along with a question: as it was when the question was put. */
public record Page(Section section, String title, String text, LocalDate about) {

    @Override
    public String toString() {
        return "Page[redacted]";
    }
}
