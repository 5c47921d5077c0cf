package nl.voorelkaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program of the last release works on the schema of today: what came since only adds. */
class ReleasesTests {

    private static final Path ROOT = Path.of("..");
    private static final Path RELEASES = ROOT.resolve("src/deploy/releases");
    private static final Pattern CONTRACT = Pattern.compile("-- contract, unused since (\\S+)");
    private static final Pattern CREATED = Pattern.compile("^CREATE TABLE (?:IF NOT EXISTS )?(\\S+)");
    private static final Pattern REOPENED = Pattern.compile("^ALTER TABLE (\\S+) .*\\bDROP CONSTRAINT\\b");
    private static final String FORBIDS = "forbids what was allowed";

    /** What an older program may trip over, by what is wrong with it. */
    private static final Map<String, Pattern> NARROWING = Map.of(
            "takes away",
            Pattern.compile("\\bDROP (?!CONSTRAINT|INDEX|NOT NULL|POLICY)|\\bTRUNCATE\\b|^DELETE\\b"),
            "renames",
            Pattern.compile("\\bRENAME\\b"),
            "changes a type",
            Pattern.compile("\\bALTER (?:COLUMN )?\\S+ (?:SET DATA )?TYPE\\b"),
            "asks for a value",
            Pattern.compile("\\bSET NOT NULL\\b"),
            "adds a column that must be filled",
            Pattern.compile("\\bADD COLUMN (?![^,]*\\b(?:DEFAULT|GENERATED)\\b)[^,]*\\bNOT NULL\\b"),
            "takes a right away",
            Pattern.compile("^REVOKE\\b.* FROM .*\\bVE_"),
            "hides rows",
            Pattern.compile("^CREATE POLICY\\b.* AS RESTRICTIVE\\b"),
            "allows one where there were more",
            Pattern.compile("^CREATE UNIQUE INDEX\\b"),
            "acts behind its back",
            Pattern.compile("^CREATE (?:CONSTRAINT )?TRIGGER\\b"),
            FORBIDS,
            Pattern.compile("^ALTER TABLE .*\\bADD CONSTRAINT\\b"));

    @Test
    void neverChangesWhatWasReleased() throws IOException {
        for (var release : releases()) {
            assertThat(migrationsOf(release))
                    .isNotEmpty()
                    .allSatisfy((file, print) -> assertThat(print(file))
                            .as("%s, released on %s", file, release)
                            .isEqualTo(print));
        }
    }

    @Test
    void onlyAddsSinceTheLastRelease() throws IOException {
        var releases = releases();
        var known = migrationsOf(releases.last());
        for (var file : migrations()) {
            if (!known.containsKey(file)) {
                var sql = Files.readString(ROOT.resolve(file));
                var contract = CONTRACT.matcher(sql);
                if (contract.lookingAt()) {
                    assertThat(releases.headSet(releases.last()))
                            .as("when %s was last used", file)
                            .contains(contract.group(1));
                } else {
                    assertThat(narrowing(sql)).as(file).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE dossier.entry",
                "alter table dossier.entry drop column section",
                "ALTER TABLE dossier.entry DROP section",
                "ALTER TABLE dossier.entry ALTER COLUMN section DROP DEFAULT",
                "ALTER TABLE dossier.entry RENAME TO item",
                "alter table dossier.entry\n    alter column section type integer",
                "ALTER TABLE dossier.entry ADD COLUMN a text, ALTER COLUMN section SET NOT NULL",
                "ALTER TABLE dossier.entry ADD COLUMN a text NOT NULL, ADD COLUMN b int NOT NULL DEFAULT 0",
                "REVOKE SELECT ON dossier.entry FROM ve_workspace",
                "CREATE POLICY less ON dossier.entry AS RESTRICTIVE FOR SELECT TO ve_workspace USING (false)",
                "CREATE UNIQUE INDEX once ON dossier.entry (resident_id, section)",
                "CREATE TRIGGER t BEFORE UPDATE ON dossier.entry FOR EACH ROW EXECUTE FUNCTION f()",
                "ALTER TABLE dossier.entry ADD CONSTRAINT short CHECK (length(title) < 9)",
                "CREATE TABLE dossier.new (id uuid); DELETE FROM dossier.entry"
            })
    void seesWhatAnOlderProgramTripsOver(String sql) {
        assertThat(narrowing(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE dossier.entry ADD COLUMN a text, ADD COLUMN b int NOT NULL DEFAULT 0",
                "ALTER TABLE dossier.entry DROP CONSTRAINT kinds, ADD CONSTRAINT kinds CHECK (kind IN ('A', 'B'))",
                "ALTER TABLE dossier.entry DROP CONSTRAINT k; ALTER TABLE dossier.entry ADD CONSTRAINT k CHECK (n < 9)",
                "CREATE TABLE dossier.new (id uuid NOT NULL); CREATE UNIQUE INDEX once ON dossier.new (id)",
                "CREATE POLICY more ON dossier.entry FOR SELECT TO ve_workspace USING (true)",
                "REVOKE ALL ON FUNCTION dossier.f(uuid) FROM PUBLIC",
                "-- DROP TABLE dossier.entry\nCREATE INDEX fast ON dossier.entry (section)"
            })
    void letsPassWhatOnlyAdds(String sql) {
        assertThat(narrowing(sql)).isEmpty();
    }

    /** @return what is wrong, and the statement */
    private static List<String> narrowing(String sql) {
        var statements = statements(sql);
        var fresh = tables(CREATED, statements);
        // How a check is widened: taken away, and put in anew.
        var reopened = tables(REOPENED, statements);
        var wrong = new ArrayList<String>();
        for (var statement : statements) {
            NARROWING.forEach((what, pattern) -> {
                if (pattern.matcher(statement).find()
                        && !isOf(fresh, statement)
                        && !(what.equals(FORBIDS) && isOf(reopened, statement))) {
                    wrong.add(what + ": " + statement);
                }
            });
        }
        return wrong;
    }

    private static Set<String> tables(Pattern begin, List<String> statements) {
        return statements.stream()
                .flatMap(statement -> begin.matcher(statement).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean isOf(Set<String> tables, String statement) {
        return tables.stream().anyMatch(table -> statement.contains(" " + table + " "));
    }

    /** In capitals, on one line each, without comments and without the bodies of functions. */
    private static List<String> statements(String sql) {
        var bare = sql.replaceAll("(?m)--.*$", "").replaceAll("(?s)\\$\\$.*?\\$\\$", "''");
        return Stream.of(bare.split(";"))
                .map(statement -> statement.replaceAll("\\s+", " ").strip().toUpperCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static TreeSet<String> releases() throws IOException {
        try (var files = Files.list(RELEASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-\\d\\d-\\d\\d"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, String> migrationsOf(String release) throws IOException {
        var migrations = new TreeMap<String, String>();
        for (var line : Files.readAllLines(RELEASES.resolve(release))) {
            if (!line.startsWith("#")) {
                var parts = line.split("  ");
                migrations.put(parts[1], parts[0]);
            }
        }
        return migrations;
    }

    private static List<String> migrations() throws IOException {
        var migrations = new ArrayList<String>();
        for (var module : List.of("consent", "dossier", "portal")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/resources/db/migration"))) {
                files.filter(file -> file.toString().endsWith(".sql"))
                        .forEach(file -> migrations.add(ROOT.relativize(file).toString()));
            }
        }
        return migrations;
    }

    private static String print(String file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ROOT.resolve(file))));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
