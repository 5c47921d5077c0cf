package nl.voorelkaar.dossier.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;

/**
 * One household, one plan, separate dossiers. Whoever takes part joins with a login of their own and gets a plan of
 * their own, with the text of the household; it is signed, and can be withdrawn, by each for themselves. Members show
 * each other their name, where their plan stands, and the text as it was last frozen; never their own words, and
 * nothing else of their dossier.
 *
 * <p>Not guaranteed: that the plans say the same. A difference is shown, and taken over by who wants to.
 */
public interface Households {

    /** How long a code can be used. */
    Duration VALID = Duration.ofDays(1);

    /** From this age somebody joins by their own decision (DOMAIN §3.4). */
    int OLD_ENOUGH = 16;

    /**
     * The household of this plan; empty when it has none.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when the plan may not be read
     */
    Optional<Household> of(Actor actor, ResidentId resident, ProcedureId plan);

    /**
     * A code to hand to somebody at home. Begins a household when there is none, and shows the text of the plan as it
     * is now to who joins.
     */
    Code invite(Actor.Resident actor, Ondersteuningsplan plan);

    /**
     * Who hands out this code, by name: to be seen before joining.
     *
     * @throws CodeRefused when unknown, expired, one's own, or tried too often; unknown and expired look the same
     */
    String inviter(Actor.Resident actor, String code);

    /**
     * Joins, with a plan of one's own that starts with the text of who invited.
     *
     * @throws CodeRefused as {@link #inviter} does
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when too young to decide alone
     */
    Ondersteuningsplan join(Actor.Resident actor, String code, ProcedureId plan, StepId step);

    /** Shows the text of this plan, as it is now, to the others; does nothing for a plan without a household. */
    void share(Actor actor, ResidentId resident, Ondersteuningsplan plan);

    /** Stops taking part: the others see that, and no text any more. The own plan stays as it is. */
    void leave(Actor.Resident actor, ProcedureId plan);

    /** @param text as shown, such as {@code 7KQ4-M2XP} */
    record Code(String text, Instant expiresAt) {

        @Override
        public String toString() {
            return "Code[redacted]";
        }
    }

    final class CodeRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean tooManyTries;

        public CodeRefused(boolean tooManyTries) {
            super("code refused");
            this.tooManyTries = tooManyTries;
        }

        public boolean tooManyTries() {
            return tooManyTries;
        }
    }
}
