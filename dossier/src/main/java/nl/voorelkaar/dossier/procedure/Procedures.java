package nl.voorelkaar.dossier.procedure;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * The only way to procedures. Every read and every turn asks the key broker first, which verifies who signed in, asks
 * consent and has the line in the resident's log before anything opens.
 */
public interface Procedures {

    int LARGEST_PAPER = 10 * 1024 * 1024;

    /** @throws nl.voorelkaar.consent.AccessRefused when one of the sections may not be read */
    <T> T read(Actor actor, ResidentId resident, Set<Section> sections, Function<Reading, T> work);

    /**
     * One procedure, also for who was let into that one and nothing else: then the reading opens this procedure and no
     * other.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when it may not be read
     */
    <T> T readOne(Actor actor, ResidentId resident, ProcedureKind kind, ProcedureId id, Function<Reading, T> work);

    /**
     * Takes steps in one transaction, with one line in the log.
     *
     * @param step for the log: procedure and verb, such as {@code plan.sign}
     * @throws nl.voorelkaar.consent.AccessRefused when the actor may not take part in one of the sections
     * @throws StepRefused when the procedure's own rules say no; that attempt is in the log too
     */
    <T> T take(Actor actor, ResidentId resident, Set<Section> sections, String step, Function<Turn, T> work);

    /** Without content, newest first; at most 50 a kind. Writes no line: nothing is opened. */
    List<ProcedureHead> heads(Actor.Resident actor);

    /** What this professional handles or decides and is not closed, the first due first; at most 500. No content. */
    List<ProcedureHead> handledBy(Actor.Professional actor);

    /**
     * What this professional handled or decided and is closed, as long as the case that was given for it holds; the
     * newest first, at most 100. No content.
     */
    List<ProcedureHead> closedBy(Actor.Professional actor);
}
