package nl.voorelkaar.e2e;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every value of every column of every table of every database of the environment, in the hands of a thief. */
final class StolenDatabase {

    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    private StolenDatabase() {}

    static StolenDatabase of(Product product) throws SQLException {
        var stolen = new StolenDatabase();
        for (var database : databases(product)) {
            try (var connection = connect(product, database)) {
                stolen.copy(database, connection);
            }
        }
        return stolen;
    }

    /** Sees everything, row security or not, and changes nothing. */
    static Connection connect(Product product, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + product.databasePort + "/" + database + "?user=lezer");
    }

    /** Rows per table, as {@code database.schema.table}. */
    Map<String, Long> rows() {
        return rows;
    }

    /** The first column of each table that holds one of these, in clear, as hexadecimal digits or as Base64. */
    Map<String, String> whereFound(Stream<String> secrets) {
        var found = new LinkedHashMap<String, String>();
        secrets.distinct().forEach(secret -> {
            for (var form : formsOf(secret)) {
                texts.forEach((column, text) -> {
                    if (text.contains(form)) {
                        found.putIfAbsent(secret, column);
                    }
                });
            }
        });
        return found;
    }

    /** Lower case, because the copy is. Base64 differs with the place in the text, hence three forms. */
    static List<String> formsOf(String secret) {
        var forms = new ArrayList<String>();
        forms.add(secret.toLowerCase(Locale.ROOT));
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(HexFormat.of().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            var from = shift == 0 ? 0 : shift + 1;
            var until = whole.length() - (shifted.length % 3 == 0 ? 0 : 1);
            if (until - from >= 12) {
                forms.add(whole.substring(from, until).toLowerCase(Locale.ROOT));
            }
        }
        return forms;
    }

    private static List<String> databases(Product product) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = connect(product, "voorelkaar");
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private void copy(String database, Connection connection) throws SQLException {
        var tables = new ArrayList<String[]>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        SELECT schemaname, tablename FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        UNION ALL SELECT 'pg_catalog', 'pg_description'""")) {
            while (result.next()) {
                tables.add(new String[] {result.getString(1), result.getString(2)});
            }
        }
        for (var table : tables) {
            copy(database, connection, table[0], table[1]);
        }
    }

    private void copy(String database, Connection connection, String schema, String table) throws SQLException {
        var name = database + "." + schema + "." + table;
        long count = 0;
        var columns = new LinkedHashMap<String, StringBuilder>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT * FROM \"" + schema + "\".\"" + table + "\"")) {
            var about = result.getMetaData();
            while (result.next()) {
                count++;
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    var column =
                            columns.computeIfAbsent(name + "." + about.getColumnName(i), key -> new StringBuilder());
                    if (about.getColumnTypeName(i).equals("bytea")) {
                        append(column, result.getBytes(i));
                    } else {
                        column.append(result.getString(i)).append('\n');
                    }
                }
            }
        }
        if (!schema.equals("pg_catalog")) {
            rows.put(name, count);
        }
        columns.forEach((column, text) -> texts.put(column, text.toString().toLowerCase(Locale.ROOT)));
    }

    private static void append(StringBuilder column, byte @org.jspecify.annotations.Nullable [] bytes) {
        if (bytes != null) {
            column.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
            column.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
            column.append(new String(bytes, StandardCharsets.UTF_16LE)).append('\n');
        }
    }
}
