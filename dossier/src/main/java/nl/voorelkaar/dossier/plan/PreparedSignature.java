package nl.voorelkaar.dossier.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * A signature that a carer made ready for the resident, or coming back on one. It signs nothing: the resident reads the
 * plan and signs it in person, with an own recent login, or lets it lapse.
 *
 * @param version of the plan that it is about; another version is not what was made ready
 * @param note what the carer wants to say with it; may be empty
 * @param until first instant at which it lapses
 */
public record PreparedSignature(
        ProcedureId id,
        State state,
        Act act,
        Optional<ProcedureId> plan,
        int version,
        String note,
        Optional<Author.Carer> by,
        Instant at,
        Instant until) {

    /** How long the resident has. */
    public static final Duration WAITS = Duration.ofDays(14);

    /** In characters. */
    public static final int LONGEST_NOTE = 2_000;

    public enum State {
        KLAARGEZET,
        BEVESTIGD,
        AFGEWEZEN,
        VERVALLEN
    }

    public enum Act {
        SIGN,
        WITHDRAW
    }

    /** What can happen to it. Kept as long as the plan: names never change. */
    public sealed interface Event {

        record Prepared(Act act, UUID plan, int version, String note) implements Event {

            @Override
            public String toString() {
                return "Prepared[redacted]";
            }
        }

        record Confirmed() implements Event {}

        record Declined() implements Event {}

        record Lapsed() implements Event {}
    }

    /** @throws StepRefused when there is nothing of that kind to do in this plan now, or the note is too long */
    static Event.Prepared prepare(Act act, Ondersteuningsplan plan, String note) {
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw new StepRefused(PlanRefusal.TOO_LONG, plan.state().name());
        }
        if (!fits(act, plan)) {
            throw new StepRefused(
                    act == Act.SIGN ? PlanRefusal.NOT_FROZEN : PlanRefusal.NOTHING_TO_WITHDRAW,
                    plan.state().name());
        }
        return new Event.Prepared(
                act, plan.id().value(), plan.version().orElseThrow().number(), note.strip());
    }

    /** Whether the resident can still do this with that plan. */
    boolean fits(Ondersteuningsplan now) {
        return plan.equals(Optional.of(now.id()))
                && now.version().filter(last -> last.number() == version).isPresent()
                && fits(act, now);
    }

    /** Whether a resident could sign this plan now, or come back on the signature. */
    public static boolean fits(Act act, Ondersteuningsplan plan) {
        return switch (act) {
            case SIGN ->
                plan.state().waitsForSignatures()
                        && plan.version()
                                .filter(version ->
                                        version.signature(Signer.RESIDENT).isEmpty())
                                .isPresent();
            case WITHDRAW -> plan.state() == PlanState.IN_BEDENKTERMIJN;
        };
    }

    Event confirm(Author by) {
        return answer(by, new Event.Confirmed());
    }

    Event decline(Author by) {
        return answer(by, new Event.Declined());
    }

    private Event answer(Author by, Event answer) {
        if (!(by instanceof Author.Resident) || by.carer().isPresent()) {
            throw new StepRefused(PlanRefusal.ONLY_THE_RESIDENT, state.name());
        }
        if (state != State.KLAARGEZET) {
            throw new StepRefused(PlanRefusal.NOT_THERE, state.name());
        }
        return answer;
    }

    PreparedSignature become(State state) {
        return new PreparedSignature(id, state, act, plan, version, note, by, at, until);
    }

    @Override
    public String toString() {
        return "PreparedSignature[" + id + "]";
    }
}
