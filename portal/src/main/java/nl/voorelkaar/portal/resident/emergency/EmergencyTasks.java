package nl.voorelkaar.portal.resident.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says on the overview that somebody opened the dossier in an emergency, until a while after the outcome. First of all.
 */
@Component
@Face.OnResident
@Order(0)
class EmergencyTasks implements Tasks {

    private static final Duration AFTER_THE_OUTCOME = Duration.ofDays(14);

    private final Emergencies emergencies;
    private final Clock clock;

    EmergencyTasks(Emergencies emergencies, Clock clock) {
        this.emergencies = emergencies;
        this.clock = clock;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        var now = clock.instant();
        return emergencies.of(actor).stream()
                .filter(emergency -> isNews(emergency, now))
                .limit(3)
                .map(emergency -> new Task(
                        Words.say("nood.task", emergency.by().name()),
                        Words.say(
                                "nood.task.what", Dates.moment(emergency.from().orElseThrow())),
                        Optional.empty(),
                        Words.say("nood.task.go"),
                        "/mijn/nood"))
                .toList();
    }

    private static boolean isNews(Emergency emergency, Instant now) {
        return emergency
                .review()
                .flatMap(Emergency.Review::outcome)
                .map(outcome -> now.isBefore(outcome.at().plus(AFTER_THE_OUTCOME)))
                .orElse(true);
    }
}
