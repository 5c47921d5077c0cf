package nl.voorelkaar.dossier.escalation;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.dossier.escalation.AveFase.Opening;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Ended;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Met;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Reached;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.History;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * Where a situation stands on the ladder. Immutable; made of its steps only. Its verbs decide: they give the event to
 * record, or throw {@link StepRefused} with an {@link EscalationRefusal}.
 */
public final class Escalation {

    /** In characters, of each text. */
    public static final int LONGEST_TEXT = 4_000;

    private final Case of;
    private final History<EscalationEvent> history;

    private Escalation(Case of, History<EscalationEvent> history) {
        this.of = of;
        this.history = history;
    }

    static Escalation of(Case of) {
        return new Escalation(of, new History<>(List.of()));
    }

    Escalation after(Step<EscalationEvent> step) {
        return new Escalation(of, history.with(step));
    }

    public ProcedureId id() {
        return of.id();
    }

    /** Everything that happened, in order. */
    public List<Step<EscalationEvent>> steps() {
        return history.steps();
    }

    public AveFase phase() {
        return reached().phase();
    }

    /** How it came to this phase, and who directs. */
    public Reached reached() {
        return history.last(Reached.class).orElseThrow();
    }

    public boolean open() {
        return history.last(Ended.class).isEmpty();
    }

    String state() {
        return open() ? "FASE_" + phase().name() : "BEEINDIGD";
    }

    /** The first step on the ladder. */
    public static Reached begin(Author by, Reached wanted) {
        return decided(Optional.empty(), by, wanted, "BEGIN");
    }

    /** Another phase. */
    public Reached reach(Author by, Reached wanted) {
        requireOpen();
        return decided(Optional.of(phase()), by, wanted, state());
    }

    private static Reached decided(Optional<AveFase> from, Author by, Reached wanted, String state) {
        var professional = professional(by, state);
        requireShort(state, wanted.director(), wanted.why(), wanted.whyNot());
        LadderPolicies.refusal(new LadderPolicies.Wish(from, wanted, professional))
                .ifPresent(reason -> {
                    throw new StepRefused(reason, state);
                });
        return wanted;
    }

    /** People talked: with partners only in a phase that opens that, and then each of them is named. */
    public Met meet(Author by, Met met) {
        requireOpen();
        professional(by, state());
        requireShort(state(), met.outcome(), String.join("", met.with()));
        if (!phase().opens(met.as())) {
            throw refused(EscalationRefusal.NOT_OPENED);
        }
        var partners = met.with().stream().anyMatch(name -> !name.isBlank());
        if (met.as() == Opening.OVERLEG_MET_INWONER ? partners || !met.resident() : !partners) {
            throw refused(EscalationRefusal.NOBODY_NAMED);
        }
        if (met.outcome().isBlank()) {
            throw refused(EscalationRefusal.NOTHING_WRITTEN);
        }
        return met;
    }

    public Ended end(Author by, String why) {
        requireOpen();
        professional(by, state());
        requireShort(state(), why);
        if (why.isBlank()) {
            throw refused(EscalationRefusal.NOTHING_WRITTEN);
        }
        return new Ended(why.strip());
    }

    private static Author.Professional professional(Author by, String state) {
        if (by instanceof Author.Professional professional
                && AveFase.EEN.reachedBy().contains(professional.role())) {
            return professional;
        }
        throw new StepRefused(EscalationRefusal.NOT_BY_THIS_ROLE, state);
    }

    private void requireOpen() {
        if (!open()) {
            throw refused(EscalationRefusal.ENDED);
        }
    }

    private static void requireShort(String state, String... texts) {
        for (var text : texts) {
            if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
                throw new StepRefused(EscalationRefusal.TOO_LONG, state);
            }
        }
    }

    private StepRefused refused(EscalationRefusal reason) {
        return new StepRefused(reason, state());
    }
}
