package nl.voorelkaar.consent.receipt;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredRecords extends JpaRepository<StoredRecord, StoredRecord.Key> {

    List<StoredRecord> findByKeyResidentIdOrderByRecordedAtDescKeyRecordId(UUID residentId, Limit limit);

    List<StoredRecord> findByKeyResidentIdAndRequestIdOrderByRecordedAtDescKeyRecordId(
            UUID residentId, UUID requestId, Limit limit);
}
