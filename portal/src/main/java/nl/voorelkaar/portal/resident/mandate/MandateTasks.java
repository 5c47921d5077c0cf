package nl.voorelkaar.portal.resident.mandate;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** Somebody used the code of a mandate, and waits for the resident's choice. */
@Component
@Face.OnResident
class MandateTasks implements Tasks {

    private final Mandates mandates;

    MandateTasks(Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return mandates.of(actor).stream()
                .filter(mandate -> mandate.state() == Mandate.State.GEACCEPTEERD)
                .limit(5)
                .map(mandate -> new Task(
                        Words.say("mandate.task", MandateWords.who(mandate)),
                        Words.say("mandate.task.what"),
                        Optional.of(Dates.lastDay(mandate.until())),
                        Words.say("mandate.look-and-confirm"),
                        MandatesPage.PATH + "/" + mandate.id()))
                .toList();
    }
}
