package nl.voorelkaar.portal.resident.carer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.Birthdays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/**
 * A birthday on which something changes, told to the young person in words for that age and to who has gezag; and
 * questions that wait for who speaks for somebody.
 */
@Component
@Face.OnResident
class FamilyTasks implements Tasks {

    private static final int AT_MOST = 10;

    private final Birthdays birthdays;
    private final Representations representations;
    private final Answers answers;

    FamilyTasks(Birthdays birthdays, Representations representations, Answers answers) {
        this.birthdays = birthdays;
        this.representations = representations;
        this.answers = answers;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return Stream.concat(
                        birthdays.coming(actor).map(FamilyTasks::own).stream(),
                        representations.heldBy(actor).stream().flatMap(held -> of(actor, held)))
                .limit(AT_MOST)
                .toList();
    }

    private Stream<Task> of(Actor.Resident actor, Representations.Held held) {
        return representations.acting(actor, held.representation().id()).stream()
                .flatMap(acting -> Stream.concat(
                        answers.open(acting).stream().map(request -> question(held, request)),
                        birthdays.coming(acting).map(coming -> child(held, coming)).stream()));
    }

    private static Task own(Birthdays.Coming coming) {
        var key = "birthday.own." + coming.age();
        return new Task(
                Words.say(key, Dates.day(coming.day())),
                Words.say(key + ".what"),
                Optional.empty(),
                Words.say("birthday.own.go"),
                "/mijn/toegang");
    }

    private static Task child(Representations.Held held, Birthdays.Coming coming) {
        return new Task(
                Words.say("birthday.child", held.name(), coming.age(), Dates.day(coming.day())),
                Words.say("birthday.child." + coming.age()),
                Optional.empty(),
                Words.say("namens.go", held.name()),
                NamensPage.PATH + "/" + held.representation().id());
    }

    private static Task question(Representations.Held held, AccessRequest request) {
        return new Task(
                Words.say("namens.ask.task", held.name()),
                Words.say("namens.ask.task.what", request.by().name(), held.name()),
                Optional.of(Dates.lastDay(request.expiresAt())),
                Words.say("namens.ask.go"),
                NamensPage.PATH + "/" + held.representation().id() + CarerRequestsPage.BELOW);
    }
}
