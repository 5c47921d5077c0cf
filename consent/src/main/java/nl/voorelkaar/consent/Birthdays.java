package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The birthdays on which the law lets a young person do more by themselves (DOMAIN §3.4). At 00:00 Europe/Amsterdam on
 * that day what was given for them ends, to be given anew; nothing is continued in silence.
 */
public interface Birthdays {

    /**
     * Keeps a minor's day of birth, sealed, and plans what the clock does with it; of adults it keeps nothing.
     * Idempotent.
     */
    void known(ResidentId resident, LocalDate born);

    /** The birthday of the next sixty days that changes something for this resident. */
    Optional<Coming> coming(Actor.Resident actor);

    /** The same for who has gezag over a young person now; empty for everybody else who acts for somebody. */
    Optional<Coming> coming(Actor.Acting actor);

    record Coming(int age, LocalDate day) {}
}
