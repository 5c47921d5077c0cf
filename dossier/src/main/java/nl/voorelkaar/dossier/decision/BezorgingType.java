package nl.voorelkaar.dossier.decision;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Reading;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;
import org.springframework.stereotype.Component;

/** The choice between portal and letter, one in each dossier. Sealed and logged like everything else there. */
@Component
public final class BezorgingType implements ProcedureType<Bezorging, BezorgingEvent> {

    /** What the resident chose, or letters. */
    public Bezorging of(Reading reading) {
        return reading.all(this).stream().findFirst().orElse(Bezorging.LETTERS);
    }

    /**
     * @throws nl.voorelkaar.dossier.procedure.StepRefused for anybody but the resident (DOMAIN §2.6: never delegable)
     */
    public Bezorging choose(Turn turn, ResidentId resident, StepId step, boolean inPortal) {
        if (!(turn.author() instanceof Author.Resident self) || self.through().isPresent()) {
            throw DecisionRefusal.ONLY_RESIDENT.in(State.of(inPortal));
        }
        var chosen = new BezorgingEvent.Chosen(inPortal);
        var id = new ProcedureId(UUID.nameUUIDFromBytes(("bezorging|" + resident).getBytes(StandardCharsets.UTF_8)));
        return turn.all(this).isEmpty()
                ? turn.start(this, id, step, chosen)
                : turn.take(this, id, step, before -> chosen);
    }

    private enum State {
        PORTAAL,
        BRIEF;

        static State of(boolean inPortal) {
            return inPortal ? PORTAAL : BRIEF;
        }
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.BEZORGING;
    }

    @Override
    public Bezorging begin(Case of) {
        return Bezorging.LETTERS;
    }

    @Override
    public Bezorging after(Bezorging before, Step<BezorgingEvent> step) {
        return switch (step.event()) {
            case BezorgingEvent.Chosen chosen -> new Bezorging(chosen.inPortal(), Optional.of(step.at()));
        };
    }

    @Override
    public Map<String, Class<? extends BezorgingEvent>> verbs() {
        return Map.of("choose", BezorgingEvent.Chosen.class);
    }

    @Override
    public BezorgingEvent byClock(String verb) {
        throw new IllegalArgumentException("the clock chooses nothing");
    }

    @Override
    public String state(Bezorging now) {
        return State.of(now.inPortal()).name();
    }

    /** Nobody is to handle it, so no list shows it. */
    @Override
    public boolean closed(Bezorging now) {
        return true;
    }

    @Override
    public Optional<LocalDate> due(Bezorging now) {
        return Optional.empty();
    }

    @Override
    public List<Alarm> alarms(Bezorging now) {
        return List.of();
    }

    @Override
    public Set<PartyId> excluded(Bezorging now) {
        return Set.of();
    }
}
