package nl.voorelkaar.consent.receipt;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredRecords extends JpaRepository<StoredRecord, StoredRecord.Key> {

    Optional<StoredRecord> findFirstByKeyResidentIdAndGrantIdOrderByRecordedAtDescKeyRecordIdDesc(
            UUID residentId, UUID grantId);
}
