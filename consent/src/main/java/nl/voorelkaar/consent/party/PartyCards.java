package nl.voorelkaar.consent.party;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface PartyCards extends JpaRepository<PartyCard, UUID> {

    List<PartyCard> findByPartyIdIn(Collection<UUID> ids);

    List<PartyCard> findByOrganisation(String organisation, Limit limit);

    List<PartyCard> findByExpertIsTrue(Limit limit);
}
