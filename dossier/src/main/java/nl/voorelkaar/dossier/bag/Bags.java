package nl.voorelkaar.dossier.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;

/**
 * Taking a dossier along (AVG 15 and 20), and putting it into another one. Nothing of a dossier is ever whole in
 * memory; what must wait lies sealed in a file without a name, under a key in memory.
 */
public interface Bags {

    /** What is taken in, packed and unpacked: 1 GiB, in bytes. */
    long LARGEST = 1024L * 1024 * 1024;

    /**
     * Packs these sections. One READ and one EXPORTED line in the log, before anything is read.
     *
     * @param sections at least one
     * @throws BagRefused {@link BagRefused.Reason#TOO_LARGE} when it would be larger than {@link #LARGEST},
     *     {@link BagRefused.Reason#BUSY} when too many are packed or kept at this moment
     * @throws IOException when the room on disk is gone
     */
    Bag pack(Actor.Resident actor, Set<Section> sections, Enclosures enclosures, Progress progress) throws IOException;

    /**
     * Checks all of an archive, and only then puts in what the resident wrote in <i>Mijn deel</i>, with its versions,
     * dates and files. What is there already stays as it is: who was interrupted begins again and gets nothing twice.
     * What others wrote, and what the other municipality kept, stays in the archive.
     *
     * @throws BagRefused when anything is wrong with it: nothing was written. {@link BagRefused.Reason#BUSY} also
     *     halfway: what was put in stays, and trying again goes on
     * @throws IOException when the content could not be read to its end, or not be written; trying again goes on
     */
    Unpacked unpack(Actor.Resident actor, InputStream archive, Progress progress) throws IOException;

    /**
     * What came of it.
     *
     * @param added entries that are in the dossier now
     * @param already entries that were there
     * @param left entries in the archive that somebody else wrote, or that are in the municipal file
     */
    record Unpacked(int added, int already, int left) {}

    /** Hears how far it is. What it throws ends the work. */
    @FunctionalInterface
    interface Progress {
        void reached(int done, int of);
    }
}
