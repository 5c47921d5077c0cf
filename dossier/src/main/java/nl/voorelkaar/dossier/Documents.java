package nl.voorelkaar.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;

/**
 * Files in a dossier. Encrypted while they stream in and decrypted while they stream out: never whole in memory, never
 * in clear on disk.
 */
public interface Documents {

    /** 25 MB, in bytes. */
    long LARGEST = 25L * 1024 * 1024;

    /**
     * Adds an entry with a file. The media type is read from the bytes; PDF, JPEG, PNG, GIF, WebP, plain text, Word,
     * Excel and OpenDocument are accepted.
     *
     * @throws DocumentRefused when too large, empty, of another type, of another type than its name claims, or when too
     *     many files come at this moment: nothing is kept
     * @throws IOException when the content could not be read to its end: nothing is kept
     */
    Entry add(Actor actor, ResidentId resident, EntryId id, NewEntry entry, String fileName, InputStream content)
            throws IOException;

    /** Writes the original bytes. One ledger line. Ends with {@code AccessRefused} when consent ends on the way. */
    default void download(Actor actor, ResidentId resident, EntryId id, OutputStream to) throws IOException {
        download(actor, resident, id, (document, content) -> content.transferTo(to));
    }

    /** The same, for who takes a part of it: the log says that the file was taken. */
    void download(Actor actor, ResidentId resident, EntryId id, Receiver receiver) throws IOException;

    /** Takes a file: what it is, and its original bytes. Need not read to the end. */
    @FunctionalInterface
    interface Receiver {
        void take(Entry.Document document, InputStream content) throws IOException;
    }

    /**
     * One page as a PNG picture, for images and PDF: drawn anew, so that nothing hidden in the file reaches the
     * browser.
     *
     * @param page from 0
     * @throws DocumentRefused with NO_PREVIEW when that page is not there or cannot be drawn safely; with BUSY, before
     *     anything was read, when too many pages are drawn at this moment
     */
    void preview(Actor actor, ResidentId resident, EntryId id, int page, OutputStream to) throws IOException;
}
