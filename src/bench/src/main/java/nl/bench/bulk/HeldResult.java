package nl.bench.bulk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a dossier that is in hand, as a driver would give them. */
final class HeldResult implements InvocationHandler {

    /** Columns that are empty in a new row, and not named by who inserts it. */
    private static final Set<String> EMPTY = Set.of("last_epoch", "destroyed_at", "removed_at");

    private final List<String> columns;
    private final List<Map<String, @Nullable Object>> rows;
    private int at = -1;
    private boolean wasNull;

    private HeldResult(List<String> columns, List<Map<String, @Nullable Object>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static ResultSet of(List<Map<String, @Nullable Object>> rows) {
        return of(rows.isEmpty() ? List.of() : List.copyOf(rows.getFirst().keySet()), rows);
    }

    /** @throws IllegalStateException when there are rows, and no such column in them */
    static ResultSet of(List<String> columns, List<Map<String, @Nullable Object>> rows) {
        for (var row : rows) {
            if (!columns.stream().allMatch(column -> row.containsKey(column) || EMPTY.contains(column))) {
                throw new IllegalStateException("not understood: " + columns + " of " + row.keySet());
            }
        }
        return (ResultSet) Proxy.newProxyInstance(
                HoldingDriver.class.getClassLoader(), new Class<?>[] {ResultSet.class}, new HeldResult(columns, rows));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        var name = method.getName();
        if (name.startsWith("get") && arguments != null && arguments.length > 0) {
            var value = rows.get(at).get(column(arguments[0]));
            wasNull = value == null;
            return value(name, value, arguments.length > 1 ? arguments[1] : null);
        }
        return switch (name) {
            case "next" -> ++at < rows.size();
            case "wasNull" -> wasNull;
            case "findColumn" -> columns.indexOf((String) arguments[0]) + 1;
            case "getMetaData" -> about();
            case "getRow" -> at + 1;
            case "isClosed" -> false;
            case "close", "getWarnings", "getStatement", "clearWarnings", "setFetchSize" -> null;
            case "equals" -> arguments != null && arguments[0] == self;
            case "hashCode" -> System.identityHashCode(self);
            default -> throw new SQLFeatureNotSupportedException(name);
        };
    }

    private String column(@Nullable Object which) {
        return which instanceof Integer number ? columns.get(number - 1) : (String) which;
    }

    private @Nullable Object value(String name, @Nullable Object value, @Nullable Object wanted) throws SQLException {
        return switch (name) {
            case "getInt" -> value == null ? 0 : ((Number) value).intValue();
            case "getShort" -> value == null ? (short) 0 : ((Number) value).shortValue();
            case "getLong" -> value == null ? 0L : ((Number) value).longValue();
            case "getBoolean" -> value != null && (Boolean) value;
            case "getString" -> value == null ? null : value.toString();
            case "getBytes" -> value;
            case "getArray" -> value == null ? null : ((HeldArray) value).asArray();
            case "getDate" -> value instanceof LocalDate day ? Date.valueOf(day) : value;
            case "getTimestamp" -> value == null ? null : Timestamp.from(instant(value));
            case "getObject" -> wanted instanceof Class<?> type ? as(type, value) : value;
            default -> throw new SQLFeatureNotSupportedException(name);
        };
    }

    private static @Nullable Object as(Class<?> type, @Nullable Object value) throws SQLException {
        if (value == null || type.isInstance(value)) {
            return value;
        }
        if (type == Integer.class) {
            return ((Number) value).intValue();
        }
        if (type == Short.class) {
            return ((Number) value).shortValue();
        }
        if (type == OffsetDateTime.class) {
            return instant(value).atOffset(ZoneOffset.UTC);
        }
        if (type == Instant.class) {
            return instant(value);
        }
        if (type == LocalDate.class && value instanceof Date day) {
            return day.toLocalDate();
        }
        throw new SQLFeatureNotSupportedException(value.getClass() + " as " + type);
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case OffsetDateTime time -> time.toInstant();
            case Timestamp time -> time.toInstant();
            default -> (Instant) value;
        };
    }

    private ResultSetMetaData about() {
        return (ResultSetMetaData) Proxy.newProxyInstance(
                HoldingDriver.class.getClassLoader(),
                new Class<?>[] {ResultSetMetaData.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getColumnCount" -> Math.max(1, columns.size());
                    case "getColumnLabel", "getColumnName" -> columns.get((int) arguments[0] - 1);
                    default -> throw new SQLFeatureNotSupportedException(method.getName());
                });
    }
}
