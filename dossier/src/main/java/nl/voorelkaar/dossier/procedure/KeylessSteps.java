package nl.voorelkaar.dossier.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Steps that the house itself takes while nobody is signed in, such as writing down what a mail server said. They bring
 * no text, so they need no key. On the resident face only.
 */
public interface KeylessSteps {

    /**
     * Takes a step now, after those that the clock has due.
     *
     * @param decides on the state and on the verbs so far, in order; empty for no step
     * @return whether one was taken; false also when there is no such procedure any more
     */
    boolean take(Case which, BiFunction<String, List<String>, Optional<Taken>> decides);

    /**
     * @param verb one that {@link ProcedureType#byClock} knows
     * @param state for lists, when it changes
     * @param due for lists, when it changes
     * @param opens whether somebody has to act again in what was over
     * @param cancels verbs of alarms that do not go off any more
     */
    record Taken(String verb, Optional<String> state, Optional<LocalDate> due, boolean opens, Set<String> cancels) {

        /** A line, and nothing else changes. */
        public static Taken only(String verb) {
            return new Taken(verb, Optional.empty(), Optional.empty(), false, Set.of());
        }
    }
}
