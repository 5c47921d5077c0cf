package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.SealedRecord;

/** A step as it lies in the database. @param body empty for a step of the clock */
record StoredStep(
        ProcedureId procedure,
        int number,
        StepId id,
        Section section,
        String verb,
        Optional<PartyId> by,
        Instant at,
        Optional<SealedRecord> body) {}
