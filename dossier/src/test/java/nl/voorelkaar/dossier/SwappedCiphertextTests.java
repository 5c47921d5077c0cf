package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.document.Samples;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with the whole database in hand moves or changes what is stored: nothing opens, and it fails loudly. */
class SwappedCiphertextTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers dossiers = world.resident.dossiers();
    private final JdbcClient database = JdbcClient.create(world.databases.superuser());
    private Actor.Resident fatma;
    private Actor.Resident hassan;
    private Entry entry;

    @BeforeEach
    void twoDossiers() {
        fatma = world.resident("Fatma");
        hassan = world.resident("Hassan");
        var first = world.writes(fatma, VERHAAL, "Eerste");
        entry = dossiers.edit(fatma, fatma.id(), first.id(), 1, world.about(VERHAAL, "Eerste", "gewijzigd"));
    }

    @ParameterizedTest(name = "{0} of another {1}")
    @CsvSource({
        "body, entry", "body, section", "body, resident", "body, version",
        "day, entry", "day, section", "day, resident", "day, version"
    })
    void aSealedColumnOfAnotherRowDoesNotOpen(String column, String row) {
        var donor = switch (row) {
            case "entry" -> world.writes(fatma, VERHAAL, "Tweede");
            case "section" -> world.writes(fatma, GELD, "Tweede");
            case "resident" -> world.writes(hassan, VERHAAL, "Tweede");
            default -> entry;
        };
        var version = row.equals("version") ? 1 : donor.version();
        change("update dossier.entry_version set " + column + " = (select d." + column + " from dossier.entry_version d"
                + " where d.entry_id = '" + donor.id() + "' and d.version = " + version + ")"
                + " where entry_id = '" + entry.id() + "' and version = 2");
        assertLoud(() -> dossiers.open(fatma, fatma.id(), Set.of(VERHAAL)));
    }

    @Test
    void dayAndBodyDoNotTakeEachOthersPlace() {
        change("update dossier.entry_version set day = body, body = day where entry_id = '" + entry.id() + "'");
        assertLoud(() -> dossiers.open(fatma, fatma.id(), Set.of(VERHAAL)));
    }

    @Test
    void anotherAuthorInTheRowIsNoticed() {
        change("update dossier.entry set written_by = gen_random_uuid() where entry_id = '" + entry.id() + "'");
        assertLoud(() -> dossiers.open(fatma, fatma.id(), Set.of(VERHAAL)));
    }

    @Test
    void noChangedByteOpens() {
        var body = database.sql("select body from dossier.entry_version where entry_id = :entry and version = 2")
                .param("entry", entry.id().value())
                .query((row, n) -> row.getBytes(1))
                .single();
        var random = new Random(42);
        for (int time = 0; time < 60; time++) {
            var changed = body.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            database.sql("update dossier.entry_version set body = :body where entry_id = :entry and version = 2")
                    .param("body", changed)
                    .param("entry", entry.id().value())
                    .update();
            assertLoud(() -> dossiers.open(fatma, fatma.id(), Set.of(VERHAAL)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "delete from dossier.document_chunk where document_id = '%s' and chunk_no = 2",
        "delete from dossier.document_chunk where document_id = '%s' and chunk_no = 1",
        "'update dossier.document_chunk set chunk_no = 9 - chunk_no where document_id = ''%s'' and chunk_no > 0'",
        "'update dossier.document_chunk set bytes = set_byte(bytes, 1000, get_byte(bytes, 1000) # 1) where document_id = ''%s'''",
        "'update dossier.document_chunk set bytes = substring(bytes from 1 for 262000) where document_id = ''%s'' and chunk_no = 0'"
    })
    void aDocumentWithAChunkGoneMovedOrChangedDoesNotOpen(String change) throws IOException {
        var documents = world.resident.documents();
        var file = documents.add(
                fatma,
                fatma.id(),
                newId(),
                world.about(VERHAAL, "Foto", ""),
                "foto.txt",
                new ByteArrayInputStream("a".repeat(600_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        var document = database.sql("select document_id::text from dossier.document where entry_id = :entry")
                .param("entry", file.id().value())
                .query(String.class)
                .single();
        change(change.formatted(document));
        assertThatThrownBy(() -> documents.download(fatma, fatma.id(), file.id(), OutputStream.nullOutputStream()))
                .isInstanceOfAny(SecurityException.class, IOException.class);
    }

    @Test
    void theFileOfAnotherEntryDoesNotOpenAsThisOne() throws IOException {
        var documents = world.resident.documents();
        var one = add(documents, "een.pdf");
        var two = add(documents, "twee.pdf");
        change("""
                with chunks as (select entry_id, c.document_id, c.bytes from dossier.document_chunk c
                                  join dossier.document d using (resident_id, document_id))
                update dossier.document_chunk t set bytes = other.bytes
                  from chunks mine, chunks other
                 where mine.entry_id = '%1$s' and other.entry_id = '%2$s' and t.document_id = mine.document_id""".formatted(one.id(), two.id()));
        assertThatThrownBy(() -> documents.download(fatma, fatma.id(), one.id(), OutputStream.nullOutputStream()))
                .isInstanceOfAny(SecurityException.class, IOException.class);
    }

    private Entry add(Documents documents, String name) throws IOException {
        return documents.add(
                fatma,
                fatma.id(),
                newId(),
                world.about(VERHAAL, name, ""),
                name,
                new ByteArrayInputStream(Samples.pdf(1, name)));
    }

    @Test
    void profilesDoNotChangePlaces() {
        for (var column : new String[] {"profile", "name"}) {
            change("update dossier.resident set " + column + " = (select d." + column
                    + " from dossier.resident d where d.resident_id = '" + hassan.id() + "') where resident_id = '"
                    + fatma.id() + "'");
            assertLoud(() -> world.resident.residents().profile(fatma));
        }
    }

    private void change(String statement) {
        assertThat(database.sql(statement).update()).as("rows changed").isPositive();
    }

    private static void assertLoud(ThrowingCallable open) {
        assertThatThrownBy(open).isInstanceOf(SecurityException.class);
    }
}
