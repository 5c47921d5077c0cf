package nl.voorelkaar.dossier.procedure;

import java.util.function.Function;

/**
 * One or more steps that are taken together: all or none. Until the turn ends nobody else takes a step in the
 * procedures that it touched.
 */
public interface Turn extends Reading {

    Author author();

    /**
     * Starts a procedure. With an id that is there already: where that one stands, when this step was its first.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when another step was
     */
    <A, E> A start(ProcedureType<A, E> type, ProcedureId id, StepId step, E event);

    /**
     * Takes a step, or, when this step was taken before, none.
     *
     * @param verb decides on where the procedure stands; throws {@link StepRefused} when it cannot be taken
     * @return where it stands after
     */
    <A, E> A take(ProcedureType<A, E> type, ProcedureId id, StepId step, Function<A, ? extends E> verb);

    /**
     * Keeps a file with a procedure, sealed under the key of its section. Keeping it twice keeps the first.
     *
     * @param bytes at most {@link Procedures#LARGEST_PAPER}
     */
    void keep(ProcedureKind kind, ProcedureId id, PaperId paper, byte[] bytes);
}
