package nl.voorelkaar.consent.party;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ForbiddenDossiers extends JpaRepository<ForbiddenDossier, ForbiddenDossier.Key> {

    List<ForbiddenDossier> findByKeyPartyId(UUID partyId);
}
