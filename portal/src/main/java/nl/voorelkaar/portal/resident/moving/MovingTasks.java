package nl.voorelkaar.portal.resident.moving;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** Says that a copy of the dossier waits to be fetched. */
@Component
@Face.OnResident
class MovingTasks implements Tasks {

    private final Parcels parcels;

    MovingTasks(Parcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return parcels.of(actor.id()).map(Parcel::state).stream()
                .filter(Parcel.State.Ready.class::isInstance)
                .map(Parcel.State.Ready.class::cast)
                .map(ready -> new Task(
                        Words.say("moving.task"),
                        Words.say("moving.task.what", Dates.time(ready.until())),
                        Optional.of(CalendarDays.dayOf(ready.until())),
                        Words.say("moving.task.go"),
                        TakeAlongPage.PATH))
                .toList();
    }
}
