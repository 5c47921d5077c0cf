package nl.voorelkaar.portal.resident.consult;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** Questions to experts that wait for the resident, and fresh answers. */
@Component
@Face.OnResident
class ConsultTasks implements Tasks {

    private static final Duration FRESH = Duration.ofDays(7);
    private static final int AT_MOST = 5;

    private final Consults consults;
    private final Parties parties;
    private final Clock clock;

    ConsultTasks(Consults consults, Parties parties, Clock clock) {
        this.consults = consults;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        var now = clock.instant();
        return consults.of(actor).stream()
                .filter(one -> one.state() == Consult.State.GEVRAAGD
                        || one.state() == Consult.State.BEANTWOORD
                                && now.isBefore(one.stateSince().plus(FRESH)))
                .limit(AT_MOST)
                .map(this::task)
                .toList();
    }

    private Task task(Consult one) {
        var people = parties.find(Set.of(one.askedBy(), one.expert()));
        var asker = ConsultPage.name(people, one.askedBy());
        var expert = ConsultPage.name(people, one.expert());
        var path = ConsultPage.PATH + "/" + one.id();
        return one.state() == Consult.State.GEVRAAGD
                ? new Task(
                        Words.say("consult.task", asker),
                        Words.say("consult.task.what", expert),
                        Optional.of(Dates.lastDay(one.until())),
                        Words.say("consult.task.go"),
                        path)
                : new Task(
                        Words.say("consult.task.answered", expert),
                        Words.say("consult.task.answered.what"),
                        Optional.empty(),
                        Words.say("consult.task.answered.go"),
                        path);
    }
}
