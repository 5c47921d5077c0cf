package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.document.Samples;
import nl.voorelkaar.dossier.intake.Worries;
import nl.voorelkaar.dossier.intake.Worry;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What somebody holds who took both databases, every table and every byte of them. */
class NothingReadableTests {

    private final DossierWorld world = DossierWorld.shared();

    @Test
    void aDumpOfBothDatabasesTellsNothingAboutAnybody() throws Exception {
        var person = world.person("Xanthippe Quadflieg");
        var actor = person.signsIn();
        var dossiers = world.resident.dossiers();
        var anouk = world.professional("Wilhelmijntje Zwaluwstaart", Role.CO);
        var entry = world.writes(actor, VERHAAL, "Papegaaiduiker gezien", "Gisteren kruimelvlaai gegeten");
        dossiers.edit(actor, actor.id(), entry.id(), 1, world.about(GELD, "Kwartelkoning", "spaarvarken leeg"));
        dossiers.remove(
                actor,
                actor.id(),
                world.writes(actor, VERHAAL, "Zeepaardje weg").id());
        world.resident
                .documents()
                .add(
                        actor,
                        actor.id(),
                        newId(),
                        world.about(VERHAAL, "Knipsel", ""),
                        "vuurtorenwachter.pdf",
                        new ByteArrayInputStream(Samples.pdf(1, "Walvisvaarder")));
        world.resident
                .documents()
                .add(
                        actor,
                        actor.id(),
                        newId(),
                        world.about(VERHAAL, "Kladje", ""),
                        "klad.txt",
                        new ByteArrayInputStream("boterbloempje".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
        world.types(actor, "Goudvinkje op de schutting");
        var code = world.resident.bean(ShareCodes.class).current(actor).text();
        world.workspace.bean(ShareCodes.class).redeem(anouk, code);
        world.workspace
                .bean(Lookups.class)
                .byBsn(anouk, person.bsn, new Purpose("Stoomlocomotief aangetroffen in de gang"));
        world.grants(actor, anouk, world.toReadAndAdd(VERHAAL));
        world.workspace.dossiers().add(anouk, actor.id(), newId(), world.about(VERHAAL, "Ooievaarsnest", "van Anouk"));
        dossiers.search(actor, "kruimelvlaai");
        var worry = UUID.randomUUID();
        world.resident
                .bean(Worries.class)
                .tell(
                        worry,
                        new Worry.Text(
                                "De Zandloperstraat",
                                "Het licht brandt er nooit",
                                Optional.of("Kievitsbloem"),
                                Optional.empty(),
                                true),
                        UUID.randomUUID());
        world.workspace
                .bean(Worries.class)
                .close(world.professional("Loket", Role.KCC), worry, "Stofzuigerzak gevonden");

        var secrets = List.of(
                "Xanthippe",
                "Quadflieg",
                "Wilhelmijntje",
                "Zwaluwstaart",
                "Papegaaiduiker",
                "kruimelvlaai",
                "Kwartelkoning",
                "spaarvarken",
                "Zeepaardje",
                "Knipsel",
                "vuurtorenwachter",
                "Walvisvaarder",
                "boterbloempje",
                "Stoomlocomotief",
                "Goudvinkje",
                "Ooievaarsnest",
                "Zandloperstraat",
                "Kievitsbloem",
                "Stofzuigerzak",
                "application/pdf",
                "%PDF",
                "1956-03-14",
                person.bsn.revealDigits(),
                person.profile.email().orElseThrow(),
                person.subject,
                code,
                code.replace("-", ""));
        for (var database : List.of(world.databases.superuser(), world.databases.keysSuperuser())) {
            var dump = dump(database);
            assertThat(dump.length()).as("there is something to look at").isGreaterThan(1_000);
            for (var secret : secrets) {
                assertThat(dump.contains(secret.toLowerCase(Locale.ROOT)))
                        .as(secret)
                        .isFalse();
                assertThat(dump.contains(hex(secret))).as(secret + " as bytes").isFalse();
            }
        }
    }

    @Test
    void theDumpWouldShowWhatIsInClear() throws Exception {
        var actor = world.resident("Iemand");
        assertThat(dump(world.databases.superuser())).contains(actor.id().toString());
    }

    /** All tables of all schemas, as text in lower case; bytes as hexadecimal digits. */
    private static String dump(DataSource database) throws SQLException, IOException {
        var text = new ByteArrayOutputStream();
        try (var connection = database.getConnection()) {
            var tables = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("""
                            select format('%I.%I', schemaname, tablename) from pg_tables
                             where schemaname not in ('pg_catalog', 'information_schema')
                            """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables) {
                copies.copyOut("copy " + table + " to stdout", text);
            }
        }
        return text.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
