package nl.voorelkaar.dossier.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;

/**
 * What a resident erases of <i>Mijn deel</i>, or what goes because nothing keeps it any longer.
 *
 * @param dueAt when it is erased, unless the resident keeps it
 * @param endedAt when it was erased or kept
 * @param destroyed what went; there once it is erased
 * @param rule by which it goes; empty for who erased it themselves
 */
public record Erasure(
        ErasureId id,
        Set<Section> sections,
        State state,
        Instant askedAt,
        Instant dueAt,
        Optional<Instant> endedAt,
        Optional<Destroyed> destroyed,
        Optional<KeepingRule> rule) {

    public Erasure {
        sections = Set.copyOf(sections);
    }

    /** The names are stored. */
    public enum State {
        /** The resident can still keep it. */
        WACHT,
        /** New keys are there; what was before is going. Finished by the clock when something came between. */
        BEZIG,
        GEWIST,
        AFGEZIEN,
        /** On the destruction list: two people approve it first. */
        VOORSTEL,
        /** Kept for the time being, by a legal hold. */
        OPGEHOUDEN,
        /** There was a change, or a mistake: it is kept after all. */
        VERVALLEN
    }

    /**
     * The proof.
     *
     * @param entries that went, with all their versions
     * @param keys that went out of the main database; the parts in the keystore went before
     * @param mainUntil the last day on which a backup of the main database may hold what was erased, sealed
     * @param keystoreUntil the last day on which a backup of the keystore may hold the part of the key; after that day
     *     nobody can open it, not with all backups together
     */
    public record Destroyed(int entries, int documents, int keys, LocalDate mainUntil, LocalDate keystoreUntil) {}

    /** Whether it is all of <i>Mijn deel</i>, with what is still being typed. */
    public boolean whole() {
        return sections.equals(Section.in(Zone.MIJN_DEEL));
    }

    /** For who erases it, and can still keep it. */
    public boolean waiting() {
        return state == State.WACHT && rule.isEmpty();
    }

    boolean due(Instant now) {
        return state == State.BEZIG || state == State.WACHT && !now.isBefore(dueAt);
    }

    /** Whether its resident is told: what they erase themselves, and what went. */
    boolean told() {
        return rule.isEmpty() || state == State.GEWIST;
    }

    /** @throws nl.voorelkaar.dossier.procedure.StepRefused when it is too late */
    void requireWaiting() {
        if (state == State.AFGEZIEN) {
            throw ErasureRefusal.KEPT.in(state);
        }
        if (!waiting()) {
            throw ErasureRefusal.TOO_LATE.in(state);
        }
    }
}
