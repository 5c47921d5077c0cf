package nl.voorelkaar.dossier.seal;

import java.util.List;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;

/** Puts the seal of the municipality on papers. Safe for many threads; keeps nothing between calls. */
public interface DocumentSeal {

    /**
     * Seals one prepared place. Other places may be sealed before and after, in any order; each seal covers every byte
     * that was there, and the frozen paper itself never changes.
     *
     * <p>Takes 100 to 400 ms plus the answer of the timestamp authority, at most 10 s. Call it outside a database
     * transaction, or accept that length.
     *
     * @param pdf the frozen paper, or what an earlier call returned
     * @throws SealRefused with its reason; nothing was sealed then, and the same call may be made again
     */
    SealedPaper seal(byte[] pdf, SealRequest request);

    /**
     * Which places are sealed, in the order of sealing. Reads the file in this process: only for what the product
     * itself made and kept, never for an upload.
     *
     * <p>Guarantee: the frozen paper is the beginning of the file, what is behind it are seals only, each seal covers
     * all that was before it, a certificate of this municipality made it over exactly that, and its timestamp is about
     * this seal. Not guaranteed: that the timestamp authority and the certificate are trusted by others, which is for
     * an independent validator; and a part of the value of the last seal is signed by nobody, so compare
     * {@link SealedPaper#fingerprint} for equal files.
     *
     * @throws SealRefused {@link SealRefused.Reason#STALE} or {@link SealRefused.Reason#ALTERED}
     */
    List<Sealed> inspect(byte[] pdf, Fingerprint frozen);
}
