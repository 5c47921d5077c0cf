package nl.voorelkaar.consent.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredGrants extends JpaRepository<StoredGrant, StoredGrant.Key> {

    Optional<StoredGrant> findByKeyResidentIdAndRequestIdAndPreviousIdIsNull(UUID residentId, UUID requestId);

    @Query("""
            SELECT g FROM StoredGrant g WHERE g.key.residentId = :resident
            ORDER BY CASE WHEN g.state IN (ACTIEF, GEPAUZEERD) AND g.validUntil > :now THEN 0 ELSE 1 END,
                     g.validFrom DESC, g.key.grantId DESC""")
    List<StoredGrant> liveFirst(UUID resident, Instant now, Limit limit);

    @Query("""
            SELECT g FROM StoredGrant g
            WHERE (g.partyId = :party OR (g.terms.teamShared = true AND g.team = :team))
              AND g.state IN (ACTIEF, GEPAUZEERD) AND g.validUntil > :now
            ORDER BY g.validUntil, g.key.grantId""")
    List<StoredGrant> heldBy(UUID party, String team, Instant now, Limit limit);
}
