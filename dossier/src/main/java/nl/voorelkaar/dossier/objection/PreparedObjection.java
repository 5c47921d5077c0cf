package nl.voorelkaar.dossier.objection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;

/**
 * An objection, or its withdrawal, that a carer prepared for the resident. It is nothing yet: it waits until the
 * resident confirms it, and goes by itself when nobody does. The term for objecting runs on.
 *
 * @param besluit against which; empty for a withdrawal
 * @param withdraws which objection it takes back; empty for an objection
 * @param until first instant at which it can no longer be confirmed
 */
public record PreparedObjection(
        ProcedureId id,
        State state,
        Optional<ProcedureId> besluit,
        Optional<ProcedureId> withdraws,
        Optional<Bezwaar.Filing> filing,
        Optional<Author.Carer> by,
        Instant at,
        Instant until) {

    /** How long the resident has. */
    public static final Duration WAITS = Duration.ofDays(14);

    public enum State {
        KLAARGEZET,
        BEVESTIGD,
        AFGEWEZEN,
        VERVALLEN
    }

    /** What can happen to it. */
    public sealed interface Event {

        record Prepared(UUID besluit, Bezwaar.Filing filing) implements Event {

            @Override
            public String toString() {
                return "Prepared[redacted]";
            }
        }

        /** Of an objection that was filed. */
        record WithdrawalPrepared(UUID bezwaar) implements Event {}

        record Confirmed() implements Event {}

        record Declined() implements Event {}

        record Lapsed() implements Event {}
    }

    /**
     * @throws nl.voorelkaar.dossier.procedure.StepRefused for anybody but the resident in person, and when it is over
     */
    Event confirm(Author by) {
        return answer(by, new Event.Confirmed());
    }

    Event decline(Author by) {
        return answer(by, new Event.Declined());
    }

    private Event answer(Author by, Event answer) {
        if (!(by instanceof Author.Resident resident) || resident.through().isPresent()) {
            throw ObjectionRefusal.ONLY_RESIDENT.in(state);
        }
        if (state != State.KLAARGEZET) {
            throw ObjectionRefusal.OVER.in(state);
        }
        return answer;
    }

    PreparedObjection become(State state) {
        return new PreparedObjection(id, state, besluit, withdraws, filing, by, at, until);
    }

    @Override
    public String toString() {
        return "PreparedObjection[" + id + "]";
    }
}
