package nl.voorelkaar.dossier.vault;

import java.util.Map;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * The only way to a section key. Verifies the identity provider's signature on the actor's assertion and that it belongs
 * to this actor, asks consent for the ground, has the ledger line committed, and only then opens the boxes. Has its own
 * database and role, and can become a process of its own.
 */
public interface KeyBroker {

    /**
     * @return keys for every section of the access
     * @throws nl.voorelkaar.consent.AccessRefused when consent refuses, the assertion does not hold, or the key is not there
     */
    SectionKeys open(Actor actor, Access access);

    /** Like {@link #open} for those sections that are allowed, see {@code AccessGate.requireAny}. */
    SectionKeys openAny(Actor actor, Access access);

    /**
     * Keys for {@code reader}'s view of sections that the resident opens for a preview: the resident's own keys, no ledger
     * line of a read.
     */
    SectionKeys openForPreview(Actor.Resident actor, Set<Section> sections);

    /** Makes the keys of a new dossier. Idempotent. */
    void create(ResidentId resident);

    /** Grounds on which the sections were opened. */
    interface Grounds {
        Map<Section, nl.voorelkaar.consent.Decision.Permitted> grounds();
    }
}
