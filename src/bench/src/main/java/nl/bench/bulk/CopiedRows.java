package nl.bench.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of many dossiers on their way into tables, each with {@code COPY}. */
final class CopiedRows {

    private static final String KEYSTORE = "keystore.";

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private long bytes;

    /** Everything of one table, in one order of columns. */
    private record Table(List<String> columns, ByteArrayOutputStream rows) {}

    void add(Map<String, List<Map<String, @Nullable Object>>> dossier) {
        dossier.forEach((table, rows) -> rows.forEach(row -> add(table, row)));
    }

    void add(String table, Map<String, @Nullable Object> row) {
        var to = tables.computeIfAbsent(
                table, absent -> new Table(List.copyOf(row.keySet()), new ByteArrayOutputStream(1 << 16)));
        var line = to.columns().stream().map(column -> text(row.get(column))).collect(Collectors.joining("\t"));
        if (row.size() != to.columns().size()) {
            throw new IllegalStateException("two ways to fill " + table);
        }
        var encoded = (line + "\n").getBytes(UTF_8);
        to.rows().writeBytes(encoded);
        bytes += encoded.length;
    }

    /** How much waits, in bytes. */
    long waiting() {
        return bytes;
    }

    /** Keys first, as the services do: a key without a dossier does no harm. Both as one transaction each. */
    void copy(Connection keystore, Connection main) throws SQLException {
        copy(keystore, true);
        copy(main, false);
        tables.clear();
        bytes = 0;
    }

    private void copy(Connection connection, boolean keys) throws SQLException {
        connection.setAutoCommit(false);
        for (var table : tables.entrySet()) {
            if (table.getKey().startsWith(KEYSTORE) == keys
                    && table.getValue().rows().size() > 0) {
                var into = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table.getKey() + " ("
                                + String.join(", ", table.getValue().columns()) + ") FROM STDIN");
                var rows = table.getValue().rows().toByteArray();
                into.writeToCopy(rows, 0, rows.length);
                into.endCopy();
            }
        }
        connection.commit();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case byte[] sealed -> "\\\\x" + HexFormat.of().formatHex(sealed);
            case HeldArray array ->
                Arrays.stream(array.elements()).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
            case Timestamp time -> time.toInstant().toString();
            case String words ->
                words.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
            default -> value.toString();
        };
    }
}
