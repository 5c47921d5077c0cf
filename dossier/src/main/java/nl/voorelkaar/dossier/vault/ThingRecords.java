package nl.voorelkaar.dossier.vault;

import java.util.List;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;

/**
 * What a thing consists of now: asked when somebody is let into it. In the transaction and the row scope of the caller.
 */
public interface ThingRecords {

    /** How much of a ciphertext is enough, in bytes. */
    int HEADER = Cobblestone.HEADER;

    List<Ref> of(ResidentId resident, Section section, Thing thing);

    /** @param sealed the ciphertext, or as much of it as its header */
    record Ref(RecordId record, int version, SealedRecord sealed) {}
}
