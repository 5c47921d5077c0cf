package nl.voorelkaar.dossier.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;

/** A procedure that is walked through by hand, with a clock that takes its steps. */
final class Walk<A, E> {

    static final Author.Resident FATIMA = new Author.Resident();
    static final Author.Professional ANOUK = professional(Role.GSP, "Anouk Meijer");
    static final Author.Professional BEA = professional(Role.BES, "Bea de Boer");

    private final ProcedureType<A, E> type;
    private final List<Step<E>> steps = new ArrayList<>();
    private A stands;
    private Instant now;

    Walk(ProcedureType<A, E> type, Instant begins) {
        this.type = type;
        this.now = begins;
        this.stands = type.begin(new Case(new ResidentId(UUID.randomUUID()), new ProcedureId(UUID.randomUUID())));
    }

    static Author.Professional professional(Role role, String name) {
        return new Author.Professional(new PartyId(UUID.randomUUID()), role, name);
    }

    static Instant on(String day) {
        return LocalDate.parse(day)
                .atTime(9, 0)
                .atZone(nl.voorelkaar.consent.CalendarDays.AMSTERDAM)
                .toInstant();
    }

    Walk<A, E> at(Instant moment) {
        now = moment;
        var due = due();
        while (due.isPresent()) {
            var alarm = due.get();
            add(new Author.Clock(), alarm.at(), type.byClock(alarm.verb()));
            if (!type.state(stands).equals(alarm.state())) {
                throw new AssertionError(alarm + " led to " + type.state(stands));
            }
            due = due();
        }
        return this;
    }

    private Optional<nl.voorelkaar.dossier.procedure.Alarm> due() {
        return type.alarms(stands).stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .min(Comparator.comparing(nl.voorelkaar.dossier.procedure.Alarm::at)
                        .thenComparing(nl.voorelkaar.dossier.procedure.Alarm::verb));
    }

    Walk<A, E> at(String day) {
        return at(on(day));
    }

    Walk<A, E> step(Author by, Function<A, ? extends E> verb) {
        add(by, now, verb.apply(stands));
        return this;
    }

    private void add(Author by, Instant at, E event) {
        var step = new Step<E>(steps.size() + 1, new StepId(UUID.randomUUID()), at, by, event);
        steps.add(step);
        stands = type.after(stands, step);
    }

    A stands() {
        return stands;
    }

    Instant now() {
        return now;
    }

    List<Step<E>> steps() {
        return steps;
    }
}
