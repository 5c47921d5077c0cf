package nl.voorelkaar.dossier.escalation;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why a step on the ladder cannot be taken. */
public enum EscalationRefusal implements StepRefused.Reason {
    /** This role does not carry a situation to that phase. */
    NOT_BY_THIS_ROLE,
    /** Up goes one phase at a time. */
    NOT_THE_NEXT,
    SAME_PHASE,
    /** From phase three on somebody else directs than who carried it there. */
    DIRECTS_THEMSELVES,
    NO_DIRECTOR,
    /** The resident reads why: at least thirty characters. */
    WHY_TOO_SHORT,
    /** Nobody spoke with the resident, and it does not say why not. */
    NOT_SPOKEN,
    /** This phase does not open that. */
    NOT_OPENED,
    NOBODY_NAMED,
    /** What was agreed, or why it ends. */
    NOTHING_WRITTEN,
    TOO_LONG,
    ENDED;

    @Override
    public String key() {
        return "escalation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
