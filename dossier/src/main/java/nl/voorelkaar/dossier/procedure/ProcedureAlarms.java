package nl.voorelkaar.dossier.procedure;

/**
 * What the clock does to procedures. Run it every minute or so, on the resident face, from as many nodes as there are:
 * every step is taken once, recorded at its own moment. Nothing depends on it for safety: the rules look at the clock
 * themselves.
 */
public interface ProcedureAlarms {

    /** Takes the steps that are due, of at most 500 procedures. @return how many */
    int takeDue();
}
