package nl.voorelkaar.dossier.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;

/**
 * Making, signing and following plans. Every call asks consent and leaves its line in the resident's log.
 *
 * <p>All throw {@link nl.voorelkaar.consent.AccessRefused} when the plan may not be opened, and what changes something
 * {@link nl.voorelkaar.dossier.procedure.StepRefused} with a {@link PlanRefusal}; nothing was changed then.
 */
public interface Plans {

    /** Newest first; at most 50. */
    List<Ondersteuningsplan> of(Actor actor, ResidentId resident);

    Ondersteuningsplan find(Actor actor, ResidentId resident, ProcedureId plan);

    /** A frozen or signed plan, or a scan. */
    byte[] paper(Actor actor, ResidentId resident, ProcedureId plan, PaperId paper);

    /** The plan as it stands now, printed without any claim: for who wants it on paper while it is being made. */
    byte[] print(Actor actor, ResidentId resident, ProcedureId plan);

    /**
     * Starts a plan, or gives the one that this step started.
     *
     * @param follows the plan of which the text is copied
     */
    Ondersteuningsplan start(PlanStep step, PlanWay way, Optional<ProcedureId> follows);

    /**
     * Takes one step.
     *
     * @param name of the verb, for the log, such as {@code write}
     * @throws ChangedMeanwhile when somebody else changed what this builds on
     */
    Ondersteuningsplan take(PlanStep step, String name, PlanVerb verb);

    /** Prints the plan and freezes it as a new version, to be signed. */
    Ondersteuningsplan freeze(PlanStep step);

    /**
     * Puts a signature: the municipality's seal on the frozen paper, with the evidence of who agreed to what. Of two
     * people who sign at the same moment each gets a place; a crash between them leaves the first.
     */
    Ondersteuningsplan sign(PlanStep step, Intent intent);

    /**
     * The resident comes back on the signature.
     *
     * @param application whether the application that belongs to the plan should stop too: asked apart, never assumed
     */
    Ondersteuningsplan withdraw(PlanStep step, boolean application);

    /**
     * Registers what the resident signed with ink, once the resident confirmed it with the code from a letter: see
     * {@link #paperCode}.
     *
     * @param scan a PDF
     */
    Ondersteuningsplan signInInk(PlanStep step, String sha256, byte[] scan, LocalDate signedOn, Optional<Apply> apply);

    /**
     * How far the letter with a code is, for what the resident did with this version on paper or by phone; empty when
     * none was asked for, or none came back in time. Until {@link DeskAct.State#UITGEVOERD} neither the signature nor
     * its withdrawal can be registered. Workspace only.
     *
     * @param kind {@link DeskAct.Kind#SIGN_PLAN} or {@link DeskAct.Kind#WITHDRAW_PLAN}
     */
    Optional<DeskAct> paperCode(PlanStep step, DeskAct.Kind kind);

    /** Has that letter sent to the resident. Idempotent while it waits. */
    DeskAct askPaperCode(PlanStep step, DeskAct.Kind kind, DeskAct.Channel channel);
}
