package nl.voorelkaar.dossier.decision;

import nl.voorelkaar.dossier.deadline.Rule;

/** Under which law help is applied for; it sets the time to decide. */
public enum Law {
    WMO(Rule.WMO_DECISION),
    JEUGDWET(Rule.DECISION_8_WEEKS),
    PARTICIPATIEWET(Rule.DECISION_8_WEEKS),
    SCHULDHULPVERLENING(Rule.DECISION_8_WEEKS);

    private final Rule term;

    Law(Rule term) {
        this.term = term;
    }

    /** The time to decide: two weeks (Wmo 2.3.5 lid 2), or in any case within eight (Awb 4:13 lid 2). */
    public Rule term() {
        return term;
    }
}
