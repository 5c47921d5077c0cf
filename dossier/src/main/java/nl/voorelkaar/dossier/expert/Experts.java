package nl.voorelkaar.dossier.expert;

import java.time.LocalDate;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.EntryId;

/**
 * Asking an expert from the pool around the team. The resident reads the question and the pages before anything opens,
 * and agrees or not. The expert then sees that question and those pages, and nothing else of the dossier: they are
 * sealed under a key of their own, which is boxed for the expert as a grant is. With the answer, or on the last day, it
 * closes.
 */
public interface Experts {

    int LONGEST = 5_000;
    int MOST_PAGES = 10;

    /** Of the pages of files that go along. */
    int MOST_PICTURES = 20;

    /**
     * Puts a question: it waits for the resident. Asking twice with one id asks once.
     *
     * @param pages entries that the asker may read now; a copy goes along, with pictures of the pages of its file
     * @throws nl.voorelkaar.consent.AccessRefused when the asker has no case here, or may not read one of the pages
     * @throws nl.voorelkaar.consent.ConsultRefused when another rule forbids it
     * @throws QuestionRefused when there are no words, or too many, or too many pages
     * @throws nl.voorelkaar.dossier.DocumentRefused when a page of a file cannot be drawn now
     */
    Consult ask(
            Actor.Professional actor,
            ConsultId id,
            ResidentId resident,
            PartyId expert,
            String question,
            Set<EntryId> pages,
            LocalDate lastDay);

    /** @throws nl.voorelkaar.consent.AccessRefused when it is not there for this resident */
    AskedQuestion open(Actor.Resident actor, ConsultId id);

    /**
     * For who asked, as long as they have the case; for the expert, from the resident's yes to the answer.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when it is not open to the actor
     */
    AskedQuestion open(Actor.Professional actor, ConsultId id);

    /**
     * One page of a file that went along, as a PNG picture.
     *
     * @param number from {@link Page#pictures}
     * @throws nl.voorelkaar.consent.AccessRefused when it is not there, or not open to the actor
     */
    byte[] picture(Actor.Resident actor, ConsultId id, int number);

    /** The same for those to whom the question is open. */
    byte[] picture(Actor.Professional actor, ConsultId id, int number);

    /**
     * Answers, once: nothing opens for the expert after this returns.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when it is not open to the actor
     * @throws QuestionRefused when there are no words, or too many
     */
    void answer(Actor.Professional actor, ConsultId id, Reply reply);
}
