package nl.voorelkaar.dossier.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
import nl.voorelkaar.dossier.entry.EntryAccess;
import nl.voorelkaar.dossier.entry.EntryAccess.Opened;
import nl.voorelkaar.dossier.entry.EntryWriting;
import org.springframework.stereotype.Component;

@Component
class SealedDocuments implements Documents {

    private static final Duration PATIENCE_AT_PREVIEW = Duration.ofSeconds(25);

    private final EntryWriting writing;
    private final EntryAccess access;
    private final DocumentStore store;
    private final DocumentRows rows;
    private final Drawers drawers;
    private final FileIntake intake;

    SealedDocuments(
            EntryWriting writing,
            EntryAccess access,
            DocumentStore store,
            DocumentRows rows,
            Drawers drawers,
            FileIntake intake) {
        this.writing = writing;
        this.access = access;
        this.store = store;
        this.rows = rows;
        this.drawers = drawers;
        this.intake = intake;
    }

    @Override
    public Entry add(Actor actor, ResidentId resident, EntryId id, NewEntry entry, String fileName, InputStream content)
            throws IOException {
        return writing.add(
                actor,
                resident,
                id,
                entry,
                keys -> Optional.of(intake.take(actor, keys, resident, id, entry.section(), fileName, content)));
    }

    @Override
    public void download(Actor actor, ResidentId resident, EntryId id, Receiver receiver) throws IOException {
        withContent(
                LedgerEvent.Kind.DOWNLOADED,
                actor,
                resident,
                id,
                (entry, content) -> receiver.take(entry.document().orElseThrow(), content));
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
     * Reads chunk by chunk, each in a transaction of its own, so that a slow receiver holds no connection; and asks
     * consent for each chunk, so that stopping a grant stops a running download.
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
