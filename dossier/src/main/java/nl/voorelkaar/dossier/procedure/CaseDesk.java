package nl.voorelkaar.dossier.procedure;

import java.time.LocalDate;
import java.util.List;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;

/** Giving procedures to people. Shows no content and no name: who assigns need not know. */
public interface CaseDesk {

    /**
     * Open procedures that nobody handles, and those that are ready for a decider who is not there yet; the first due
     * first, at most 500.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when this role assigns no cases
     */
    List<ProcedureHead> waiting(Actor.Professional actor);

    /**
     * Gives the case to somebody to handle, or to decide in when that is what it waits for, with the access that the
     * law gives for it, see {@link ProcedureKind#statute} and {@link ProcedureKind#decidersStatute}.
     *
     * @param until last day of that access
     * @throws nl.voorelkaar.consent.AccessRefused when the actor may not assign, or the other may not have it
     * @throws StepRefused when the other is excluded from this procedure
     */
    void give(Actor.Professional actor, ProcedureHead procedure, PartyId to, LocalDate until);

    /**
     * Open requests about data that no privacy officer took up yet; the first due first, at most 500.
     *
     * @throws nl.voorelkaar.consent.AccessRefused for every other role than the privacy officer's
     */
    List<ProcedureHead> toTakeUp(Actor.Professional officer);

    /**
     * Takes one up: it is the officer's, with the access that the law gives for it, until three months after it is due.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when it does not wait, and when the officer is related to the
     *     resident
     * @throws StepRefused when it is about the officer
     */
    void takeUp(Actor.Professional officer, ProcedureHead request);

    /**
     * Open procedures of this resident that nobody handles yet, of those that the actor may read by law: they do not go
     * along when the actor hands over. The first due first; no content.
     */
    List<ProcedureHead> ofNobody(Actor.Professional actor, ResidentId resident);

    /** Whether somebody in this role can be given what this procedure waits for. */
    boolean fits(ProcedureHead procedure, Role role);

    /**
     * Gives a case back: it waits for somebody again, and the access by law that came with it ends at once.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when it is not the actor's, or was not given to them
     */
    void handBack(Actor.Professional actor, ProcedureId procedure, HandedBack.Why why);
}
