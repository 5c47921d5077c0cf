package nl.voorelkaar.dossier.expert;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Consult;

/**
 * A question with its words.
 *
 * @param titles of all the pages that went along, also when they are gone
 * @param pages empty when it is over
 */
public record AskedQuestion(
        Consult consult, String words, List<String> titles, List<Page> pages, Optional<Reply> reply) {

    public AskedQuestion {
        titles = List.copyOf(titles);
        pages = List.copyOf(pages);
    }

    @Override
    public String toString() {
        return "AskedQuestion[" + consult.id() + "]";
    }
}
