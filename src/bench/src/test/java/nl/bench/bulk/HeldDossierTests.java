package nl.bench.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.bench.services.Installation;
import nl.bench.services.People;
import nl.devservices.postgres.PostgresServer;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.Bsn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldDossierTests {

    private static final List<String> NUMBERS = List.of("999900006", "999900018", "999900031");
    private static final String BULK = "bulk";
    private static final String BULK_KEYS = "bulk_keys";

    /** When the database itself says when, it is another moment. */
    private static final String OF_THE_DATABASE = "added_at";

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), CalendarDays.AMSTERDAM);

    @AfterEach
    void randomAgain() {
        SeededRandomness.remove();
    }

    @Test
    void copiesTheVeryRowsThatTheServicesWriteWithTheSameRandomNumbersAndTime() throws Exception {
        SeededRandomness.install();
        try (var installation = Installation.in(folder, clock)) {
            var to = professionals(installation);
            // The custody makes the key of a day once, for whoever needs it first.
            installation
                    .custody(Face.RESIDENT)
                    .addDay(CalendarDays.dayOf(clock.instant()).plusMonths(DossierRecipe.MONTHS));
            clone(installation, PostgresServer.MAIN, BULK);
            clone(installation, PostgresServer.KEYSTORE, BULK_KEYS);
            var logins = NUMBERS.stream().map(installation::login).toList();

            copied(installation, to, logins);
            written(installation, to, logins);

            var main = rows(installation, PostgresServer.MAIN);
            var keys = rows(installation, PostgresServer.KEYSTORE);
            requireAlike(rows(installation, BULK), main);
            requireAlike(rows(installation, BULK_KEYS), keys);
            assertThat(main.get("dossier.entry_version")).hasSize(NUMBERS.size() * DossierRecipe.ENTRIES);
            assertThat(main.get("consent.access_grant")).hasSize(NUMBERS.size() * DossierRecipe.GRANTS);
            assertThat(main.get("consent.ledger_entry")).hasSize(NUMBERS.size() * DossierRecipe.LINES);
            assertThat(main.get("dossier.grant_box")).hasSize(NUMBERS.size() * DossierRecipe.GRANTS);
            assertThat(keys.get("keystore.grant_lease")).hasSize(NUMBERS.size() * DossierRecipe.GRANTS);
        }
    }

    private static void requireAlike(Map<String, List<String>> copied, Map<String, List<String>> written) {
        var others = new TreeMap<>(copied);
        others.replaceAll((table, rows) -> {
            var left = new ArrayList<>(rows);
            left.removeAll(written.get(table));
            return left;
        });
        others.values().removeIf(List::isEmpty);
        assertThat(others).as("rows that the services did not write").isEmpty();
        assertThat(copied).isEqualTo(written);
    }

    private static List<Actor.Professional> professionals(Installation installation) {
        try (var workspace = installation.node(Face.WORKSPACE, installation.custody(Face.WORKSPACE))) {
            var people = new People(installation, workspace, workspace);
            return Stream.generate(people::professional)
                    .limit(DossierRecipe.GRANTS)
                    .toList();
        }
    }

    private void written(Installation installation, List<Actor.Professional> to, List<Assertion> logins) {
        try (var resident = installation.node(Face.RESIDENT, installation.custody(Face.RESIDENT));
                var workspace = installation.node(Face.WORKSPACE, installation.custody(Face.WORKSPACE))) {
            var recipe = new DossierRecipe(resident, workspace, clock);
            each(number -> recipe.make(Bsn.of(NUMBERS.get(number)), logins.get(number), to));
        }
    }

    private void copied(Installation installation, List<Actor.Professional> to, List<Assertion> logins)
            throws SQLException {
        var main = HoldingDriver.over(installation.url(BULK));
        var keys = HoldingDriver.over(installation.url(BULK_KEYS));
        var settings = new HashMap<>(HoldingDriver.settings());
        settings.putAll(installation.asSuperuser());
        try (var resident =
                        installation.node(Face.RESIDENT, installation.custody(Face.RESIDENT), main, keys, settings);
                var workspace =
                        installation.node(Face.WORKSPACE, installation.custody(Face.WORKSPACE), main, keys, settings);
                var copyingKeys = installation.connect(BULK_KEYS);
                var copying = installation.connect(BULK)) {
            var recipe = new DossierRecipe(resident, workspace, clock);
            var rows = new CopiedRows();
            each(number -> {
                try (var dossier = HeldDossier.begin()) {
                    recipe.make(Bsn.of(NUMBERS.get(number)), logins.get(number), to);
                    rows.add(dossier.rows());
                }
            });
            rows.copy(copyingKeys, copying);
        }
    }

    private static void each(Consumer<Integer> work) {
        for (var number = 0; number < NUMBERS.size(); number++) {
            SeededRandomness.begin(number);
            work.accept(number);
            SeededRandomness.end();
        }
    }

    private static void clone(Installation installation, String database, String as) throws SQLException {
        try (var connection = installation.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + as + " TEMPLATE " + database);
        }
    }

    /** Every row of every table, as text, by table. */
    private static Map<String, List<String>> rows(Installation installation, String database) throws SQLException {
        var all = new TreeMap<String, List<String>>();
        try (var connection = installation.connect(database);
                var statement = connection.createStatement()) {
            var questions = new TreeMap<String, String>();
            try (var tables = statement.executeQuery("""
                    SELECT table_schema || '.' || table_name, string_agg(column_name, ', ' ORDER BY column_name)
                    FROM information_schema.columns
                    WHERE table_schema IN ('consent', 'dossier', 'keystore') AND column_name <> '%s'
                      AND table_name <> 'flyway_schema_history'
                    GROUP BY 1""".formatted(OF_THE_DATABASE))) {
                while (tables.next()) {
                    questions.put(
                            tables.getString(1),
                            "SELECT one::text FROM (SELECT %s FROM %s) AS one ORDER BY 1"
                                    .formatted(tables.getString(2), tables.getString(1)));
                }
            }
            for (var question : questions.entrySet()) {
                var rows = new ArrayList<String>();
                try (var found = statement.executeQuery(question.getValue())) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
                all.put(question.getKey(), rows);
            }
        }
        return all;
    }
}
