package nl.voorelkaar.dossier.expert;

import java.time.LocalDate;
import java.util.List;
import nl.voorelkaar.consent.Section;

/**
 * A page that goes along with a question: as it was when the question was put.
 *
 * @param pictures of the pages of its file, in order, to ask for by these numbers; empty without a file that can be
 *     drawn
 */
public record Page(Section section, String title, String text, LocalDate about, List<Integer> pictures) {

    public Page {
        pictures = List.copyOf(pictures);
    }

    @Override
    public String toString() {
        return "Page[redacted]";
    }
}
