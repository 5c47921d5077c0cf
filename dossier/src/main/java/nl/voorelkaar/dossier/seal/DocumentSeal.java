package nl.voorelkaar.dossier.seal;

import java.util.List;

/** Puts the seal of the municipality on papers. Safe for many threads; keeps nothing between calls. */
public interface DocumentSeal {

    /**
     * Seals one prepared place. Other places may be sealed before and after, in any order; each seal covers every byte that
     * was there, and the frozen paper itself never changes.
     *
     * <p>Takes 50 to 200 ms plus the answer of the timestamp authority, at most 10 s. Call it outside a database transaction,
     * or accept that length.
     *
     * @param pdf the frozen paper, or what an earlier call returned
     * @throws SealRefused with its reason; nothing was sealed then, and the same call may be made again
     */
    SealedPaper seal(byte[] pdf, SealRequest request);

    /**
     * Which places are sealed, in the order of sealing.
     *
     * <p>Guarantee: the frozen paper is the beginning of the file, what is behind it are seals only, each seal covers all that
     * was before it, and what it covers has the hash that stands in it. Not guaranteed: whose certificate it was and that the
     * timestamp is trusted; that is what an independent validator is for.
     *
     * @throws SealRefused {@link SealRefused.Reason#STALE} or {@link SealRefused.Reason#ALTERED}
     */
    List<Sealed> inspect(byte[] pdf, nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint frozen);
}
