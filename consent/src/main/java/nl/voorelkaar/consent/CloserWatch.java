package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * What makes a look at a dossier stand out besides how many there are: its resident asked for that, or who looked lives
 * in the same street. Whoever has a case of this resident, or a permission in their own name, never stands out by it.
 *
 * <p>Guaranteed: a postcode is kept nowhere. What is kept is a hash under a key that only the custody has, sealed for
 * each person apart. Not guaranteed: anything about residents who never signed in, whose address the register does not
 * give, and about staff of whom the identity provider says no postcode.
 */
public interface CloserWatch {

    /** After this the register is asked again where somebody lives. */
    Period ASKED_AGAIN = Period.ofDays(90);

    /** Whether this resident asked that every look at their dossier stands out. */
    boolean asked(Actor.Resident actor);

    /** From now on, or no longer. In the log. Idempotent. */
    void ask(Actor.Resident actor, boolean on);

    /** Whether it is time to ask where this resident lives. */
    boolean toLocate(ResidentId resident, LocalDate today);

    /** @param postcode as the register of persons has it; empty when it gives none */
    void lives(ResidentId resident, Optional<String> postcode, LocalDate today);

    /** @param postcode as the identity provider says it; empty when it says none */
    void lives(PartyId party, Optional<String> postcode);
}
