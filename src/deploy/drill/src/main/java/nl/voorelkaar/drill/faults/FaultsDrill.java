package nl.voorelkaar.drill.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Findings;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.load.Load;
import nl.voorelkaar.drill.load.Watched;
import nl.voorelkaar.drill.load.Withdrawn;
import nl.voorelkaar.drill.site.DatabasePair;
import nl.voorelkaar.drill.site.DatabaseServer;
import nl.voorelkaar.drill.site.Node;
import nl.voorelkaar.drill.site.Site;
import nl.voorelkaar.drill.site.Waiting;

/**
 * What is harder than a kill, because nobody is told: a disk is full, a node or a database stands still and wakes up
 * later, a wire is cut, the clock jumps, the keys are away. After each, what a resident stopped opens nothing, and
 * health said what was so.
 */
public final class FaultsDrill implements Exercise {

    /** Longer than the lease of who seals (10 s), and than the place of the first server (15 s). */
    private static final Duration LONGER_THAN_LEASES = Duration.ofSeconds(20);

    /** Somebody who was sent nothing must have given up. */
    private static final Duration LONGER_THAN_CUTS = Duration.ofSeconds(45);

    /**
     * Pieces of 16 MB of its own log that a server has ready: {@code min_wal_size} is five; this is more than its disk.
     */
    private static final int MORE_THAN_KEPT_READY = 64;

    private static final Duration LONGEST_START = Duration.ofMinutes(6);
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration NOTICED = Duration.ofSeconds(45);
    private static final String REFUSED = "APPLICATION FAILED TO START";
    private static final List<String> BOTH = List.of("resident", "workspace");

    private final Ground ground;
    private final Findings findings;

    public FaultsDrill(Ground ground) {
        this.ground = ground;
        this.findings = ground.findings();
    }

    @Override
    public void run() throws IOException {
        try (var site = Site.startOnSmallDisk(ground);
                var load = Load.start(site)) {
            var withdrawn = Withdrawn.of(site);
            Waiting.rest(CALM);
            after(fullDisk(site, load), withdrawn);
            for (var node : site.nodes()) {
                after(pausedNode(site, node, load), withdrawn);
            }
            after(pausedDatabase(site, load), withdrawn);
            after(noRoomForData(site, load), withdrawn);
            after(cutCable(site, load), withdrawn);
            after(cutDatabase(site, site.main().primary(), "first", load), withdrawn);
            after(cutDatabase(site, site.main().standby(), "second", load), withdrawn);
            after(clock(site, load), withdrawn);
            after(custody(site, load), withdrawn);
            Watched.settle(findings, site, load);
        }
    }

    private static void after(Watched watched, Withdrawn withdrawn) {
        var answer = withdrawn.answer();
        watched.check("what was stopped opens nothing", "status " + answer, answer == 404);
    }

    private Watched fullDisk(Site<DatabasePair> site, Load load) throws IOException {
        var watched = new Watched(findings, load, "the disk of the main database is full");
        var full = site.main().primary();
        site.smallDisk().fill();
        Waiting.rest(CALM);
        fillItsLog(site);
        site.main().awaitOther(full);
        watched.tellTime("the other server is the first after");
        Waiting.rest(Watched.SOON);
        watched.served(BOTH);
        site.smallDisk().empty();
        site.main().awaitBoth();
        watched.tellTime("both servers have everything after");
        return watched;
    }

    /** The server goes on in what it has of its own log until that is full too: on a quiet day that takes long. */
    private static void fillItsLog(Site<DatabasePair> site) {
        try (var connection = site.main().connect("postgres");
                var statement = connection.createStatement()) {
            for (int piece = 0; piece < MORE_THAN_KEPT_READY; piece++) {
                statement.execute("SELECT pg_logical_emit_message(false, 'full', 'x')");
                statement.execute("SELECT pg_switch_wal()");
            }
        } catch (SQLException asMeant) {
            // It ends in the middle of this.
        }
    }

    private Watched pausedNode(Site<DatabasePair> site, Node node, Load load) throws IOException {
        var watched = new Watched(findings, load, node.name() + " stands still and wakes up");
        node.pause();
        Waiting.rest(LONGER_THAN_LEASES);
        var others = site.nodes(node.face()).filter(other -> other != node).toList();
        for (var other : others) {
            var group = node.face().equals("resident") ? "sealing" : "readiness";
            Waiting.until(other.name() + " is well", NOTICED, () -> other.health(group) == 200);
        }
        watched.tellTime("the other does its work, and says so, after");
        node.resume();
        site.awaitBack(node);
        Waiting.rest(CALM);
        watched.served(List.of(node.face()));
        return watched;
    }

    private Watched pausedDatabase(Site<DatabasePair> site, Load load) throws IOException {
        var watched = new Watched(findings, load, "the first server of the main database stands still and wakes up");
        site.main().awaitBoth();
        var still = site.main().primary();
        still.pause();
        site.main().awaitOther(still);
        watched.tellTime("the other server is the first after");
        Waiting.rest(Watched.SOON);
        still.resume();
        site.main().awaitBoth();
        watched.tellTime("both servers have everything after");
        watched.check(
                "who wakes up finds that it is first no longer",
                site.main().primary().name() + " is the first",
                site.main().primary() != still);
        watched.served(BOTH);
        return watched;
    }

    private Watched cutCable(Site<DatabasePair> site, Load load) throws IOException {
        var node = site.nodes("workspace").skip(1).findFirst().orElseThrow();
        var watched = new Watched(findings, load, "the cable of " + node.name() + " is cut");
        watched.tell(
                "which cable",
                site.isOnMachinesApart()
                        ? "of a network namespace, to everything"
                        : "a relay of ours, to the database");
        site.cable().cut();
        Waiting.until(
                "the proxy knows", NOTICED, () -> !site.proxy().stateOf(node).startsWith("UP"));
        watched.tellTime("the proxy sends nobody there after");
        Waiting.rest(LONGER_THAN_LEASES);
        site.cable().mend();
        site.awaitBack(node);
        watched.tellTime("it takes its part again after");
        Waiting.rest(CALM);
        watched.served(List.of("workspace"));
        return watched;
    }

    /** Its own log has room, so it stays the first and refuses what is written, until an operator stops it. */
    private Watched noRoomForData(Site<DatabasePair> site, Load load) throws IOException {
        site.main().awaitBoth();
        var full = site.main().primary();
        var watched = new Watched(findings, load, full.name() + " has no room for data, and an operator stops it");
        site.smallDisk().fill();
        Waiting.rest(CALM);
        full.stop();
        site.main().awaitOther(full);
        watched.tellTime("the other server is the first after");
        Waiting.rest(Watched.SOON);
        watched.served(BOTH);
        site.smallDisk().empty();
        full.startAgain();
        site.main().awaitBoth();
        watched.tellTime("both servers have everything after");
        return watched;
    }

    /** The first one alone may take no writes any more; the second one alone must not become the first. */
    private Watched cutDatabase(Site<DatabasePair> site, DatabaseServer server, String which, Load load)
            throws IOException {
        var watched = new Watched(findings, load, "the cable of the " + which + " server of the main database is cut");
        if (server.cable().isEmpty()) {
            watched.tell("not done", "nobody may make network namespaces here");
            return watched;
        }
        var cable = server.cable().get();
        site.main().awaitBoth();
        cable.cut();
        if (which.equals("first")) {
            site.main().awaitOther(server);
            watched.tellTime("the other server is the first after");
        }
        Waiting.rest(LONGER_THAN_CUTS);
        watched.served(BOTH);
        watched.check(
                "the server that is cut off takes no writes",
                server.takesWrites() ? "it does" : "it does not",
                !server.takesWrites());
        cable.mend();
        site.main().awaitBoth();
        watched.tellTime("both servers have everything after");
        return watched;
    }

    private Watched clock(Site<DatabasePair> site, Load load) {
        var watched = new Watched(findings, load, "the clock jumps a day ahead");
        load.between(() -> {
            site.moveClock(Duration.ofDays(1));
            // The nodes follow within half a second.
            Waiting.rest(Duration.ofSeconds(1));
        });
        Waiting.rest(Watched.SOON);
        watched.served(BOTH);
        return watched;
    }

    private Watched custody(Site<DatabasePair> site, Load load) throws IOException {
        var away = new Watched(findings, load, "the keys are away");
        site.takeCustodyAway(true);
        Waiting.rest(CALM);
        away.tell(
                "readiness of the nodes",
                site.nodes().stream()
                        .map(node -> String.valueOf(node.health("readiness")))
                        .collect(Collectors.joining(" ")));
        var node = site.nodes("workspace").findFirst().orElseThrow();
        node.kill();
        node.start();
        node.awaitEnd(LONGEST_START);
        var said = node.said();
        away.check(
                "a node that starts then refuses, and says what to do",
                said.contains(REFUSED) ? "yes" : "no",
                said.contains(REFUSED) && said.contains("Put the custody back"));
        var back = new Watched(findings, load, "the keys are there again");
        site.takeCustodyAway(false);
        node.start();
        for (var each : site.nodes()) {
            site.awaitBack(each);
        }
        Waiting.rest(CALM);
        back.served(BOTH);
        return back;
    }
}
