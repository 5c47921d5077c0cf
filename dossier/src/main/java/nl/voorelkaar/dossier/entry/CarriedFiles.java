package nl.voorelkaar.dossier.entry;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.vault.SectionKeys;

/** What {@link CarriedEntries} needs of files. The document package provides it. */
public interface CarriedFiles {

    /** The original bytes, read chunk by chunk in transactions of their own. */
    InputStream open(Actor.Resident actor, Section section, UUID document, SectionKeys keys);

    /**
     * Stores a file in the running transaction.
     *
     * @throws nl.voorelkaar.dossier.DocumentRefused as {@link nl.voorelkaar.dossier.Documents#add}
     */
    Attached store(
            Actor.Resident actor,
            SectionKeys keys,
            EntryId entry,
            Section section,
            String fileName,
            InputStream content)
            throws IOException;

    /** How many bytes this dossier can still hold. In the running transaction. */
    long room(Actor.Resident actor);
}
