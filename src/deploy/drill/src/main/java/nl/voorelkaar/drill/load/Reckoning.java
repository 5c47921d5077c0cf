package nl.voorelkaar.drill.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.voorelkaar.drill.site.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The account, held against what the resident reads in the own dossier and the own log, over the interface that every
 * resident has.
 *
 * @param writes that were acknowledged @param lost of those: not there, or not as they were written
 * @param twice that are there more than once
 * @param reads that were answered
 * @param withoutLine of those: that no line of the log is of
 */
public record Reckoning(int writes, int lost, int twice, int reads, int withoutLine) {

    /** Both sides round to milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(2);

    private static final int AGAIN = 30;

    /** @param since when the earliest of the reads was asked, or before */
    static Reckoning of(Account account, Caller resident, Instant since) {
        var found = new HashMap<String, JsonNode>();
        var titles = new HashSet<String>();
        var twice = 0;
        for (var item : items(resident)) {
            found.put(item.required("id").asString(), item);
            if (item.required("titel").asString().startsWith("Bezoek ")
                    && !titles.add(item.required("titel").asString())) {
                twice++;
            }
        }
        var lost = account.writes().stream()
                .filter(write -> !isThere(write, found.get(write.id())))
                .count();
        var reads = account.takeReads();
        return new Reckoning(
                account.writes().size(), (int) lost, twice, reads.size(), withoutLine(reads, lines(resident, since)));
    }

    public boolean isComplete() {
        return lost == 0 && twice == 0 && withoutLine == 0;
    }

    private static boolean isThere(Account.Write write, @org.jspecify.annotations.Nullable JsonNode item) {
        return item != null
                && item.required("titel").asString().equals(write.title())
                && item.required("tekst").asString().equals(write.text());
    }

    /**
     * A caller has one request at a time, so a line belongs to the one in whose time it was written; each line to one
     * only.
     */
    private static int withoutLine(List<Account.Read> reads, List<JsonNode> lines) {
        var times = new HashMap<String, List<Instant>>();
        for (var line : lines) {
            if (line.required("soort").asString().equals("READ") && line.has("door")) {
                times.computeIfAbsent(
                                line.get("door").required("naam").asString() + " "
                                        + line.required("onderdelen").toString(),
                                absent -> new ArrayList<>())
                        .add(Instant.parse(line.required("op").asString()));
            }
        }
        var left = new HashMap<String, ArrayDeque<Instant>>();
        times.forEach((who, all) ->
                left.put(who, new ArrayDeque<>(all.stream().sorted().toList())));
        return (int) reads.stream()
                .sorted(java.util.Comparator.comparing(Account.Read::asked))
                .filter(read -> !hasLine(read, left))
                .count();
    }

    private static boolean hasLine(Account.Read read, Map<String, ArrayDeque<Instant>> left) {
        var lines = left.getOrDefault(read.by() + " [\"" + read.section() + "\"]", new ArrayDeque<>());
        while (!lines.isEmpty() && lines.getFirst().isBefore(read.asked().minus(ROUNDING))) {
            lines.removeFirst();
        }
        if (lines.isEmpty() || lines.getFirst().isAfter(read.answered().plus(ROUNDING))) {
            return false;
        }
        lines.removeFirst();
        return true;
    }

    private static List<JsonNode> items(Caller resident) {
        return pages(resident, "/api/v1/mijn/gegevens?aantal=200", "&na=", "gegevens", unused -> true);
    }

    /** The newest come first. */
    private static List<JsonNode> lines(Caller resident, Instant since) {
        var from = since.minus(ROUNDING);
        return pages(
                resident,
                "/api/v1/mijn/logboek?aantal=200",
                "&voor=",
                "regels",
                last -> Instant.parse(last.required("op").asString()).isAfter(from));
    }

    /** A page that does not come is asked for again: something may just have been broken. */
    private static JsonNode page(Caller resident, String path) {
        var answer = resident.get(path);
        for (var again = 0; answer.isEmpty() && again < AGAIN; again++) {
            Waiting.rest(Duration.ofSeconds(1));
            answer = resident.get(path);
        }
        return JsonMapper.shared().readTree(answer.orElseThrow().body());
    }

    private static List<JsonNode> pages(
            Caller resident, String path, String further, String list, Predicate<JsonNode> goesOn) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = page(resident, path + next);
            page.required(list).valueStream().forEach(all::add);
            next = page.has("volgende") && goesOn.test(all.getLast())
                    ? further + page.get("volgende").asString()
                    : "";
        } while (!next.isEmpty());
        return all;
    }
}
