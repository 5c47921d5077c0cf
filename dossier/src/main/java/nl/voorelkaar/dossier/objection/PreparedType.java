package nl.voorelkaar.dossier.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.objection.PreparedObjection.Event;
import nl.voorelkaar.dossier.objection.PreparedObjection.State;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import org.springframework.stereotype.Component;

/** How an objection that a carer prepared gets to its end. The municipality has no part in it, so no list shows it. */
@Component
public final class PreparedType implements ProcedureType<PreparedObjection, Event> {

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.KLAARGEZET;
    }

    @Override
    public PreparedObjection begin(Case of) {
        return new PreparedObjection(
                of.id(),
                State.KLAARGEZET,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public PreparedObjection after(PreparedObjection before, Step<Event> step) {
        return switch (step.event()) {
            case Event.Prepared prepared ->
                waiting(
                        step,
                        Optional.of(new ProcedureId(prepared.besluit())),
                        Optional.empty(),
                        Optional.of(prepared.filing()),
                        before.id());
            case Event.WithdrawalPrepared prepared ->
                waiting(
                        step,
                        Optional.empty(),
                        Optional.of(new ProcedureId(prepared.bezwaar())),
                        Optional.empty(),
                        before.id());
            case Event.Confirmed _ -> before.become(State.BEVESTIGD);
            case Event.Declined _ -> before.become(State.AFGEWEZEN);
            case Event.Lapsed _ -> before.become(State.VERVALLEN);
        };
    }

    private static PreparedObjection waiting(
            Step<Event> step,
            Optional<ProcedureId> besluit,
            Optional<ProcedureId> withdraws,
            Optional<Bezwaar.Filing> filing,
            ProcedureId id) {
        return new PreparedObjection(
                id,
                State.KLAARGEZET,
                besluit,
                withdraws,
                filing,
                step.by().carer(),
                step.at(),
                step.at().plus(PreparedObjection.WAITS));
    }

    @Override
    public Map<String, Class<? extends Event>> verbs() {
        return Map.of(
                "prepare", Event.Prepared.class,
                "prepare-withdrawal", Event.WithdrawalPrepared.class,
                "confirm", Event.Confirmed.class,
                "decline", Event.Declined.class,
                "lapse", Event.Lapsed.class);
    }

    @Override
    public Event byClock(String verb) {
        if (!verb.equals("lapse")) {
            throw new IllegalArgumentException("the clock does not " + verb);
        }
        return new Event.Lapsed();
    }

    @Override
    public String state(PreparedObjection now) {
        return now.state().name();
    }

    @Override
    public boolean closed(PreparedObjection now) {
        return true;
    }

    @Override
    public Optional<LocalDate> due(PreparedObjection now) {
        return Optional.of(CalendarDays.dayOf(now.until()));
    }

    @Override
    public List<Alarm> alarms(PreparedObjection now) {
        return now.state() == State.KLAARGEZET
                ? List.of(new Alarm(now.until(), "lapse", State.VERVALLEN.name()))
                : List.of();
    }

    @Override
    public Set<PartyId> excluded(PreparedObjection now) {
        return Set.of();
    }
}
