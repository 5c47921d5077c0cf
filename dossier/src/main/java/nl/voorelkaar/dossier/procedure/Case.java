package nl.voorelkaar.dossier.procedure;

import nl.voorelkaar.consent.ResidentId;

/** Which procedure, of whom. */
public record Case(ResidentId resident, ProcedureId id) {}
