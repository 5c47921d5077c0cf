package nl.voorelkaar.dossier.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.LedgerEvent;

/**
 * A step that the clock takes, whoever finds it due first: the job, or a person's step that comes after it. Both record
 * the same.
 */
record ClockStep(Case of, ProcedureKind kind, int number, Alarm alarm) {

    StepId id() {
        return new StepId(
                UUID.nameUUIDFromBytes((of.id() + "|" + number + "|" + alarm.verb()).getBytes(StandardCharsets.UTF_8)));
    }

    StoredStep stored() {
        return new StoredStep(
                of.id(), number, id(), kind.section(), alarm.verb(), Optional.empty(), alarm.at(), Optional.empty());
    }

    <E> Step<E> as(ProcedureType<?, E> type) {
        return new Step<>(number, id(), alarm.at(), new Author.Clock(), type.byClock(alarm.verb()));
    }

    ProcedureEvent event() {
        return new ProcedureEvent(
                of.resident(), of.id(), id(), kind, alarm.verb(), alarm.state(), Optional.empty(), true);
    }

    LedgerEvent line() {
        return new LedgerEvent(
                of.resident(),
                LedgerEvent.Kind.STEP_TAKEN,
                Optional.empty(),
                Set.of(kind.section()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("step", kind.name().toLowerCase(Locale.ROOT) + "." + alarm.verb()));
    }
}
