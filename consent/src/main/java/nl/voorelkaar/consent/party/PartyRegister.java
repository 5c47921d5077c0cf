package nl.voorelkaar.consent.party;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.TeamId;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Service
class PartyRegister implements Parties {

    private static final int AT_MOST = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PartyCards cards;
    private final ForbiddenDossiers forbidden;
    private final RowScope scope;
    private final Sealing sealing;
    private final Clock clock;

    PartyRegister(PartyCards cards, ForbiddenDossiers forbidden, RowScope scope, Sealing sealing, Clock clock) {
        this.cards = cards;
        this.forbidden = forbidden;
        this.scope = scope;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void signedIn(Party party) {
        scope.enter(Optional.empty(), Optional.of(party.id()), Optional.empty());
        var organisation = party.organisation().value();
        var known = cards.findById(party.id().value());
        var expert = party.role() == Role.SPEC;
        if (known.filter(card -> card.expert() == expert)
                .map(this::open)
                .filter(party::equals)
                .isPresent()) {
            return;
        }
        var sealed = seal(party);
        known.ifPresentOrElse(
                card -> card.update(organisation, expert, sealed, clock.instant()),
                () -> cards.save(new PartyCard(party.id().value(), organisation, expert, sealed, clock.instant())));
        cards.flush();
    }

    @Override
    @Transactional
    public void related(PartyId party, Set<ResidentId> own, Set<ResidentId> household) {
        scope.enter(Optional.empty(), Optional.of(party), Optional.empty());
        var wanted = new HashMap<UUID, ForbiddenDossier.Kind>();
        household.forEach(resident -> wanted.put(resident.value(), ForbiddenDossier.Kind.HOUSEHOLD));
        own.forEach(resident -> wanted.put(resident.value(), ForbiddenDossier.Kind.OWN));
        var known = forbidden.findByKeyPartyId(party.value()).stream()
                .collect(Collectors.toMap(relation -> relation.key().residentId(), Function.identity()));
        known.forEach((resident, relation) -> {
            if (!wanted.containsKey(resident)) {
                forbidden.delete(relation);
            }
        });
        wanted.forEach((resident, kind) -> Optional.ofNullable(known.get(resident))
                .ifPresentOrElse(
                        relation -> relation.become(kind),
                        () -> forbidden.save(
                                new ForbiddenDossier(new ForbiddenDossier.Key(resident, party.value()), kind))));
        forbidden.flush();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PartyId, Party> find(Collection<PartyId> ids) {
        if (ids.size() > AT_MOST) {
            throw new IllegalArgumentException("at most 500 parties a call");
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        return cards.findByPartyIdIn(ids.stream().map(PartyId::value).toList()).stream()
                .map(this::open)
                .collect(Collectors.toMap(Party::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Party> colleagues(Actor.Professional actor) {
        return others(actor, cards.findByOrganisation(actor.organisation().value(), Limit.of(AT_MOST)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Party> experts(Actor.Professional actor) {
        return others(actor, cards.findByExpertIsTrue(Limit.of(AT_MOST)));
    }

    private List<Party> others(Actor.Professional actor, List<PartyCard> found) {
        return found.stream()
                .map(this::open)
                .filter(party -> !party.id().equals(actor.id()))
                .sorted(Comparator.comparing(Party::name)
                        .thenComparing(party -> party.id().value()))
                .toList();
    }

    private byte[] seal(Party party) {
        var fields = new TreeMap<String, String>();
        fields.put("name", party.name());
        fields.put("role", party.role().name());
        fields.put("organisation", party.organisation().value());
        fields.put("organisation_name", party.organisationName());
        party.team().ifPresent(team -> fields.put("team", team.value()));
        return sealing.seal(
                Sealing.Kind.DIRECTORY,
                party.id().value(),
                context(party.id().value()),
                JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8));
    }

    private Party open(PartyCard card) {
        var json = JSON.readTree(
                sealing.open(Sealing.Kind.DIRECTORY, card.partyId(), context(card.partyId()), card.card()));
        return new Party(
                new PartyId(card.partyId()),
                json.get("name").asString(),
                Role.valueOf(json.get("role").asString()),
                new OrganisationId(json.get("organisation").asString()),
                json.get("organisation_name").asString(),
                Optional.ofNullable(json.get("team")).map(JsonNode::asString).map(TeamId::new));
    }

    private static String context(UUID party) {
        return "consent.party/" + party + "/card";
    }
}
