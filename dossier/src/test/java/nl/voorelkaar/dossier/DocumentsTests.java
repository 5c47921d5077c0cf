package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.LedgerEvent.Outcome;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.DocumentRefused.Reason;
import nl.voorelkaar.dossier.document.Samples;
import org.junit.jupiter.api.Test;

class DocumentsTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Documents documents = world.resident.documents();
    private final Documents werkplek = world.workspace.documents();

    @Test
    void aDocumentComesBackByteForByte() throws IOException {
        var fatma = world.resident("Fatma");
        var pdf = Samples.pdf(3);
        var entry = add(fatma, "Brief van de bank.pdf", pdf);

        assertThat(entry.document()).hasValueSatisfying(document -> {
            assertThat(document.fileName()).isEqualTo("Brief van de bank.pdf");
            assertThat(document.mediaType()).isEqualTo("application/pdf");
            assertThat(document.size()).isEqualTo(pdf.length);
            assertThat(document.pages()).isEqualTo(3);
        });
        assertThat(download(documents, fatma, entry)).isEqualTo(pdf);
        assertThat(world.log(fatma, Kind.DOWNLOADED)).hasSize(1);
        assertThat(world.log(fatma, Kind.ADDED)).hasSize(1);
    }

    @Test
    void theLargestFileFitsAndOneByteMoreLeavesNothing() throws IOException {
        var fatma = world.resident("Fatma");
        var largest = text((int) Documents.LARGEST);
        var entry = add(fatma, "groot.txt", largest);
        assertThat(entry.document())
                .hasValueSatisfying(document -> assertThat(document.size()).isEqualTo(Documents.LARGEST));
        assertThat(Arrays.equals(download(documents, fatma, entry), largest)).isTrue();
        var before = stored(fatma);

        assertTaken(Reason.TOO_LARGE, fatma, "te groot.txt", text((int) Documents.LARGEST + 1));
        assertTaken(Reason.TOO_LARGE, fatma, "26 MB.txt", text(26 * 1024 * 1024));

        assertThat(stored(fatma)).isEqualTo(before);
        assertThat(world.log(fatma, Kind.ADDED))
                .filteredOn(line -> line.outcome() == Outcome.REFUSED)
                .hasSize(2);
    }

    @Test
    void whatIsNotAcceptedLeavesNothing() throws IOException {
        var fatma = world.resident("Fatma");
        assertTaken(Reason.NOT_WHAT_ITS_NAME_SAYS, fatma, "rekening.pdf", Samples.program());
        assertTaken(Reason.TYPE_NOT_ACCEPTED, fatma, "rekening.exe", Samples.program());
        assertTaken(Reason.EMPTY, fatma, "leeg.pdf", new byte[0]);
        assertThat(stored(fatma)).isEqualTo("0 entries, 0 documents, 0 chunks, 0 bytes");
    }

    @Test
    void anUploadThatBreaksOffHalfwayLeavesNothing() throws IOException {
        var fatma = world.resident("Fatma");
        var broken = new SequenceInputStream(new ByteArrayInputStream(text(3_000_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        var id = newId();
        assertThatThrownBy(() ->
                        documents.add(fatma, fatma.id(), id, world.about(VERHAAL, "Half", ""), "half.txt", broken))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertThat(stored(fatma)).isEqualTo("0 entries, 0 documents, 0 chunks, 0 bytes");

        var again = documents.add(
                fatma,
                fatma.id(),
                id,
                world.about(VERHAAL, "Half", ""),
                "half.txt",
                new ByteArrayInputStream(text(10)));
        assertThat(again.document()).isPresent();
    }

    @Test
    void anUploadWhoseDatabaseConnectionIsKilledLeavesNothing() throws IOException {
        var fatma = world.resident("Fatma");
        var content = new SequenceInputStream(new ByteArrayInputStream(text(2_000_000)), new InputStream() {
            private boolean killed;

            @Override
            public int read() {
                if (!killed) {
                    killed = true;
                    world.past(world.databases.superuser())
                            .sql("""
                                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                                     where datname = current_database() and usename = 've_resident'
                                       and state = 'idle in transaction'
                                    """)
                            .query(Long.class)
                            .single();
                }
                return 'x';
            }
        });
        assertThatThrownBy(() -> documents.add(
                        fatma, fatma.id(), newId(), world.about(VERHAAL, "Brief", ""), "brief.txt", content))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(stored(fatma)).isEqualTo("0 entries, 0 documents, 0 chunks, 0 bytes");
        assertThat(add(fatma, "opnieuw.txt", text(10)).document()).isPresent();
    }

    @Test
    void whileAnUploadRunsNobodySeesHalfOfIt() throws IOException {
        var fatma = world.resident("Fatma");
        var looked = new String[1];
        var content = new SequenceInputStream(new ByteArrayInputStream(text(2_000_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                looked[0] = stored(fatma);
                return -1;
            }
        });
        documents.add(fatma, fatma.id(), newId(), world.about(VERHAAL, "Brief", ""), "brief.txt", content);
        assertThat(looked[0]).isEqualTo("0 entries, 0 documents, 0 chunks, 0 bytes");
        assertThat(stored(fatma)).isEqualTo("1 entries, 1 documents, 8 chunks, 2000000 bytes");
    }

    @Test
    void addingTheSameDocumentTwiceAddsItOnce() throws IOException {
        var fatma = world.resident("Fatma");
        var id = newId();
        var entry = world.about(VERHAAL, "Brief", "");
        var first = documents.add(fatma, fatma.id(), id, entry, "a.txt", new ByteArrayInputStream(text(100)));
        var second = documents.add(fatma, fatma.id(), id, entry, "b.txt", new ByteArrayInputStream(text(200)));
        assertThat(second).isEqualTo(first);
        assertThat(stored(fatma)).isEqualTo("1 entries, 1 documents, 1 chunks, 100 bytes");
    }

    @Test
    void picturesAndPagesAreDrawnAnew() throws IOException {
        var fatma = world.resident("Fatma");
        var photo = add(fatma, "foto.jpg", Samples.image("jpg", 3_000, 2_000));
        var letter = add(fatma, "brief.pdf", Samples.pdf(2));
        var note = add(fatma, "los.txt", text(100));
        preview(fatma, photo, 0);
        assertThat(world.log(fatma, Kind.READ)).hasSize(1);

        assertThat(ImageIO.read(new ByteArrayInputStream(preview(fatma, photo, 0)))
                        .getWidth())
                .isEqualTo(1_500);
        assertThat(preview(fatma, letter, 1)).startsWith(0x89, 'P', 'N', 'G');
        for (var attempt : new Object[][] {{letter, 2}, {letter, -1}, {photo, 1}, {note, 0}}) {
            assertThatThrownBy(() -> preview(fatma, (Entry) attempt[0], (int) attempt[1]))
                    .isInstanceOfSatisfying(
                            DocumentRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_PREVIEW));
        }
    }

    @Test
    void aPictureThatWouldFloodMemoryIsKeptWithoutPreview() throws IOException {
        var fatma = world.resident("Fatma");
        var flood = Samples.pngThatSaysItIs(60_000, 60_000);
        var entry = add(fatma, "klein.png", flood);
        assertThat(entry.document())
                .hasValueSatisfying(document -> assertThat(document.pages()).isZero());
        assertThat(download(documents, fatma, entry)).isEqualTo(flood);
        assertThatThrownBy(() -> preview(fatma, entry, 0)).isInstanceOf(DocumentRefused.class);
    }

    @Test
    void aPdfThatWouldFillMemoryIsKeptWithoutPreview() throws IOException {
        var fatma = world.resident("Fatma");
        var bomb = Samples.pdfThatUnpacksTo(4L << 30);
        var entry = add(fatma, "klein.pdf", bomb);
        assertThat(entry.document())
                .hasValueSatisfying(document -> assertThat(document.pages()).isZero());
        assertThat(download(documents, fatma, entry)).isEqualTo(bomb);
    }

    @Test
    void aProfessionalReadsAndAddsWhatWasGrantedAndNothingElse() throws IOException {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var shared = add(fatma, "gedeeld.txt", text(500_000));
        var closed = documents.add(
                fatma,
                fatma.id(),
                newId(),
                world.about(GEZONDHEID, "Uitslag", ""),
                "uitslag.txt",
                new ByteArrayInputStream(text(50)));
        world.grants(fatma, anouk, world.toReadAndAdd(VERHAAL));

        assertThat(download(werkplek, anouk, shared)).isEqualTo(text(500_000));
        assertRefused(() -> download(werkplek, anouk, closed));
        assertRefused(() -> werkplek.preview(anouk, fatma.id(), closed.id(), 0, OutputStream.nullOutputStream()));
        var hers = werkplek.add(
                anouk,
                fatma.id(),
                newId(),
                world.about(VERHAAL, "Verslag", ""),
                "verslag.txt",
                new ByteArrayInputStream(text(70)));
        assertThat(download(documents, fatma, hers)).isEqualTo(text(70));
        assertRefused(() -> werkplek.add(
                anouk,
                fatma.id(),
                newId(),
                world.about(GELD, "Verslag", ""),
                "verslag.txt",
                new ByteArrayInputStream(text(70))));
    }

    @Test
    void stoppingAGrantStopsADownloadThatIsRunning() throws IOException {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var entry = add(fatma, "lang.txt", text(2_000_000));
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));
        var received = new StoppingOutput(fatma, grant);

        assertThatThrownBy(() -> werkplek.download(anouk, fatma.id(), entry.id(), received))
                .isInstanceOf(AccessRefused.class);
        assertThat(received.bytes).isBetween(1L, 600_000L);
    }

    private final class StoppingOutput extends OutputStream {

        private final Actor.Resident resident;
        private final Grant grant;
        private long bytes;

        StoppingOutput(Actor.Resident resident, Grant grant) {
            this.resident = resident;
            this.grant = grant;
        }

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            if (bytes == 0) {
                world.stops(resident, grant);
            }
            bytes += length;
        }
    }

    @Test
    void aDocumentMovesWithItsEntryUnderTheKeyOfTheNewSection() throws IOException {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var entry = add(fatma, "rekening.txt", text(300_000));
        world.grants(fatma, anouk, world.toRead(GELD));

        var moved = world.resident
                .dossiers()
                .edit(fatma, fatma.id(), entry.id(), 1, world.about(GELD, "Rekening", "bij geld"));

        assertThat(moved.document()).isEqualTo(entry.document());
        assertThat(download(werkplek, anouk, moved)).isEqualTo(text(300_000));
    }

    @Test
    void aDossierTakesNoMoreThanItsLimit() throws IOException {
        var fatma = world.resident("Fatma");
        add(fatma, "eerste.txt", text(100));
        world.past(world.databases.superuser())
                .sql("update dossier.stored_bytes set bytes = :bytes where resident_id = :resident")
                .param("bytes", 500L * 1024 * 1024 - 50)
                .param("resident", fatma.id().value())
                .update();

        assertTaken(Reason.FULL, fatma, "tweede.txt", text(51));
        assertThat(add(fatma, "derde.txt", text(50)).document()).isPresent();
        assertTaken(Reason.FULL, fatma, "vierde.txt", text(1));
    }

    @Test
    void whatIsDestroyedMakesRoom() throws IOException {
        var person = world.person("Fatma");
        var fatma = person.signsIn();
        var entry = add(fatma, "weg.txt", text(1_000));
        world.resident.dossiers().remove(fatma, fatma.id(), entry.id());
        world.clock.advance(java.time.Duration.ofDays(31));
        world.resident.bean(Removals.class).purgeRemoved();
        assertThat(stored(fatma)).isEqualTo("0 entries, 0 documents, 0 chunks, 0 bytes");
    }

    private void assertTaken(Reason reason, Actor.Resident actor, String name, byte[] content) {
        assertThatThrownBy(() -> add(actor, name, content))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Entry add(Actor.Resident actor, String name, byte[] content) throws IOException {
        return documents.add(
                actor,
                actor.id(),
                newId(),
                world.about(VERHAAL, "Document", "toelichting"),
                name,
                new ByteArrayInputStream(content));
    }

    private static byte[] download(Documents face, Actor actor, Entry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        face.download(actor, entry.resident(), entry.id(), bytes);
        return bytes.toByteArray();
    }

    private byte[] preview(Actor.Resident actor, Entry entry, int page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        documents.preview(actor, actor.id(), entry.id(), page, bytes);
        return bytes.toByteArray();
    }

    private String stored(Actor.Resident actor) {
        return world.past(world.databases.superuser())
                .sql("""
                        select (select count(*) from dossier.entry where resident_id = :resident) || ' entries, '
                            || (select count(*) from dossier.document where resident_id = :resident) || ' documents, '
                            || (select count(*) from dossier.document_chunk where resident_id = :resident) || ' chunks, '
                            || coalesce((select bytes from dossier.stored_bytes where resident_id = :resident), 0)
                            || ' bytes'
                        """)
                .param("resident", actor.id().value())
                .query(String.class)
                .single();
    }

    private static byte[] text(int size) {
        var bytes = new byte[size];
        var random = new Random(size);
        for (int place = 0; place < size; place++) {
            bytes[place] = (byte) ('a' + random.nextInt(26));
        }
        return new String(bytes, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
    }
}
