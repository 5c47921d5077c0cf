package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SectionKeys;

/** Within one transaction, with the keys at hand. */
class OpenReading implements Reading {

    private static final int MOST_BY_CLOCK = 50;

    final ResidentId resident;
    final SectionKeys keys;
    final ProcedureRows rows;
    final StepCodec codec;
    private final Instant now;
    private final Consumer<ProcedureId> missing;

    /** @param missing is told when a procedure was named that is not there */
    OpenReading(
            ResidentId resident,
            SectionKeys keys,
            ProcedureRows rows,
            StepCodec codec,
            Instant now,
            Consumer<ProcedureId> missing) {
        this.resident = resident;
        this.keys = keys;
        this.rows = rows;
        this.codec = codec;
        this.now = now;
        this.missing = missing;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public <A, E> A find(ProcedureType<A, E> type, ProcedureId id) {
        var head = rows.find(resident, type.kind(), id).orElseThrow(() -> notThere(id));
        return stands(type, head, opened(type, rows.steps(resident, List.of(id))));
    }

    @Override
    public <A, E> List<A> all(ProcedureType<A, E> type) {
        var heads = rows.of(resident, type.kind());
        var ids = heads.stream().map(ProcedureHead::id).toList();
        var steps = rows.steps(resident, ids).stream().collect(Collectors.groupingBy(StoredStep::procedure));
        var all = new ArrayList<A>();
        for (var head : heads) {
            all.add(stands(type, head, opened(type, steps.getOrDefault(head.id(), List.of()))));
        }
        return all;
    }

    @Override
    public <A, E> List<Step<E>> steps(ProcedureType<A, E> type, ProcedureId id) {
        rows.find(resident, type.kind(), id).orElseThrow(() -> notThere(id));
        return opened(type, rows.steps(resident, List.of(id)));
    }

    @Override
    public byte[] paper(ProcedureKind kind, ProcedureId id, PaperId paper) {
        rows.find(resident, kind, id).orElseThrow(() -> notThere(id));
        var ground = Optional.ofNullable(keys.grounds().get(kind.section())).map(Decision.Permitted::ground);
        if (ground.filter(Grondslag.VITAAL_BELANG::equals).isPresent()) {
            // An emergency is for reading: no paper leaves with it.
            throw new AccessRefused(Decision.Reason.RIGHT_NOT_GRANTED);
        }
        var sealed = rows.paper(resident, id, paper).orElseThrow(() -> notThere(id));
        return keys.open(kind.section(), record(paper), 1, sealed);
    }

    <A, E> List<Step<E>> opened(ProcedureType<A, E> type, List<StoredStep> stored) {
        var steps = new ArrayList<Step<E>>(stored.size());
        for (var step : stored) {
            if (step.number() != steps.size() + 1) {
                throw new SecurityException("a step is missing");
            }
            steps.add(codec.open(keys, type, step));
        }
        return steps;
    }

    /** Where it stands now: what is written, and what the clock did since. */
    <A, E> A stands(ProcedureType<A, E> type, ProcedureHead head, List<Step<E>> steps) {
        var stands = type.begin(head.asCase());
        for (var step : steps) {
            stands = type.after(stands, step);
        }
        for (var step : byClock(type, head.id(), stands, steps.size())) {
            stands = type.after(stands, step.as(type));
        }
        return stands;
    }

    /** What the clock did and nobody wrote down yet, in order. */
    <A, E> List<ClockStep> byClock(ProcedureType<A, E> type, ProcedureId id, A written, int steps) {
        var due = new ArrayList<ClockStep>();
        var stands = written;
        for (var next = due(type, stands); next.isPresent(); next = due(type, stands)) {
            var step = new ClockStep(new Case(resident, id), type.kind(), steps + due.size() + 1, next.get());
            due.add(step);
            stands = type.after(stands, step.as(type));
            if (due.size() > MOST_BY_CLOCK) {
                throw new IllegalStateException("the clock never comes to rest in " + type.kind());
            }
        }
        return due;
    }

    private <A> Optional<Alarm> due(ProcedureType<A, ?> type, A stands) {
        return type.alarms(stands).stream()
                .filter(alarm -> !alarm.at().isAfter(now))
                .min(Comparator.comparing(Alarm::at).thenComparing(Alarm::verb));
    }

    static RecordId record(PaperId paper) {
        return new RecordId("procedure.paper", paper.value());
    }

    final AccessRefused notThere(ProcedureId id) {
        missing.accept(id);
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }
}
