package nl.voorelkaar.dossier.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import nl.voorelkaar.dossier.entry.Attached;
import nl.voorelkaar.dossier.entry.EntryAccess;
import nl.voorelkaar.dossier.entry.EntryAccess.Opened;
import nl.voorelkaar.dossier.entry.EntryWriting;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;

@Component
class SealedDocuments implements Documents {

    /** Shorter while a transaction is open than while none is. */
    private static final Duration PATIENCE_AT_UPLOAD = Duration.ofSeconds(10);

    private static final Duration PATIENCE_AT_PREVIEW = Duration.ofSeconds(25);

    private final EntryWriting writing;
    private final EntryAccess access;
    private final DocumentStore store;
    private final DocumentRows rows;
    private final Drawers drawers;

    SealedDocuments(EntryWriting writing, EntryAccess access, DocumentStore store, DocumentRows rows, Drawers drawers) {
        this.writing = writing;
        this.access = access;
        this.store = store;
        this.rows = rows;
        this.drawers = drawers;
    }

    @Override
    public Entry add(Actor actor, ResidentId resident, EntryId id, NewEntry entry, String fileName, InputStream content)
            throws IOException {
        return writing.add(
                actor,
                resident,
                id,
                entry,
                keys -> Optional.of(attach(actor, keys, resident, id, entry, fileName, content)));
    }

    private Attached attach(
            Actor actor,
            SectionKeys keys,
            ResidentId resident,
            EntryId id,
            NewEntry entry,
            String fileName,
            InputStream content)
            throws IOException {
        var head = content.readNBytes(MediaTypes.HEAD);
        if (head.length == 0) {
            throw new DocumentRefused(DocumentRefused.Reason.EMPTY);
        }
        var name = FileName.of(fileName);
        var type = MediaTypes.of(head, name);
        var document = UUID.randomUUID();
        var size = store.store(
                resident,
                id,
                document,
                entry.section(),
                keys,
                new SequenceInputStream(new ByteArrayInputStream(head), content));
        var pages = type.isDrawn() ? pages(actor, keys, resident, document, type) : 0;
        return new Attached(document, new Entry.Document(name.text(), type.type(), size, pages));
    }

    private int pages(Actor actor, SectionKeys keys, ResidentId resident, UUID document, Accepted type)
            throws IOException {
        var stored = rows.find(resident, document).orElseThrow();
        try (var turn = drawers.turn(actor, PATIENCE_AT_UPLOAD);
                var readBack = store.open(resident, document, stored, keys)) {
            return drawers.pages(turn, type, Math.toIntExact(stored.size()), readBack);
        }
    }

    @Override
    public void download(Actor actor, ResidentId resident, EntryId id, OutputStream to) throws IOException {
        withContent(LedgerEvent.Kind.DOWNLOADED, actor, resident, id, (entry, content) -> content.transferTo(to));
    }

    /** Waits before it asks for a key: who is turned away has read nothing, and the log says nothing else. */
    @Override
    public void preview(Actor actor, ResidentId resident, EntryId id, int page, OutputStream to) throws IOException {
        try (var turn = drawers.turn(actor, PATIENCE_AT_PREVIEW)) {
            withContent(LedgerEvent.Kind.READ, actor, resident, id, (entry, content) -> {
                var document = entry.document().orElseThrow();
                var type = Accepted.typed(document.mediaType()).filter(Accepted::isDrawn);
                if (type.isEmpty() || page < 0 || page >= document.pages()) {
                    throw new DocumentRefused(DocumentRefused.Reason.NO_PREVIEW);
                }
                var picture = drawers.draw(turn, type.get(), page, Math.toIntExact(document.size()), content);
                // Drawing takes seconds, in which a grant can be stopped.
                access.requireStill(actor, Access.read(resident, entry.section()));
                to.write(picture);
            });
        }
    }

    private interface Reading {
        void read(Entry entry, InputStream content) throws IOException;
    }

    private void withContent(LedgerEvent.Kind kind, Actor actor, ResidentId resident, EntryId id, Reading reading)
            throws IOException {
        try {
            access.reading(kind, actor, resident, id, opened -> {
                read(actor, resident, opened, reading);
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Reads chunk by chunk, each in a transaction of its own, so that a slow receiver holds no connection; and asks consent
     * for each chunk, so that stopping a grant stops a running download.
     */
    private void read(Actor actor, ResidentId resident, Opened opened, Reading reading) {
        var section = opened.entry().section();
        var sections = Set.of(section);
        var reads = Access.read(resident, section);
        var document = opened.document().orElseThrow(() -> new DocumentRefused(DocumentRefused.Reason.EMPTY));
        var stored = access.read(actor, resident, sections, () -> rows.find(resident, document))
                .orElseThrow();
        try (var content = store.open(document, stored, opened.keys(), number -> {
            access.requireStill(actor, reads);
            return access.read(actor, resident, sections, () -> rows.chunk(resident, document, number));
        })) {
            reading.read(opened.entry(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
