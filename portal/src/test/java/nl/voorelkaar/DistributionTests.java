package nl.voorelkaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main database as it is migrated, against what Citus takes, and against {@code src/deploy/citus}. */
class DistributionTests {

    private static final Path FOLDER = Path.of("../src/deploy/citus");
    private static final String OURS = "n.nspname IN ('consent', 'dossier', 'portal')";
    private static final Pattern PLACED = Pattern.compile(
            "SELECT (create_distributed_table|create_reference_table|citus_add_local_table_to_metadata)\\('([a-z_.]+)'"
                    + "(?:, '([a-z_]+)', colocate_with => '([a-z_.]+)')?\\);");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_.]+)` \\|", Pattern.MULTILINE);
    private static final Pattern WITH_ANOTHER_SERVER_IN_MIND = Pattern.compile(
            "(?i)pg_(try_)?advisory|\\b(UN)?LISTEN\\s+\\w|\\bNOTIFY\\s+\\w|pg_notify|\\bTEMP(ORARY)?\\s+TABLE\\b");

    private final JdbcClient schema =
            JdbcClient.create(House.running().databases.superuser());

    private record Placed(String how, String table, String column, String beside) {

        boolean distributed() {
            return how.equals("create_distributed_table");
        }
    }

    private record Key(String table, String name, Set<String> columns) {}

    @Test
    void placesEachTableOnce() throws IOException {
        var tables = list("""
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE %s AND c.relkind IN ('r', 'p') AND c.relname <> 'flyway_schema_history'""");

        assertThat(placed()).extracting(Placed::table).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void keepsAllOfAResidentOnOneServer() throws IOException {
        var aboutResidents = withResidentFirst();
        var beside = placed().stream()
                .filter(Placed::distributed)
                .filter(table -> table.column.equals("resident_id"))
                .toList();

        assertThat(beside).extracting(Placed::table).containsExactlyInAnyOrderElementsOf(aboutResidents);
        assertThat(list("""
                SELECT c.oid::regclass::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE %s AND c.relkind = 'r' AND a.attname = 'resident_id'"""))
                .as("named by something else, for which the residents are looked up")
                .filteredOn(table -> !aboutResidents.contains(table))
                .containsExactlyInAnyOrder("dossier.resident_index", "consent.audit_finding");
        assertThat(beside.getFirst().beside).isEqualTo("none");
        assertThat(beside.subList(1, beside.size())).allMatch(table -> table.beside.equals(beside.getFirst().table));
    }

    @Test
    void knowsNoRowByAKeyThatASingleServerCannotHold() throws IOException {
        var dropped = weakened();
        var columns =
                placed().stream().filter(Placed::distributed).collect(Collectors.toMap(Placed::table, Placed::column));

        var unplaceable = keys().stream()
                .filter(key -> columns.containsKey(key.table))
                .filter(key -> !key.columns.contains(columns.get(key.table)))
                .map(Key::name)
                .collect(Collectors.toSet());

        assertThat(unplaceable).isEqualTo(dropped);
    }

    @Test
    void refersToRowsOfTheSameResidentThatArePlacedBefore() throws IOException {
        record Reference(String from, String to, String columns) {}
        var order = placed().stream().map(Placed::table).toList();
        var references = schema.sql("""
                        SELECT conrelid::regclass::text, confrelid::regclass::text, pg_get_constraintdef(r.oid)
                        FROM pg_constraint r JOIN pg_namespace n ON n.oid = r.connamespace
                        WHERE %s AND contype = 'f'""".formatted(OURS))
                .query((row, number) -> new Reference(row.getString(1), row.getString(2), row.getString(3)))
                .list();

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference.columns)
                    .startsWith("FOREIGN KEY (resident_id, ")
                    .contains("(resident_id, ");
            assertThat(order.indexOf(reference.to)).isLessThan(order.indexOf(reference.from));
        });
    }

    @Test
    void hasNothingThatCitusRefuses() throws IOException {
        var triggered = list("""
                SELECT t.tgrelid::regclass::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %s AND NOT t.tgisinternal""");
        var local = placed().stream()
                .filter(table -> table.how.equals("citus_add_local_table_to_metadata"))
                .map(Placed::table)
                .toList();

        assertThat(local).containsAll(triggered);
        assertThat(list("""
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE %s AND (c.relkind IN ('S', 'v', 'm', 'f') OR c.relkind IN ('r', 'p') AND c.relpersistence <> 'p')""")).isEmpty();
        assertThat(list("""
                SELECT r.conname FROM pg_constraint r JOIN pg_namespace n ON n.oid = r.connamespace
                WHERE %s AND r.contype = 'x'""")).isEmpty();
    }

    @Test
    void asksNothingInRowSecurityBeyondWhatIsWrittenDown() throws IOException {
        var asking = list("""
                WITH asks AS MATERIALIZED (
                    SELECT f.oid::regproc || '(' AS call FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
                    WHERE %s AND f.prokind = 'f' AND pg_get_functiondef(f.oid) ~* '\\mfrom\\M')
                SELECT c.oid::regclass || '.' || p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE %1$s AND (concat(p.polqual, p.polwithcheck) LIKE '%%SUBLINK%%' OR EXISTS (
                    SELECT FROM asks WHERE strpos(concat(pg_get_expr(p.polqual, p.polrelid), ' ',
                                                         pg_get_expr(p.polwithcheck, p.polrelid)), call) > 0))""");

        assertThat(asking).containsExactlyInAnyOrderElementsOf(rows("What stands in the way"));
    }

    @Test
    void asksEveryServerOnlyForWhatIsWrittenDown() throws IOException {
        var aboutResidents = withResidentFirst();
        var everywhere = new TreeSet<>(list("""
                SELECT DISTINCT c.oid::regclass::text FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE %s AND p.polpermissive AND p.polcmd IN ('r', '*')
                  AND pg_get_expr(p.polqual, p.polrelid) !~ 'scope_resident|app\\.resident|app\\.named'"""));
        everywhere.retainAll(aboutResidents);

        assertThat(everywhere).containsExactlyElementsOf(new TreeSet<>(rows("What asks every server")));
    }

    @Test
    void holdsNoLockAndWaitsForNoWordOfOneServer() throws IOException {
        for (var module : List.of("consent", "dossier", "portal")) {
            try (var files = Files.walk(Path.of("..", module, "src/main"))) {
                assertThat(files.filter(file -> file.toString().matches(".*\\.(java|sql)")))
                        .isNotEmpty()
                        .allSatisfy(file ->
                                assertThat(Files.readString(file)).doesNotContainPattern(WITH_ANOTHER_SERVER_IN_MIND));
            }
        }
    }

    private List<Placed> placed() throws IOException {
        return PLACED.matcher(statements())
                .results()
                .map(found -> new Placed(
                        found.group(1),
                        found.group(2),
                        Stream.ofNullable(found.group(3)).findFirst().orElse(""),
                        Stream.ofNullable(found.group(4)).findFirst().orElse("")))
                .toList();
    }

    private Set<String> weakened() throws IOException {
        return Pattern.compile("DROP INDEX ([a-z_.]+);")
                .matcher(statements())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String statements() throws IOException {
        return Files.readString(FOLDER.resolve("distribute.sql"));
    }

    /** The names in the tables under one heading. */
    private static List<String> rows(String heading) throws IOException {
        var text = Files.readString(FOLDER.resolve("README.md"));
        var section = text.substring(text.indexOf("## " + heading) + 3);
        var end = section.indexOf("\n## ");
        return ROW.matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Set<String> withResidentFirst() {
        return new HashSet<>(list("""
                SELECT i.indrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE %s AND i.indisprimary AND a.attname = 'resident_id'"""));
    }

    private List<Key> keys() {
        return schema.sql("""
                        SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text,
                               array(SELECT a.attname::text FROM pg_attribute a
                                     WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey))
                        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %s AND i.indisunique""".formatted(OURS))
                .query((row, number) -> new Key(row.getString(1), row.getString(2), Set.of((String[])
                        row.getArray(3).getArray())))
                .list();
    }

    private List<String> list(String query) {
        return schema.sql(query.formatted(OURS)).query(String.class).list();
    }
}
