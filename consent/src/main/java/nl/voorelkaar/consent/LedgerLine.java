package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A line as the resident reads it.
 *
 * @param sequence 1 for the resident's first event, without gaps: a missing number is a missing line
 * @param by the professional, empty when the resident or the product itself acted
 * @param byResident whether the resident acted
 */
public record LedgerLine(
        UUID id,
        long sequence,
        Instant at,
        LedgerEvent.Kind kind,
        Optional<Party> by,
        boolean byResident,
        Set<Section> sections,
        Optional<Grondslag> ground,
        Optional<String> statute,
        Optional<GrantId> grant,
        LedgerEvent.Outcome outcome,
        Map<String, String> details) {}
