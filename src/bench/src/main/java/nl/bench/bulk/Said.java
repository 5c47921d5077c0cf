package nl.bench.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a statement says, as far as it is about tables of {@link HeldDossier#TABLES}. */
sealed interface Said {

    Elsewhere NOTHING_HELD = new Elsewhere();

    /** For the database. */
    record Elsewhere() implements Said {}

    /** Sets the scope of rows. @param settings how many */
    record Scope(int settings) implements Said {}

    /** @param returning the column whose value it gives back */
    record Insert(List<Into> rows, Optional<String> returning) implements Said {}

    /**
     * One row.
     *
     * @param values by column
     * @param conflict columns in which no two rows are alike; none when it does not say
     * @param then what becomes of a row that is there already; nothing for none
     */
    record Into(String table, Map<String, Value> values, List<String> conflict, Map<String, Then> then) {}

    /** @param columns what it gives, as it says it */
    record Select(String table, List<String> columns, List<Where> where) implements Said {}

    /** The highest number in a column, or another number. */
    record Highest(String table, String column, int otherwise, List<Where> where) implements Said {}

    record Update(String table, Map<String, Value> set, List<Where> where) implements Said {}

    /** Adds a line of the log when it is the next one, and says whether it did. */
    record NextLine() implements Said {}

    /** About these tables, in words that are not understood. */
    record Unclear(String statement, List<String> tables) implements Said {

        /** It asks, and changes nothing. */
        boolean isQuestion() {
            return statement.regionMatches(true, 0, "select ", 0, 7);
        }
    }

    /** Something that stands in the statement, or a parameter by its number from 1. */
    record Value(int parameter, @Nullable Object literal) {}

    /** What a column becomes: what was to be inserted, or so much more. */
    record Then(Optional<String> excluded, int more) {}

    /** Rows in which the column is one of the values. */
    record Where(String column, List<Value> values) {}

    static Said in(String statement) {
        return Known.SAID.computeIfAbsent(statement, Known::read);
    }

    /** Statements that were read once. */
    final class Known {

        private static final Map<String, Said> SAID = new ConcurrentHashMap<>();

        /** Tables that a function of the database looks at, for a question about everybody who is named. */
        private static final Map<String, List<String>> LOOKS_AT = Map.of(
                "consent.known",
                List.of(
                        "consent.relation",
                        "consent.access_grant",
                        "consent.case_assignment",
                        "consent.emergency",
                        "consent.restriction",
                        "consent.death"));

        private static final int FLAGS = Pattern.CASE_INSENSITIVE;
        private static final Pattern TABLE = Pattern.compile("\\b(?:consent|dossier|keystore)\\.[a-z_]+\\b", FLAGS);
        private static final Pattern FUNCTION = Pattern.compile("\\b((?:consent|dossier|keystore)\\.\\w+)\\(", FLAGS);
        private static final Pattern NEXT_LINE =
                Pattern.compile("select consent\\.add_next_line\\(\\?(?:, \\?){14}\\)", FLAGS);
        private static final Pattern SCOPE = Pattern.compile("select (?:set_config\\([^()]*\\)(?:, )?)+", FLAGS);
        private static final Pattern INTO = Pattern.compile(
                "insert into (\\S+)(?: as (\\w+))? ?\\(([^()]*)\\) ?values ?\\(([^()]*)\\)"
                        + "(?: on conflict(?: \\(([^()]*)\\))? do (nothing|update set (.*?)))?(?= ?\\) ?insert| returning|$)",
                FLAGS);
        private static final Pattern INSERT =
                Pattern.compile("(?:with \\w+ as \\( ?)?insert into .*?(?: returning (?:\\w+\\.)?(\\w+))?", FLAGS);
        private static final Pattern MORE = Pattern.compile("(\\w+) = \\w+\\.\\1 \\+ (\\d+)", FLAGS);
        private static final Pattern EXCLUDED = Pattern.compile("(\\w+) = excluded\\.(\\w+)", FLAGS);
        private static final Pattern SELECT = Pattern.compile(
                "select ((?:(?! from | union ).)*) from (\\S+)(?: (?!where\\b)\\w+)? where ((?:(?! order by | limit | fetch | for |"
                        + " union | group by ).)*)(?: order by [\\w., ]*)?(?: limit (?:\\d+|\\?)| fetch first \\? rows only)?"
                        + "(?: for (?:no key )?update(?: of \\w+)?)?",
                FLAGS);
        private static final Pattern HIGHEST =
                Pattern.compile("select coalesce\\(max\\((\\w+)\\), (\\d+)\\) from (\\S+) where (.*)", FLAGS);
        private static final Pattern UPDATE = Pattern.compile("update (\\S+) set (.*) where (.*)", FLAGS);
        private static final Pattern EQUAL = Pattern.compile("(?:\\w+\\.)?(\\w+) ?= ?\\?", FLAGS);
        private static final Pattern ANY = Pattern.compile("(?:\\w+\\.)?(\\w+) ?= ?any ?\\(\\?\\)", FLAGS);
        private static final Pattern TUPLE = Pattern.compile("\\(([\\w., ]*)\\) in \\(\\([?, ]*\\)\\)", FLAGS);

        private Known() {}

        private static Said read(String statement) {
            var text = statement.strip().replaceAll("\\s+", " ");
            var tables = TABLE.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(String::toLowerCase)
                    .distinct()
                    .toList();
            if (SCOPE.matcher(text).matches()) {
                return new Scope(
                        (int) text.chars().filter(letter -> letter == '(').count());
            }
            if (NEXT_LINE.matcher(text).matches()) {
                return new NextLine();
            }
            var function = FUNCTION.matcher(text);
            if (function.find()) {
                return new Unclear(text, LOOKS_AT.getOrDefault(function.group(1).toLowerCase(), List.of()));
            }
            var held = tables.stream().filter(HeldDossier.TABLES::contains).toList();
            if (held.isEmpty()) {
                return NOTHING_HELD;
            }
            if (held.size() < tables.size()) {
                return new Unclear(text, List.of());
            }
            return Stream.of(insert(text), highest(text), select(text), update(text))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> new Unclear(text, held));
        }

        private static Optional<Said> insert(String text) {
            var whole = INSERT.matcher(text);
            if (!whole.matches()) {
                return Optional.empty();
            }
            var into = INTO.matcher(text);
            var rows = new ArrayList<Into>();
            var parameter = 1;
            while (into.find()) {
                var values = new LinkedHashMap<String, Value>();
                var columns = into.group(3).split(" ?, ?");
                var said = into.group(4).split(" ?, ?");
                for (var column = 0; column < columns.length; column++) {
                    var one = said[column].strip();
                    values.put(columns[column].strip(), one.equals("?") ? new Value(parameter++, null) : literal(one));
                }
                rows.add(new Into(
                        into.group(1).toLowerCase(),
                        values,
                        into.group(5) == null
                                ? List.of()
                                : List.of(into.group(5).split(" ?, ?")),
                        into.group(7) == null ? Map.of() : then(into.group(7))));
            }
            return parameter - 1 == text.chars().filter(letter -> letter == '?').count()
                    ? Optional.of(new Insert(rows, Optional.ofNullable(whole.group(1))))
                    : Optional.empty();
        }

        private static Map<String, Then> then(String said) {
            return Stream.of(said.split(" ?, ?"))
                    .collect(Collectors.toMap(one -> one.substring(0, one.indexOf(' ')), one -> {
                        var more = MORE.matcher(one.strip());
                        var excluded = EXCLUDED.matcher(one.strip());
                        if (more.matches()) {
                            return new Then(Optional.empty(), Integer.parseInt(more.group(2)));
                        }
                        if (excluded.matches()) {
                            return new Then(Optional.of(excluded.group(2)), 0);
                        }
                        throw new IllegalStateException("not understood: " + one);
                    }));
        }

        private static Value literal(String said) {
            return new Value(
                    0, said.startsWith("'") ? said.substring(1, said.length() - 1) : (Object) Long.parseLong(said));
        }

        private static Optional<Said> highest(String text) {
            var said = HIGHEST.matcher(text);
            return said.matches()
                    ? where(said.group(4), 1)
                            .map(where -> new Highest(
                                    said.group(3).toLowerCase(), said.group(1), Integer.parseInt(said.group(2)), where))
                    : Optional.empty();
        }

        private static Optional<Said> select(String text) {
            var said = SELECT.matcher(text);
            if (!said.matches() || said.group(1).contains("?") || said.group(1).contains("(")) {
                return Optional.empty();
            }
            return where(said.group(3), 1)
                    .map(where -> new Select(
                            said.group(2).toLowerCase(),
                            Stream.of(said.group(1).split(" ?, ?"))
                                    .map(column -> column.replaceFirst("^\\w+\\.", ""))
                                    .toList(),
                            where));
        }

        private static Optional<Said> update(String text) {
            var said = UPDATE.matcher(text);
            if (!said.matches()) {
                return Optional.empty();
            }
            var set = new LinkedHashMap<String, Value>();
            var parameter = 1;
            for (var one : said.group(2).split(" ?, ?")) {
                var equal = EQUAL.matcher(one);
                if (!equal.matches()) {
                    return Optional.empty();
                }
                set.put(equal.group(1), new Value(parameter++, null));
            }
            return where(said.group(3), parameter)
                    .map(where -> new Update(said.group(1).toLowerCase(), set, where));
        }

        /** @param from the number of the first parameter */
        private static Optional<List<Where>> where(String text, int from) {
            var all = new ArrayList<Where>();
            var parameter = from;
            for (var one : text.split("(?i) and ")) {
                var equal = EQUAL.matcher(one.strip());
                var any = ANY.matcher(one.strip());
                var tuple = TUPLE.matcher(one.strip());
                if (equal.matches()) {
                    all.add(new Where(equal.group(1), List.of(new Value(parameter++, null))));
                } else if (any.matches()) {
                    all.add(new Where(any.group(1), List.of(new Value(parameter++, null))));
                } else if (tuple.matches()) {
                    for (var column : tuple.group(1).split(" ?, ?")) {
                        all.add(new Where(column.replaceFirst("^\\w+\\.", ""), List.of(new Value(parameter++, null))));
                    }
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(all);
        }
    }
}
