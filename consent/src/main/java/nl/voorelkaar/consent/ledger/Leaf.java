package nl.voorelkaar.consent.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as it is committed to: {@code SHA-256(salt || canonical)}. The salt is 32 random bytes and is kept with the
 * event, so that the commitment says nothing once both are erased. Canonical: JSON in UTF-8, keys in ascending order,
 * no white space, no absent fields, schema number 1.
 *
 * @param salt 32 bytes
 * @param canonical the event
 */
record Leaf(byte[] salt, byte[] canonical) {

    private static final int SALT_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Assertion NOT_KEPT = new Assertion("");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the canonical form holds. */
    record Facts(UUID id, long sequence, Instant at, LedgerEvent event) {}

    static Leaf of(Facts facts) {
        var salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new Leaf(salt, canonical(facts));
    }

    /** @throws SecurityException when this is not what was committed to */
    static Facts opened(byte[] sealable, byte[] commitment) {
        var leaf = ofSealable(sealable);
        if (!MessageDigest.isEqual(leaf.commitment(), commitment)) {
            throw new SecurityException("a ledger line is not what was committed to");
        }
        return facts(JSON.readTree(leaf.canonical));
    }

    static Leaf ofSealable(byte[] sealable) {
        return new Leaf(
                Arrays.copyOf(sealable, SALT_LENGTH), Arrays.copyOfRange(sealable, SALT_LENGTH, sealable.length));
    }

    byte[] sealable() {
        var both = Arrays.copyOf(salt, SALT_LENGTH + canonical.length);
        System.arraycopy(canonical, 0, both, SALT_LENGTH, canonical.length);
        return both;
    }

    byte[] commitment() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(sealable());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] canonical(Facts facts) {
        var event = facts.event();
        var fields = new TreeMap<String, Object>();
        fields.put("schema", 1);
        fields.put("id", facts.id().toString());
        fields.put("sequence", facts.sequence());
        fields.put("at", facts.at().toString());
        fields.put("resident", event.resident().toString());
        fields.put("kind", event.kind().name());
        fields.put("outcome", event.outcome().name());
        fields.put(
                "sections",
                event.sections().stream().map(Section::number).sorted().toList());
        event.actor().ifPresent(actor -> fields.put("actor", actor(actor)));
        event.ground().ifPresent(ground -> fields.put("ground", ground.name()));
        event.statute().ifPresent(statute -> fields.put("statute", statute));
        event.grant().ifPresent(grant -> fields.put("grant", grant.toString()));
        fields.put("details", new TreeMap<>(event.details()));
        return JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> actor(Actor actor) {
        var fields = new TreeMap<String, Object>();
        fields.put("level", actor.level().name());
        fields.put("signed_in_at", actor.signedInAt().toString());
        switch (actor) {
            case Actor.Resident resident -> {
                fields.put("type", "resident");
                fields.put("id", resident.id().toString());
            }
            case Actor.Acting acting -> {
                fields.put("type", "acting");
                fields.put("id", acting.person().toString());
                fields.put("for", acting.resident().toString());
                switch (acting.capacity()) {
                    case Capacity.Mandated mandated ->
                        fields.put("mandate", mandated.mandate().toString());
                    case Capacity.Represents represents ->
                        fields.put("representation", represents.representation().toString());
                }
            }
            case Actor.Professional professional -> {
                fields.put("type", "professional");
                fields.put("id", professional.id().toString());
                fields.put("role", professional.role().name());
                fields.put("organisation", professional.organisation().value());
                professional.team().ifPresent(team -> fields.put("team", team.value()));
            }
        }
        return fields;
    }

    private static Facts facts(JsonNode json) {
        var details = new TreeMap<String, String>();
        json.get("details")
                .properties()
                .forEach(
                        detail -> details.put(detail.getKey(), detail.getValue().asString()));
        return new Facts(
                UUID.fromString(json.get("id").asString()),
                json.get("sequence").asLong(),
                Instant.parse(json.get("at").asString()),
                new LedgerEvent(
                        ResidentId.of(json.get("resident").asString()),
                        LedgerEvent.Kind.valueOf(json.get("kind").asString()),
                        Optional.ofNullable(json.get("actor")).map(Leaf::actor),
                        sections(json.get("sections")),
                        text(json, "ground").map(Grondslag::valueOf),
                        text(json, "statute"),
                        text(json, "grant").map(GrantId::of),
                        LedgerEvent.Outcome.valueOf(json.get("outcome").asString()),
                        details));
    }

    private static Set<Section> sections(JsonNode numbers) {
        var sections = EnumSet.noneOf(Section.class);
        numbers.forEach(number -> sections.add(Section.ofNumber(number.asInt())));
        return sections;
    }

    private static Actor actor(JsonNode json) {
        var level = AssuranceLevel.valueOf(json.get("level").asString());
        var signedInAt = Instant.parse(json.get("signed_in_at").asString());
        return switch (json.get("type").asString()) {
            case "resident" ->
                new Actor.Resident(ResidentId.of(json.get("id").asString()), level, signedInAt, NOT_KEPT);
            case "acting" ->
                new Actor.Acting(
                        new PersonId(UUID.fromString(json.get("id").asString())),
                        ResidentId.of(json.get("for").asString()),
                        text(json, "representation")
                                .<Capacity>map(id -> new Capacity.Represents(RepresentationId.of(id)))
                                .orElseGet(() -> new Capacity.Mandated(
                                        MandateId.of(json.get("mandate").asString()))),
                        level,
                        signedInAt,
                        NOT_KEPT);
            case "professional" ->
                new Actor.Professional(
                        PartyId.of(json.get("id").asString()),
                        Role.valueOf(json.get("role").asString()),
                        new OrganisationId(json.get("organisation").asString()),
                        text(json, "team").map(TeamId::new),
                        level,
                        signedInAt,
                        NOT_KEPT);
            default -> throw new SecurityException("a ledger line names an unknown kind of actor");
        };
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::asString);
    }
}
