package nl.voorelkaar.dossier.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import org.springframework.stereotype.Component;

/** The ladder as a procedure. */
@Component
public final class EscalationType implements ProcedureType<Escalation, EscalationEvent> {

    private static final Map<String, Class<? extends EscalationEvent>> VERBS = Map.of(
            "reach", EscalationEvent.Reached.class,
            "meet", EscalationEvent.Met.class,
            "end", EscalationEvent.Ended.class);

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.OPSCHALING;
    }

    @Override
    public Escalation begin(Case of) {
        return Escalation.of(of);
    }

    @Override
    public Escalation after(Escalation before, Step<EscalationEvent> step) {
        return before.after(step);
    }

    @Override
    public Map<String, Class<? extends EscalationEvent>> verbs() {
        return VERBS;
    }

    @Override
    public EscalationEvent byClock(String verb) {
        throw new IllegalArgumentException("the clock does not " + verb);
    }

    @Override
    public String state(Escalation now) {
        return now.state();
    }

    @Override
    public boolean closed(Escalation now) {
        return !now.open();
    }

    @Override
    public Optional<LocalDate> due(Escalation now) {
        return Optional.empty();
    }

    @Override
    public List<Alarm> alarms(Escalation now) {
        return List.of();
    }

    @Override
    public Set<PartyId> excluded(Escalation now) {
        return Set.of();
    }
}
