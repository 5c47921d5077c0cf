package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;

/**
 * What is known of a procedure without a key: for work lists.
 *
 * @param steps how many there are; changes with every step
 * @param handler empty until somebody was given the case
 */
public record ProcedureHead(
        ResidentId resident,
        ProcedureId id,
        ProcedureKind kind,
        String state,
        int steps,
        Optional<PartyId> handler,
        Set<PartyId> excluded,
        Optional<LocalDate> due,
        Instant startedAt,
        Instant changedAt,
        boolean closed) {}
