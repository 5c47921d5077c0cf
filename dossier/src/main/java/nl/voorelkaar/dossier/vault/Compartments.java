package nl.voorelkaar.dossier.vault;

import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;

/**
 * Keys of single things within a section. Who has the key of the section has them all; who was let into one thing has
 * that one, and nothing else of the section opens for them, whatever they have in hand. In the transaction and the row
 * scope of the caller.
 */
public interface Compartments {

    /** Makes the key of a thing that is about to be; nobody is let in yet. The caller closes it. */
    Compartment begin(SectionKeys keys, ResidentId resident, GrantId grant, Thing thing, Section section);

    /**
     * The caller closes it.
     *
     * @throws SecurityException when it is not there, or these keys do not lead to it
     */
    Compartment of(SectionKeys keys, ResidentId resident, GrantId grant, Section section);

    /**
     * Lets everybody who was let into the thing open this record of it, which was just sealed with these keys. Nothing
     * when nobody was.
     */
    void share(
            SectionKeys keys,
            ResidentId resident,
            Thing thing,
            Section section,
            RecordId record,
            int version,
            SealedRecord sealed);

    /** The opened key of one thing. */
    interface Compartment extends AutoCloseable {

        byte[] seal(RecordId record, int version, byte[] plaintext);

        /** @throws SecurityException when it does not open: altered, moved, or of another thing */
        byte[] unseal(RecordId record, int version, byte[] sealed);

        @Override
        void close();
    }
}
