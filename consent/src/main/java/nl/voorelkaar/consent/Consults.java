package nl.voorelkaar.consent;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * Asking an expert about one resident, with the resident's consent (DOMAIN §4, [S2]: "met medeweten en toestemming").
 * What is asked is for the dossier to keep; here is who asked whom, whether the resident said yes, and until when.
 * Every change is published as an event so that keys follow, in the transaction of the caller where there is one.
 */
public interface Consults {

    /** How long a question waits for the resident. */
    Duration ANSWER_WITHIN = Duration.ofDays(14);

    /** The longest that an expert can be let in. */
    Period LONGEST = Period.ofMonths(3);

    /**
     * Puts a question; opens nothing yet. The caller asked the access decision for the step before. Asking twice with
     * one id asks once.
     *
     * @throws ConsultRefused with the rule that forbids it
     */
    Consult ask(Actor.Professional actor, ConsultId id, ResidentId resident, PartyId expert, LocalDate lastDay);

    /**
     * Lets the expert in: the keys are made before this returns. Twice is once. @throws ConsultRefused when it ended
     */
    Consult agree(Actor.Resident actor, ConsultId id, ShownText shown);

    /** No reason asked. Twice is once. @throws ConsultRefused when it was answered otherwise */
    Consult refuse(Actor.Resident actor, ConsultId id, ShownText shown);

    /** Shuts the expert out at once; the keys are gone when this returns. Idempotent. */
    void stop(Actor.Resident actor, ConsultId id, ShownText shown);

    /** Taken back by who asked; the keys are gone when this returns. Idempotent. */
    void withdraw(Actor.Professional actor, ConsultId id);

    /**
     * The expert answered: it closes for them, and the keys are gone when this returns.
     *
     * @throws ConsultRefused when it is not open
     */
    void answered(Actor.Professional actor, ConsultId id);

    /** Newest first; at most 100. */
    List<Consult> of(Actor.Resident actor);

    /** @throws AccessRefused when it is not there for this resident */
    Consult find(Actor.Resident actor, ConsultId id);

    /** All evidence about this question, newest first. @throws AccessRefused when it is not there for this resident */
    List<ConsentRecord> records(Actor.Resident actor, ConsultId id);

    /** Questions that this professional put, newest first; at most 100. */
    List<Consult> askedBy(Actor.Professional actor);

    /** Questions that were put to this expert and that the resident agreed to, newest first; at most 100. */
    List<Consult> putTo(Actor.Professional actor);

    /** @throws AccessRefused when it is not theirs */
    Consult find(Actor.Professional actor, ConsultId id);
}
