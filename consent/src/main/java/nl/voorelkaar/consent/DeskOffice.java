package nl.voorelkaar.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The other side of {@link Desk}, on the resident face: makes codes, does what was confirmed, and says which letters
 * have to leave. Nothing here can be asked by a professional.
 */
public interface DeskOffice {

    /**
     * Does what is due, each in a transaction of its own, of at most 100 acts.
     *
     * @param name of a resident, as a carer may see it
     * @param elsewhere does what is not consent's, in the same transaction; answers whether it could be done
     * @return how many moved
     */
    int carryOut(Function<ResidentId, Optional<String>> name, Elsewhere elsewhere);

    /** Steps of what consent does not know. */
    interface Elsewhere {

        /** @return false when it is too late for that */
        boolean done(ResidentId resident, DeskOrder order);
    }

    /** Letters that have to leave now, at most 20. Each is out of sight until its next try. */
    List<Letter> letters();

    /** The post took it. */
    void posted(Letter letter);

    /**
     * What waits for this code, without saying for whom or about whom.
     *
     * @param visitor stands for who types, to count tries
     * @throws DeskRefused when no letter with that code can be used
     */
    DeskAct find(String code, UUID visitor);

    /** The resident confirms on the site. @throws DeskRefused as {@link #find} */
    DeskAct confirm(String code, UUID visitor);

    /**
     * A letter to the resident.
     *
     * @param reference of this letter at the post: the same whenever it is tried again
     * @param code only in the letters that carry one
     */
    record Letter(
            UUID reference,
            DeskAct act,
            What what,
            DeskOrder order,
            Optional<String> code,
            Optional<Instant> codeUntil,
            Optional<Party> to,
            Optional<String> purpose,
            Optional<LocalDate> lastDay,
            Set<Section> sections,
            Optional<String> initials,
            String by) {

        @Override
        public String toString() {
            return "Letter[" + reference + "]";
        }
    }

    enum What {
        /** The code for a carer, to hand over. */
        INVITATION,
        /** The code with which the resident confirms. */
        CODE,
        /** What was done, or that it could not be done. */
        RECEIPT,
        LOG
    }
}
