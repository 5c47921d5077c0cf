package nl.voorelkaar.drill.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What programs were told: each write that was acknowledged, each read that was answered, and each request that failed,
 * by name. Safe for many threads.
 */
public final class Account {

    private final List<Write> writes = new ArrayList<>();
    private final List<Read> reads = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, List<Instant>> answers = new TreeMap<>();
    private final Set<String> unkind = new TreeSet<>();
    private int underWay;
    private int readsAnswered;

    /** @param id as the product gave it */
    record Write(String id, String title, String text) {}

    /** @param by whose name the line has @param section that was asked for */
    record Read(String by, String section, Instant asked, Instant answered) {}

    /** @param what the request, without what tells one dossier from another */
    public record Failure(String face, String what, String why, Instant asked, Instant ended) {}

    synchronized void wrote(Write write) {
        writes.add(write);
    }

    synchronized void asksToRead() {
        underWay++;
    }

    /** @param read empty when it was not answered well */
    synchronized void read(Optional<Read> read) {
        underWay--;
        read.ifPresent(answered -> {
            readsAnswered++;
            reads.add(answered);
        });
    }

    /** How many programs wait now for what they asked to read. */
    public synchronized int readsUnderWay() {
        return underWay;
    }

    /** Until now. */
    public synchronized int readsAnswered() {
        return readsAnswered;
    }

    synchronized void failed(String face, String what, String why, Instant asked, Instant ended) {
        failures.add(new Failure(face, what, why, asked, ended));
    }

    synchronized void answered(String face, Instant at) {
        answers.computeIfAbsent(face, absent -> new ArrayList<>()).add(at);
    }

    /** An answer that no person should see. */
    synchronized void unkind(String what) {
        unkind.add(what);
    }

    /** Each such answer, once. */
    public synchronized Set<String> unkind() {
        return Set.copyOf(unkind);
    }

    static boolean isOfMachines(String body) {
        return body.contains("Exception") || body.contains("\tat ");
    }

    synchronized List<Write> writes() {
        return List.copyOf(writes);
    }

    /** Those that were not taken before. */
    synchronized List<Read> takeReads() {
        var taken = List.copyOf(reads);
        reads.clear();
        return taken;
    }

    public synchronized int answered() {
        return answers.values().stream().mapToInt(List::size).sum();
    }

    /** Those that were asked after this moment. */
    public synchronized List<Failure> failuresSince(Instant moment) {
        return failures.stream()
                .filter(failure -> !failure.asked().isBefore(moment))
                .toList();
    }

    /**
     * How long it took after this moment until a face served again for good: until the first good answer after the last
     * failure, or where nothing failed, the longest that nobody had an answer.
     */
    public synchronized Duration servedAgain(String face, Instant after) {
        var good = answers.getOrDefault(face, List.of()).stream()
                .filter(at -> at.isAfter(after))
                .sorted()
                .toList();
        var lastFailure = failures.stream()
                .filter(failure ->
                        failure.face().equals(face) && failure.ended().isAfter(after))
                .map(Failure::ended)
                .max(Comparator.naturalOrder());
        if (lastFailure.isPresent()) {
            return good.stream()
                    .filter(at -> at.isAfter(lastFailure.get()))
                    .findFirst()
                    .map(at -> Duration.between(after, at))
                    .orElseThrow(() -> new IllegalStateException("the " + face + " face does not serve again"));
        }
        var longest = Duration.ZERO;
        var last = after;
        for (var at : good) {
            var gap = Duration.between(last, at);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            last = at;
        }
        return longest;
    }

    /** Each failed request by name, and how often. */
    public static String named(List<Failure> failures) {
        return failures.stream()
                .collect(Collectors.groupingBy(
                        failure -> failure.what() + ": " + failure.why(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining("; ", failures.size() + " (", ")"))
                .replace(" ()", "");
    }
}
