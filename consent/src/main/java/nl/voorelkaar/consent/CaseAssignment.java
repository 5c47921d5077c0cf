package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A statutory task of one professional in one dossier: the ground WETTELIJKE_TAAK for the sections that the
 * need-to-know table (DOMAIN §4) gives the role.
 */
public record CaseAssignment(
        UUID id, ResidentId resident, Party to, String statute, Set<Section> sections, Instant from, Instant until) {}
