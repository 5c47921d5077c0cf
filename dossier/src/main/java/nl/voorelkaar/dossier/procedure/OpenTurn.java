package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.voorelkaar.consent.HelpWithOneThing;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.dossier.vault.Compartments;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SealedRecord;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.context.ApplicationEventPublisher;

final class OpenTurn extends OpenReading implements Turn {

    private final Author author;
    private final ApplicationEventPublisher events;
    private final Compartments compartments;
    private final HelpWithOneThing help;
    private final List<LedgerEvent> lastLines = new ArrayList<>();

    OpenTurn(
            ResidentId resident,
            SectionKeys keys,
            ProcedureRows rows,
            StepCodec codec,
            Instant now,
            Consumer<ProcedureId> missing,
            Author author,
            ApplicationEventPublisher events,
            Compartments compartments,
            HelpWithOneThing help) {
        super(resident, keys, rows, codec, now, missing);
        this.author = author;
        this.events = events;
        this.compartments = compartments;
        this.help = help;
    }

    @Override
    public Author author() {
        return author;
    }

    @Override
    public <A, E> A start(ProcedureType<A, E> type, ProcedureId id, StepId stepId, E event) {
        var step = new Step<>(1, stepId, now(), author, event);
        var stands = type.after(type.begin(new Case(resident, id)), step);
        var handler = party(author)
                .filter(party -> type.handledByWhoStarts(stands)
                        && !type.excluded(stands).contains(party));
        var head = head(type, id, stands, step, handler, false, Optional.empty(), now());
        if (!rows.insert(head)) {
            return first(type, id, stepId);
        }
        record(type, id, stands, step, head);
        return stands;
    }

    private <A, E> A first(ProcedureType<A, E> type, ProcedureId id, StepId stepId) {
        var head = rows.lock(resident, type.kind(), id).orElseThrow(() -> notThere(id));
        var steps = opened(type, rows.steps(resident, List.of(id)));
        if (!steps.getFirst().id().equals(stepId)) {
            throw notThere(id);
        }
        return stands(type, head, steps);
    }

    @Override
    public <A, E> A take(ProcedureType<A, E> type, ProcedureId id, StepId stepId, Function<A, ? extends E> verb) {
        var head = rows.lock(resident, type.kind(), id).orElseThrow(() -> notThere(id));
        var steps = opened(type, rows.steps(resident, List.of(id)));
        if (steps.stream().anyMatch(taken -> taken.id().equals(stepId))) {
            return stands(type, head, steps);
        }
        var stands = type.begin(head.asCase());
        for (var step : steps) {
            stands = type.after(stands, step);
        }
        for (var step : byClock(type, id, stands, steps.size())) {
            rows.insert(resident, id, step.stored());
            events.publishEvent(step.event());
            lastLines.add(step.line());
            steps.add(step.as(type));
            stands = type.after(stands, step.as(type));
        }
        var step = new Step<E>(steps.size() + 1, stepId, now(), author, verb.apply(stands));
        var after = type.after(stands, step);
        var next = head(type, id, after, step, head.handler(), head.given(), head.decider(), head.startedAt());
        record(type, id, after, step, next);
        rows.update(next);
        if (next.closed() && !head.closed()) {
            lastLines.addAll(help.ended(resident, new Thing(id.value())));
        }
        return after;
    }

    /** What the clock did before these steps, and what ended with them: to be logged at the end of the transaction. */
    List<LedgerEvent> lastLines() {
        return lastLines;
    }

    private <A, E> void record(ProcedureType<A, E> type, ProcedureId id, A stands, Step<E> step, ProcedureHead head) {
        var stored = codec.seal(keys, type, id, step);
        rows.insert(resident, id, stored);
        stored.body().ifPresent(body -> share(id, type.kind(), StepCodec.record(id), stored.number(), body));
        rows.setAlarms(resident, id, type.alarms(stands));
        events.publishEvent(new ProcedureEvent(
                resident, id, step.id(), type.kind(), stored.verb(), head.state(), party(author), false));
    }

    private <A, E> ProcedureHead head(
            ProcedureType<A, E> type,
            ProcedureId id,
            A stands,
            Step<E> step,
            Optional<PartyId> handler,
            boolean given,
            Optional<PartyId> decider,
            Instant startedAt) {
        return new ProcedureHead(
                resident,
                id,
                type.kind(),
                type.state(stands),
                step.number(),
                handler,
                given,
                type.excluded(stands),
                type.due(stands),
                type.appointment(stands),
                startedAt,
                step.at(),
                type.closed(stands),
                decider,
                type.needsDecider(stands),
                Optional.empty());
    }

    private static Optional<PartyId> party(Author author) {
        return author instanceof Author.Professional professional
                ? Optional.of(professional.party())
                : Optional.empty();
    }

    @Override
    public void keep(ProcedureKind kind, ProcedureId id, PaperId paper, byte[] bytes) {
        if (bytes.length > Procedures.LARGEST_PAPER) {
            throw new IllegalArgumentException("a paper has at most 10 MiB");
        }
        var sealed = keys.seal(kind.section(), record(paper), 1, bytes);
        if (rows.insert(resident, id, paper, kind.section(), sealed, now())) {
            share(id, kind, record(paper), 1, sealed);
        }
    }

    /** With whoever helps with this procedure. */
    private void share(ProcedureId id, ProcedureKind kind, RecordId record, int version, SealedRecord sealed) {
        compartments.share(keys, resident, new Thing(id.value()), kind.section(), record, version, sealed);
    }
}
