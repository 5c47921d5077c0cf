package nl.voorelkaar.consent.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Ages;
import nl.voorelkaar.consent.Birthdays;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One birthday of each resident is on the list at a time; what happens on it plans the next. */
@Component
class GrowingUp implements Birthdays {

    private final Subjects subjects;
    private final DueList due;
    private final RowScope scope;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    GrowingUp(Subjects subjects, DueList due, RowScope scope, Ledger ledger, ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.due = due;
        this.scope = scope;
        this.ledger = ledger;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void known(ResidentId resident, LocalDate born) {
        Ages.next(born, subjects.today())
                .filter(age -> subjects.keep(resident, born))
                .ifPresent(age -> plan(resident, born, age));
    }

    private void plan(ResidentId resident, LocalDate born, int age) {
        due.add(DueKind.AGE_REACHED, resident, resident.value(), Ages.begins(born, age));
        due.add(DueKind.AGE_SOON, resident, resident.value(), announced(born, age));
    }

    private static Instant announced(LocalDate born, int age) {
        return CalendarDays.endOf(Ages.turns(born, age).minusDays(Ages.ANNOUNCED_DAYS_BEFORE + 1));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Coming> coming(Actor.Resident actor) {
        scope.enter(actor.id());
        return coming(actor.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Coming> coming(Actor.Acting actor) {
        scope.enter(actor.resident());
        return subjects.authority(actor.resident()).contains(actor.person())
                ? coming(actor.resident())
                : Optional.empty();
    }

    private Optional<Coming> coming(ResidentId resident) {
        var today = subjects.today();
        return subjects.born(resident)
                .flatMap(born -> Ages.next(born, today).map(age -> new Coming(age, Ages.turns(born, age))))
                .filter(coming ->
                        !coming.day().minusDays(Ages.ANNOUNCED_DAYS_BEFORE).isAfter(today));
    }

    /** In the scope of the resident. @return whether there was still something to tell */
    boolean announce(ResidentId resident) {
        var born = subjects.born(resident);
        var age = born.flatMap(date -> Ages.next(date, subjects.today()));
        age.ifPresent(coming -> {
            events.publishEvent(new ConsentEvent.AgeSoon(resident, coming, subjects.authority(resident)));
            ledger.append(line(resident, LedgerEvent.Kind.AGE_ANNOUNCED, coming));
        });
        return age.isPresent();
    }

    /** In the scope of the resident. @return whether the birthday had come */
    boolean reach(ResidentId resident) {
        var known = subjects.born(resident);
        if (known.isEmpty()) {
            return false;
        }
        var born = known.get();
        var today = subjects.today();
        var reached = Ages.THRESHOLDS.stream()
                .filter(age -> Ages.reached(born, age, today))
                .max(Integer::compare);
        var next = Ages.next(born, today);
        // Who has gezag is looked up before they lose it: they hear of it too.
        var authority = subjects.authority(resident);
        if (next.isPresent()) {
            due.drop(DueKind.AGE_SOON, resident, resident.value());
            plan(resident, born, next.get());
        } else {
            subjects.grownUp(resident, Ages.begins(born, 18));
        }
        reached.ifPresent(age -> {
            events.publishEvent(new ConsentEvent.AgeReached(resident, age, authority));
            ledger.append(line(resident, LedgerEvent.Kind.AGE_REACHED, age));
        });
        return reached.isPresent();
    }

    private static LedgerEvent line(ResidentId resident, LedgerEvent.Kind kind, int age) {
        return new LedgerEvent(
                resident,
                kind,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("age", String.valueOf(age)));
    }
}
