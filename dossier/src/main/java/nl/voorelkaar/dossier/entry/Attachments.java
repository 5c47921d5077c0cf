package nl.voorelkaar.dossier.entry;

import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.vault.SectionKeys;

/** What entries need of files. The document package provides it, so that entries need not know how files are kept. */
public interface Attachments {

    /**
     * Seals a copy of a file under another section, in the running transaction: who may read the new section must not
     * need the key of the old one.
     *
     * @return the id of the copy
     */
    UUID copy(
            ResidentId resident,
            EntryId entry,
            UUID document,
            Section from,
            SectionKeys fromKeys,
            Section to,
            SectionKeys toKeys);

    /** Subtracts what an entry's files held, before that entry is destroyed. */
    void forget(ResidentId resident, EntryId entry);
}
