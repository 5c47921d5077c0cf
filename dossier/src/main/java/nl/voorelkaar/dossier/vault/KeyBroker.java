package nl.voorelkaar.dossier.vault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * The only way to a section key. Verifies the identity provider's signature on the actor's assertion and that it
 * belongs to this actor, asks consent for the ground, has the ledger line committed, and only then opens the boxes. Has
 * its own database and role, and can become a process of its own.
 *
 * <p>Reads keys in transactions of its own: call it before you begin yours, so that no operation holds two connections.
 */
public interface KeyBroker {

    /**
     * @return keys for every section of the access
     * @throws nl.voorelkaar.consent.AccessRefused when consent refuses, the assertion does not hold, or the key is not
     *     there
     */
    SectionKeys open(Actor actor, Access access);

    /** Like {@link #open} for those sections that are allowed, see {@code AccessGate.requireAny}. */
    SectionKeys openAny(Actor actor, Access access);

    /**
     * Like {@link #open} to read one thing of which only the id is known. Consent is asked once, by the broker; the
     * thing is looked for among what consent lets this actor read, the line is committed, and then what opens it is
     * asked for.
     *
     * @param look finds the thing as it lies in the database, or not; it opens nothing
     * @return empty when it is not there for this actor: then no line is written, and the caller writes one
     * @throws nl.voorelkaar.consent.AccessRefused as {@link #open}
     */
    <T> Optional<Found<T>> openFound(Actor actor, ResidentId resident, Look<T> look);

    /** How something is looked for. */
    interface Look<T> {

        /** @param grounds of everything that may be read now, never empty */
        Optional<Seen<T>> among(Map<Section, Decision.Permitted> grounds);
    }

    /**
     * Something in a section, still sealed.
     *
     * @param beside what the grant has on which that section may be read, when it is by one
     */
    record Seen<T>(T thing, Section section, LockedGrant beside) {}

    /** @param keys of the section that it is in; the caller closes them */
    record Found<T>(T thing, SectionKeys keys) {}

    /**
     * Keys for a preview of what a reader would see of these sections: the resident's own keys, no ledger line of a
     * read.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when the assertion does not hold
     */
    SectionKeys openForPreview(Actor.Resident actor, Set<Section> sections);

    /**
     * Seals what is of no section yet, such as what somebody is still typing: under the root key of <i>Mijn deel</i>,
     * to which no grant, no case and no other face leads. No ledger line: nobody but the resident can open it.
     *
     * @return with the version of the root key as its epoch
     * @throws nl.voorelkaar.consent.AccessRefused when the assertion does not hold
     */
    SealedRecord sealOwn(Actor.Resident actor, RecordId record, int version, byte[] plaintext);

    /** @throws SecurityException when it does not open: altered, moved, or of another resident */
    byte[] openOwn(Actor.Resident actor, RecordId record, int version, SealedRecord sealed);

    /** Makes the keys of a new dossier. Idempotent. Resident face only: the other face cannot wrap them. */
    void create(ResidentId resident);

    /**
     * Seals the name by which others may recognise this resident: once for the resident, once for the municipality. A
     * copy goes along with every grant. Call it after {@link #create}, at each sign-in; writes only when the name
     * changed. Resident face only.
     */
    void label(ResidentId resident, String name);
}
