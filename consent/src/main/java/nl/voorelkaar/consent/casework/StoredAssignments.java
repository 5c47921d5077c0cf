package nl.voorelkaar.consent.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.ConsentEvent;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredAssignments extends JpaRepository<StoredAssignment, StoredAssignment.Key> {

    @Query("""
            SELECT a FROM StoredAssignment a
            WHERE a.key.residentId = :resident AND a.endedAt IS NULL AND a.validUntil > :now
            ORDER BY a.validUntil, a.key.assignmentId""")
    List<StoredAssignment> of(UUID resident, Instant now, Limit limit);

    @Query("""
            SELECT a FROM StoredAssignment a
            WHERE a.partyId = :party AND a.endedAt IS NULL AND a.validUntil > :now
            ORDER BY a.validUntil, a.key.assignmentId""")
    List<StoredAssignment> heldBy(UUID party, Instant now, Limit limit);

    @Query("""
            SELECT a FROM StoredAssignment a
            WHERE a.key.assignmentId = :assignment AND a.partyId = :party AND a.endedAt IS NULL AND a.validUntil > :now""")
    Optional<StoredAssignment> held(UUID assignment, UUID party, Instant now);

    @Query("""
            SELECT a FROM StoredAssignment a
            WHERE a.assignedBy = :party AND a.endedAt IS NULL AND a.validUntil > :now
            ORDER BY a.validUntil, a.key.assignmentId""")
    List<StoredAssignment> assignedBy(UUID party, Instant now, Limit limit);

    @Query("""
            SELECT a FROM StoredAssignment a
            WHERE a.key.assignmentId = :assignment AND (a.partyId = :party OR a.assignedBy = :party)""")
    Optional<StoredAssignment> ofParty(UUID assignment, UUID party);

    @Query("""
            SELECT a FROM StoredAssignment a
            WHERE a.key.residentId = :resident AND a.partyId = :party AND a.endedAt IS NULL AND a.validUntil > :now
            ORDER BY a.key.assignmentId""")
    List<StoredAssignment> heldOf(UUID resident, UUID party, Instant now);

    /** What to tell about one that was just ended. */
    default ConsentEvent.AssignmentEnded ended(StoredAssignment assignment, Instant now) {
        var left = heldOf(assignment.resident().value(), assignment.to().value(), now);
        return new ConsentEvent.AssignmentEnded(
                assignment.resident(),
                assignment.id(),
                Optional.of(assignment.to()).filter(ignored -> left.isEmpty()));
    }
}
