package nl.voorelkaar.portal.resident.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** Says on the overview that something will be erased, as long as that can be stopped, and a while that it was. */
@Component
@Face.OnResident
class ErasureTasks implements Tasks {

    private static final Duration NEWS = Duration.ofDays(7);

    private final Erasures erasures;
    private final Clock clock;

    ErasureTasks(Erasures erasures, Clock clock) {
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        var now = clock.instant();
        return erasures.of(actor).stream()
                .flatMap(erasure -> task(erasure, now).stream())
                .limit(3)
                .toList();
    }

    private static Optional<Task> task(Erasure erasure, Instant now) {
        var path = "/mijn/rechten/wissen/" + erasure.id();
        if (erasure.waiting()) {
            var last = CalendarDays.dayOf(erasure.dueAt());
            return Optional.of(new Task(
                    Words.say("erase.task"),
                    Words.say("erase.task.what", ErasedPage.name(erasure.sections()), Dates.moment(erasure.dueAt())),
                    Optional.of(last),
                    Words.say("erase.task.go"),
                    path));
        }
        return erasure.destroyed()
                .flatMap(gone -> erasure.endedAt())
                .filter(ended -> now.isBefore(ended.plus(NEWS)))
                .map(ended -> new Task(
                        Words.say("erase.task.done"),
                        Words.say("erase.task.done.what", ErasedPage.name(erasure.sections()), Dates.moment(ended)),
                        Optional.empty(),
                        Words.say("erase.look"),
                        path));
    }
}
