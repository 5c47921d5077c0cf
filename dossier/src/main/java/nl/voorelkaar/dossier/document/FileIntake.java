package nl.voorelkaar.dossier.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import nl.voorelkaar.dossier.entry.Attached;
import nl.voorelkaar.dossier.entry.CarriedFiles;
import nl.voorelkaar.dossier.entry.EntryAccess;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;

/** Takes files in, whatever way they came: looks at what they are, seals them and counts their pages. */
@Component
class FileIntake implements CarriedFiles {

    /** Short: a transaction is open. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DocumentStore store;
    private final DocumentRows rows;
    private final EntryAccess access;
    private final Drawers drawers;

    FileIntake(DocumentStore store, DocumentRows rows, EntryAccess access, Drawers drawers) {
        this.store = store;
        this.rows = rows;
        this.access = access;
        this.drawers = drawers;
    }

    /** In the running transaction. */
    Attached take(
            Actor actor,
            SectionKeys keys,
            ResidentId resident,
            EntryId id,
            Section section,
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
                section,
                keys,
                new SequenceInputStream(new ByteArrayInputStream(head), content));
        var pages = type.isDrawn() ? pages(actor, keys, resident, document, type) : 0;
        return new Attached(document, new Entry.Document(name.text(), type.type(), size, pages));
    }

    private int pages(Actor actor, SectionKeys keys, ResidentId resident, UUID document, Accepted type)
            throws IOException {
        var stored = rows.find(resident, document).orElseThrow();
        try (var turn = drawers.turn(actor, PATIENCE);
                var readBack = store.open(resident, document, stored, keys)) {
            return drawers.pages(turn, type, Math.toIntExact(stored.size()), readBack);
        }
    }

    @Override
    public Attached store(
            Actor.Resident actor,
            SectionKeys keys,
            EntryId entry,
            Section section,
            String fileName,
            InputStream content)
            throws IOException {
        return take(actor, keys, actor.id(), entry, section, fileName, content);
    }

    @Override
    public InputStream open(Actor.Resident actor, Section section, UUID document, SectionKeys keys) {
        var sections = Set.of(section);
        var stored = access.read(actor, actor.id(), sections, () -> rows.find(actor.id(), document))
                .orElseThrow();
        return store.open(
                document,
                stored,
                keys,
                number -> access.read(actor, actor.id(), sections, () -> rows.chunk(actor.id(), document, number)));
    }

    @Override
    public long room(Actor.Resident actor) {
        return DocumentStore.QUOTA - rows.storedBytes(actor.id());
    }
}
