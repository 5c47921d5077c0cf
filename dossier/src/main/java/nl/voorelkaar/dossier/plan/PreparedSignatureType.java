package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.plan.PreparedSignature.Event;
import nl.voorelkaar.dossier.plan.PreparedSignature.State;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import org.springframework.stereotype.Component;

/** How a signature that a carer made ready gets to its end. The municipality has no part in it, so no list shows it. */
@Component
public final class PreparedSignatureType implements ProcedureType<PreparedSignature, Event> {

    private static final String LAPSE = "lapse";

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.KLAARGEZET_PLAN;
    }

    @Override
    public PreparedSignature begin(Case of) {
        return new PreparedSignature(
                of.id(),
                State.KLAARGEZET,
                PreparedSignature.Act.SIGN,
                Optional.empty(),
                0,
                "",
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public PreparedSignature after(PreparedSignature before, Step<Event> step) {
        return switch (step.event()) {
            case Event.Prepared prepared ->
                new PreparedSignature(
                        before.id(),
                        State.KLAARGEZET,
                        prepared.act(),
                        Optional.of(new ProcedureId(prepared.plan())),
                        prepared.version(),
                        prepared.note(),
                        step.by().carer(),
                        step.at(),
                        step.at().plus(PreparedSignature.WAITS));
            case Event.Confirmed _ -> before.become(State.BEVESTIGD);
            case Event.Declined _ -> before.become(State.AFGEWEZEN);
            case Event.Lapsed _ -> before.become(State.VERVALLEN);
        };
    }

    @Override
    public Map<String, Class<? extends Event>> verbs() {
        return Map.of(
                "prepare",
                Event.Prepared.class,
                "confirm",
                Event.Confirmed.class,
                "decline",
                Event.Declined.class,
                LAPSE,
                Event.Lapsed.class);
    }

    @Override
    public Event byClock(String verb) {
        if (!verb.equals(LAPSE)) {
            throw new IllegalArgumentException("the clock does not " + verb);
        }
        return new Event.Lapsed();
    }

    @Override
    public String state(PreparedSignature now) {
        return now.state().name();
    }

    @Override
    public boolean closed(PreparedSignature now) {
        return true;
    }

    @Override
    public Optional<LocalDate> due(PreparedSignature now) {
        return Optional.of(CalendarDays.dayOf(now.until()));
    }

    @Override
    public List<Alarm> alarms(PreparedSignature now) {
        return now.state() == State.KLAARGEZET
                ? List.of(new Alarm(now.until(), LAPSE, State.VERVALLEN.name()))
                : List.of();
    }

    @Override
    public Set<PartyId> excluded(PreparedSignature now) {
        return Set.of();
    }
}
