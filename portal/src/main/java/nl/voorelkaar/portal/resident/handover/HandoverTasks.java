package nl.voorelkaar.portal.resident.handover;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** Says who the resident's contact is, or is about to be, until a while after. */
@Component
@Face.OnResident
class HandoverTasks implements Tasks {

    private static final Duration NEWS = Duration.ofDays(14);

    private final Handovers handovers;
    private final Parties parties;
    private final Clock clock;

    HandoverTasks(Handovers handovers, Parties parties, Clock clock) {
        this.handovers = handovers;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        var now = clock.instant();
        return handovers.of(actor).stream()
                .filter(one -> one.state() == Handover.State.AANGEBODEN
                        || one.state() == Handover.State.AANVAARD
                                && now.isBefore(one.stateSince().plus(NEWS)))
                .limit(3)
                .map(this::task)
                .toList();
    }

    private Task task(Handover one) {
        var people = parties.find(Set.of(one.from(), one.to()));
        var before =
                Optional.ofNullable(people.get(one.from())).map(Party::name).orElse("");
        var after = Optional.ofNullable(people.get(one.to())).map(Party::name).orElse("");
        var now = one.state() == Handover.State.AANVAARD;
        return new Task(
                Words.say(now ? "handover.task" : "handover.task.soon", after),
                Words.say(now ? "handover.task.what" : "handover.task.soon.what", before, after),
                Optional.empty(),
                Words.say("handover.task.go"),
                HandoverPage.PATH + "/" + one.id());
    }
}
