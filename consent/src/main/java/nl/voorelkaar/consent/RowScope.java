package nl.voorelkaar.consent;

import java.util.Optional;
import java.util.Set;

/**
 * The second line of defence: tells PostgreSQL's row-level security, for the rest of this transaction only, whose rows
 * may be seen. Without a scope every query returns nothing.
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

    /**
     * For content. Besides the resident and the party, sets {@code app.sections} to the numbers of these sections,
     * joined by commas: row security then shows a professional the content of these sections and no other.
     */
    void enter(Actor.Professional actor, ResidentId resident, Set<Section> sections);

    /** For content, for who acts for a resident: the rows of that resident, in these sections and no other. */
    void enter(Actor.Acting actor, Set<Section> sections);

    /** For content, whoever acts: a resident sees rows of the own dossier, whichever dossier is named. */
    default void enter(Actor actor, ResidentId resident, Set<Section> sections) {
        switch (actor) {
            case Actor.Resident self -> enter(self.id());
            case Actor.Acting acting -> enter(acting, sections);
            case Actor.Professional professional -> enter(professional, resident, sections);
        }
    }
}
