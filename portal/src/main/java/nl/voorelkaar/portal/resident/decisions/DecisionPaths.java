package nl.voorelkaar.portal.resident.decisions;

import nl.voorelkaar.dossier.procedure.ProcedureId;

/** Where things about decisions are on this face. */
final class DecisionPaths {

    static final String ALL = "mijn/besluiten";
    static final String APPLY = "mijn/besluiten/aanvragen";
    static final String DELIVERY = "mijn/besluiten/bezorging";
    static final String AANVRAAG = "mijn/besluiten/aanvraag";

    private DecisionPaths() {}

    static String aanvraag(ProcedureId id) {
        return "/" + AANVRAAG + "/" + id;
    }

    static String besluit(ProcedureId id) {
        return "/" + ALL + "/" + id;
    }
}
