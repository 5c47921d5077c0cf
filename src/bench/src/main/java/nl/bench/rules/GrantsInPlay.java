package nl.bench.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.Facts;

/**
 * Grants of many residents, one a professional and three a resident, with what the decision is to know of each; and
 * questions about them in an order that no cache foresees.
 */
final class GrantsInPlay {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final Section GRANTED = Section.VERHAAL;
    private static final int A_RESIDENT = 3;
    private static final int PROFESSIONALS = 1_000;
    /** A power of two. */
    private static final int QUESTIONS = 1 << 16;

    private final Map<Between, Facts> facts;
    private final List<Facts.GivenGrant> asked;
    private final List<Actor.Professional> askers;
    private final List<Access> accesses;
    private int next;

    /** One professional and one resident. */
    record Between(PartyId party, ResidentId resident) {}

    /** Who asks for what. */
    record Asked(Actor.Professional actor, Access access, Facts.GivenGrant grant) {}

    GrantsInPlay(int grants) {
        var random = new Random(grants);
        var professionals = random.ints(PROFESSIONALS)
                .mapToObj(number -> professional(new UUID(random.nextLong(), random.nextLong())))
                .toList();
        facts = HashMap.newHashMap(grants);
        var given = new Facts.GivenGrant[grants];
        var resident = new ResidentId(new UUID(random.nextLong(), random.nextLong()));
        for (var number = 0; number < grants; number++) {
            if (number % A_RESIDENT == 0) {
                resident = new ResidentId(new UUID(random.nextLong(), random.nextLong()));
            }
            given[number] = grant(random, resident, professionals.get(number % PROFESSIONALS));
            facts.put(
                    new Between(given[number].to(), resident),
                    new Facts(Facts.Relation.NONE, List.of(given[number]), List.of()));
        }
        var numbers = random.ints(QUESTIONS, 0, grants).toArray();
        asked = java.util.Arrays.stream(numbers)
                .mapToObj(number -> given[number])
                .toList();
        askers = java.util.Arrays.stream(numbers)
                .mapToObj(number -> professionals.get(number % PROFESSIONALS))
                .toList();
        accesses = asked.stream()
                .map(grant -> Access.read(grant.resident(), GRANTED))
                .toList();
    }

    private static Actor.Professional professional(UUID id) {
        return new Actor.Professional(
                new PartyId(id),
                Role.GSP,
                new OrganisationId("wij-voorbeeldstad"),
                Optional.empty(),
                AssuranceLevel.SUBSTANTIEEL,
                NOW.minus(Duration.ofHours(1)),
                new Assertion(""));
    }

    private static Facts.GivenGrant grant(Random random, ResidentId resident, Actor.Professional to) {
        return new Facts.GivenGrant(
                new GrantId(new UUID(random.nextLong(), random.nextLong())),
                resident,
                to.id(),
                Optional.empty(),
                EnumSet.of(GRANTED, Section.GEZONDHEID),
                EnumSet.of(Right.READ),
                NOW.minus(Duration.ofDays(random.nextInt(1, 30))),
                NOW.plus(Duration.ofDays(random.nextInt(1, 300))),
                Grant.State.ACTIEF);
    }

    /** The next question; each is answered with yes. */
    Asked next() {
        var at = next++ & (QUESTIONS - 1);
        return new Asked(askers.get(at), accesses.get(at), asked.get(at));
    }

    /** What is known between the two who are in the question. */
    Facts about(Asked asked) {
        return facts.get(new Between(asked.actor.id(), asked.access.resident()));
    }

    /** All grants there are, in no order. */
    Iterable<Facts.GivenGrant> all() {
        return facts.values().stream().map(known -> known.grants().getFirst())::iterator;
    }
}
