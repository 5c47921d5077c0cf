package nl.voorelkaar.portal.persons;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CloserWatch;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * In which street a resident lives, learned from the register when it is time ({@link CloserWatch#ASKED_AGAIN}). A
 * secret address is not learned. A register that has no answer now is asked again at the next sign-in.
 */
@Component
@Face.OnResident
public class Whereabouts {

    private static final Pattern POSTCODE = Pattern.compile("\\b[1-9][0-9]{3} ?[A-Z]{2}\\b");

    private final PersonsRegister register;
    private final CloserWatch watch;
    private final Clock clock;
    private final Executor beside;

    Whereabouts(
            PersonsRegister register,
            CloserWatch watch,
            Clock clock,
            @Qualifier("applicationTaskExecutor") Executor beside) {
        this.register = register;
        this.watch = watch;
        this.clock = clock;
        this.beside = beside;
    }

    /** Returns at once: nobody who signs in waits for the register. */
    public void learn(ResidentId resident, Bsn bsn) {
        var today = CalendarDays.dayOf(clock.instant());
        if (watch.toLocate(resident, today)) {
            beside.execute(
                    () -> register.find(bsn).ifPresent(person -> watch.lives(resident, postcode(person), today)));
        }
    }

    private static Optional<String> postcode(PersonsRegister.Person person) {
        return person.addressSecret()
                ? Optional.empty()
                : person.address().stream()
                        .skip(1)
                        .map(POSTCODE::matcher)
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .findFirst();
    }
}
