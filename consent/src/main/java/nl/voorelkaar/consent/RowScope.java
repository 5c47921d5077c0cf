package nl.voorelkaar.consent;

import java.util.Optional;

/**
 * The second line of defence: tells PostgreSQL's row-level security, for the rest of this transaction only, whose rows may
 * be seen. Without a scope every query returns nothing.
 */
public interface RowScope {

    /** @throws IllegalStateException outside a transaction */
    void enter(Optional<ResidentId> resident, Optional<PartyId> party, Optional<TeamId> team);

    default void enter(ResidentId resident) {
        enter(Optional.of(resident), Optional.empty(), Optional.empty());
    }

    default void enter(Actor.Professional actor) {
        enter(Optional.empty(), Optional.of(actor.id()), actor.team());
    }

    default void enter(Actor.Professional actor, ResidentId resident) {
        enter(Optional.of(resident), Optional.of(actor.id()), actor.team());
    }
}
