package nl.bench.bulk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One statement about a dossier that is in hand. */
final class HeldStatement implements InvocationHandler {

    private final Connection connection;
    private final HeldDossier dossier;
    private final Said said;
    private final Map<Integer, @Nullable Object> parameters = new HashMap<>();
    private final List<Integer> batch = new ArrayList<>();
    private @Nullable ResultSet answer;
    private int changed = -1;

    HeldStatement(Connection connection, HeldDossier dossier, Said said) {
        this.connection = connection;
        this.dossier = dossier;
        this.said = said;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        var name = method.getName();
        if (name.startsWith("set") && arguments != null && arguments.length > 1 && arguments[0] instanceof Integer at) {
            parameters.put(at, name.equals("setNull") ? null : plain(arguments[1]));
            return null;
        }
        return switch (name) {
            case "executeQuery" -> {
                run();
                yield answer;
            }
            case "executeUpdate" -> {
                run();
                yield changed;
            }
            case "execute" -> {
                run();
                yield answer != null;
            }
            case "addBatch" -> {
                run();
                yield batch.add(changed) ? null : null;
            }
            case "executeBatch" -> {
                var counts = batch.stream().mapToInt(Integer::intValue).toArray();
                batch.clear();
                yield counts;
            }
            case "getResultSet" -> answer;
            case "getUpdateCount" -> changed;
            case "getMoreResults" -> {
                answer = null;
                changed = -1;
                yield false;
            }
            case "getConnection" -> connection;
            case "clearParameters" -> {
                parameters.clear();
                yield null;
            }
            case "close",
                    "getWarnings",
                    "clearWarnings",
                    "clearBatch",
                    "setFetchSize",
                    "setMaxRows",
                    "setQueryTimeout",
                    "setPoolable",
                    "setLargeMaxRows" -> null;
            case "isClosed", "isPoolable", "isCloseOnCompletion" -> false;
            case "getMaxRows", "getQueryTimeout", "getFetchSize" -> 0;
            case "equals" -> arguments != null && arguments[0] == self;
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> said.toString();
            default -> throw new SQLFeatureNotSupportedException(name);
        };
    }

    /** As it is compared and kept: whole numbers are alike, whatever their size. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case HeldArray.Held array ->
                new HeldArray(array.held().type(), array.held().elements());
            case Array other -> throw new IllegalStateException("an array of another driver: " + other);
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Object[] elements -> new HeldArray("", elements);
            case null -> null;
            default -> value;
        };
    }

    private void run() {
        answer = null;
        changed = -1;
        switch (said) {
            case Said.Scope scope -> answer = HeldResult.of(scope(scope.settings()));
            case Said.Insert insert -> insert(insert);
            case Said.Select select -> answer = HeldResult.of(select.columns(), found(select.table(), select.where()));
            case Said.Highest highest -> {
                var most = found(highest.table(), highest.where()).stream()
                        .mapToLong(row -> (Long) Objects.requireNonNull(row.get(highest.column())))
                        .max()
                        .orElse(highest.otherwise());
                answer = HeldResult.of(List.of(Collections.singletonMap("max", most)));
            }
            case Said.Update update -> {
                var rows = found(update.table(), update.where());
                rows.forEach(row -> update.set().forEach((column, value) -> row.put(column, of(value))));
                changed = rows.size();
            }
            case Said.NextLine _ -> answer = HeldResult.of(List.of(Map.of("added", nextLine())));
            case Said.Unclear unclear -> {
                requireNothingToTell(unclear);
                answer = HeldResult.of(List.of());
            }
            case Said.Elsewhere _ -> throw new IllegalStateException("for the database");
        }
    }

    /** As the database has it in {@code consent.add_next_line}. */
    private boolean nextLine() {
        if (!Objects.equals(parameters.get(13), 0L) || !Objects.equals(parameters.get(14), 0L)) {
            throw new IllegalStateException("not understood: a line that is counted");
        }
        var resident = parameters.get(1);
        var number = (Long) Objects.requireNonNull(parameters.get(2));
        var head = dossier.of("consent.ledger_head").stream()
                .filter(row -> alike(row.get("resident_id"), resident) && alike(row.get("last_seq"), number - 1))
                .findFirst();
        head.ifPresent(row -> {
            row.put("last_seq", number);
            dossier.of("consent.ledger_entry")
                    .add(row("resident_id", 1, "seq", 2, "event_id", 3, "at", 4, "commitment", 5, "body", 6));
            dossier.of("consent.audit_pending")
                    .add(row("resident_id", 1, "event_id", 3, "seq", 2, "commitment", 5, "slot", 7, "stored", 8));
        });
        return head.isPresent();
    }

    /** @param columns each with the number of its parameter */
    private Map<String, @Nullable Object> row(Object... columns) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var at = 0; at < columns.length; at += 2) {
            row.put((String) columns[at], parameters.get((Integer) columns[at + 1]));
        }
        return row;
    }

    private List<Map<String, @Nullable Object>> scope(int settings) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        IntStream.rangeClosed(1, settings).forEach(number -> row.put("set_config_" + number, ""));
        return List.of(row);
    }

    private @Nullable Object of(Said.Value value) {
        return value.parameter() == 0 ? value.literal() : parameters.get(value.parameter());
    }

    private void insert(Said.Insert insert) {
        changed = 0;
        Map<String, @Nullable Object> last = Map.of();
        for (var into : insert.rows()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            into.values().forEach((column, value) -> row.put(column, of(value)));
            var rows = dossier.of(into.table());
            var there = rows.stream()
                    .filter(known -> !into.conflict().isEmpty()
                            && into.conflict().stream().allMatch(column -> alike(known.get(column), row.get(column))))
                    .findFirst();
            if (there.isEmpty()) {
                rows.add(row);
                last = row;
                changed++;
            } else if (!into.then().isEmpty()) {
                into.then()
                        .forEach((column, then) -> there.get()
                                .merge(
                                        column,
                                        then.excluded().<Object>map(row::get).orElse((long) then.more()),
                                        (before, now) ->
                                                then.excluded().isPresent() ? now : (Long) before + (Long) now));
                last = there.get();
                changed++;
            }
        }
        if (insert.returning().isPresent()) {
            var column = insert.returning().get();
            answer = HeldResult.of(List.of(Collections.singletonMap(column, last.get(column))));
            changed = -1;
        }
    }

    private List<Map<String, @Nullable Object>> found(String table, List<Said.Where> where) {
        return dossier.of(table).stream()
                .filter(row -> where.stream()
                        .allMatch(condition -> condition.values().stream()
                                .flatMap(value -> of(value) instanceof HeldArray array
                                        ? Arrays.stream(array.elements()).map(HeldStatement::plain)
                                        : Stream.of((Object) of(value)))
                                .anyMatch(value -> alike(row.get(condition.column()), value))))
                .collect(Collectors.toList());
    }

    private static boolean alike(@Nullable Object one, @Nullable Object other) {
        return one != null && Objects.deepEquals(one, other);
    }

    /** A question about several people finds nothing as long as no row names all of them. */
    private void requireNothingToTell(Said.Unclear unclear) {
        var people = parameters.values().stream().filter(UUID.class::isInstance).collect(Collectors.toSet());
        if (!unclear.isQuestion()
                || unclear.tables().isEmpty()
                || people.isEmpty()
                || unclear.tables().stream()
                        .flatMap(table -> dossier.of(table).stream())
                        .anyMatch(row -> row.values().containsAll(people))) {
            throw new IllegalStateException("not understood: " + unclear.statement());
        }
    }
}
