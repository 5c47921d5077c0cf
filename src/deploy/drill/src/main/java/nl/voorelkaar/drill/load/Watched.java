package nl.voorelkaar.drill.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.drill.ground.Findings;
import nl.voorelkaar.drill.site.Site;

/** One thing that is done to a site under load, from its begin on, and what people noticed of it. */
public final class Watched {

    public static final Duration SOON = Duration.ofSeconds(30);

    private final Findings findings;
    private final Account account;
    private final String drill;
    private final Instant begin = Instant.now();
    private final Set<String> told = new HashSet<>();

    /** Begins now. @param drill as it stands in the table */
    public Watched(Findings findings, Load load, String drill) {
        this.findings = findings;
        this.account = load.account();
        this.drill = drill;
    }

    /** What took from the begin until now. */
    public void tellTime(String what) {
        findings.tell(drill, what, seconds(Duration.between(begin, Instant.now())));
    }

    /** The same, only the first time. */
    public void tellOnce(String what) {
        if (told.add(what)) {
            tellTime(what);
        }
    }

    public void tell(String what, String value) {
        findings.tell(drill, what, value);
    }

    public void check(String promise, String value, boolean holds) {
        findings.check(drill, promise, value, holds);
    }

    /** Says what failed since the begin, and whether these faces served again in time. */
    public void served(List<String> faces) {
        whatFailed();
        for (var face : faces) {
            var took = account.servedAgain(face, begin);
            check("the " + face + " face serves again within 30 s", seconds(took), took.compareTo(SOON) <= 0);
        }
    }

    /** Says what failed since the begin. */
    public void whatFailed() {
        tell("failed requests", Account.named(failures()));
    }

    public void nothingFailed() {
        var failures = failures();
        check("no request fails", Account.named(failures), failures.isEmpty());
    }

    private List<Account.Failure> failures() {
        return account.failuresSince(begin.minusSeconds(1));
    }

    /** Holds what everybody was told against what the resident finds and what the auditor sees. */
    public static void settle(Findings findings, Site<?> site, Load load) throws IOException {
        var drill = "all of it";
        var reckoning = load.reckon();
        findings.tell(drill, "answered requests", String.valueOf(load.account().answered()));
        findings.check(
                drill,
                "no acknowledged write is lost or there twice",
                "%d writes, %d lost, %d twice".formatted(reckoning.writes(), reckoning.lost(), reckoning.twice()),
                reckoning.lost() == 0 && reckoning.twice() == 0);
        findings.check(
                drill,
                "every answered read has its line",
                "%d reads, %d without".formatted(reckoning.reads(), reckoning.withoutLine()),
                reckoning.withoutLine() == 0);
        var unkind = load.account().unkind();
        findings.check(drill, "nobody sees an error of a machine", String.join("; ", unkind), unkind.isEmpty());
        var audit = site.audit();
        findings.check(drill, "the log is what was sealed", audit, audit.contains(" 0 findings"));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
