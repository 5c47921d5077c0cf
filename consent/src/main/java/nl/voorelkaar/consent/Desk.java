package nl.voorelkaar.consent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Acting for a resident who is not online, in the open: what the resident tells is written down here and done by the
 * resident face, by the same rules and with the same keys as when the resident does it there. Nothing here opens
 * anything of a dossier.
 *
 * <p>What gives somebody access or can cost the resident something waits for a code, see
 * {@link DeskAct.Kind#needsCode}. The code is made on the resident face and leaves in a letter to the address that the
 * register of persons has: who works here never sees it and cannot choose where it goes.
 */
public interface Desk {

    /** How long a code can be used. */
    Duration CODE_VALID = Duration.ofDays(14);

    /** How often a wrong code can be tried at one act. */
    int TRIES = 5;

    /** The largest scan. */
    int LARGEST_SCAN = 10 * 1024 * 1024;

    /**
     * What a resident who calls, writes or comes by may be asked about. One line in the resident's log for each visit
     * of ten minutes.
     *
     * @throws AccessRefused for every role but the desk (KCC), and when the actor is related to the resident
     */
    Visit visit(Actor.Professional actor, ResidentId resident, DeskAct.Channel channel);

    /**
     * Writes down what the resident wants. Writing it down twice with one id writes it once. What stops somebody's
     * access takes the keys away before this returns.
     *
     * @param scan what the resident signed, as PDF
     * @throws DeskRefused when a rule forbids it
     */
    DeskAct record(
            Actor.Professional actor,
            ResidentId resident,
            DeskActId id,
            DeskAct.Channel channel,
            DeskOrder order,
            Optional<byte[]> scan);

    /**
     * The resident gives the code. What was written down is done within seconds.
     *
     * @param code as typed: case, blanks and hyphens do not matter
     * @throws DeskRefused with a reason that tells a guesser nothing about codes that exist
     */
    DeskAct confirm(Actor.Professional actor, ResidentId resident, DeskActId id, String code);

    /**
     * How far this is, for who may write it down; empty when nobody did.
     *
     * @throws AccessRefused when the actor is related to the resident
     */
    Optional<DeskAct> find(Actor.Professional actor, ResidentId resident, DeskActId id);

    /** The resident does not want it after all, or never asked it: nothing comes of it any more. Idempotent. */
    void withdraw(Actor.Professional actor, ResidentId resident, DeskActId id);

    /**
     * @param requests that can be answered
     * @param grants that hold: to whom, what and until when
     * @param mandates that hold or wait
     * @param acts newest first
     */
    record Visit(List<AccessRequest> requests, List<Grant> grants, List<HeldMandate> mandates, List<DeskAct> acts) {}

    /** @param initials of the carer; empty until somebody accepted */
    record HeldMandate(MandateId id, Optional<String> initials, Optional<java.time.LocalDate> lastDay) {}
}
