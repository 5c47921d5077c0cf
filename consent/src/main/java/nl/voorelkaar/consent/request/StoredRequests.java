package nl.voorelkaar.consent.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequest.State;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredRequests extends JpaRepository<StoredRequest, StoredRequest.Key> {

    List<StoredRequest> findByKeyResidentIdAndStateAndExpiresAtAfterOrderByAskedAt(
            UUID residentId, State state, Instant now, Limit limit);

    List<StoredRequest> findByKeyResidentIdAndStateOrderByStateSinceDesc(UUID residentId, State state, Limit limit);

    List<StoredRequest> findByKeyResidentIdAndPartyIdOrderByAskedAtDesc(UUID residentId, UUID partyId, Limit limit);

    List<StoredRequest> findByPartyIdOrderByAskedAtDesc(UUID partyId, Limit limit);

    Optional<StoredRequest> findByPartyIdAndKeyRequestId(UUID partyId, UUID requestId);
}
