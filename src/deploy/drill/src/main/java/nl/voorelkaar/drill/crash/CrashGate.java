package nl.voorelkaar.drill.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Findings;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.load.Load;
import nl.voorelkaar.drill.load.Watched;
import nl.voorelkaar.drill.site.Node;
import nl.voorelkaar.drill.site.SingleServer;
import nl.voorelkaar.drill.site.Site;
import nl.voorelkaar.drill.site.Waiting;

/**
 * Database servers, single processes of them, and nodes are killed again and again while programs read and write: no
 * read that was released is missing from the log, and no write that was acknowledged from the dossier. A kill comes
 * only when programs are being served and somebody waits for an answer to a read.
 */
public final class CrashGate implements Exercise {

    private static final String NAME = "crash gate";

    /** After how many kills everything is held against each other. */
    private static final int SETTLED_EVERY = 200;

    /** From so many kills on, what starts of nodes gain by an earlier start is more than it costs to keep it. */
    private static final int WORTH_LEARNING = 200;

    /** Reads that are answered after a kill before the next one comes. */
    private static final int ANSWERED = 4;

    /** How much later it comes then, at most. */
    private static final int LATER_MILLIS = 300;

    private static final Duration GLANCE = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ground ground;
    private final int kills;

    /** @param kills how many */
    public CrashGate(Ground ground, int kills) {
        this.ground = ground;
        this.kills = kills;
    }

    @Override
    public void run() throws IOException {
        try (var site = Site.startOnSingleServers(ground)) {
            if (kills >= WORTH_LEARNING) {
                site.learn();
            }
            try (var load = Load.ofManyReads(site)) {
                new Run(site, load, ground.findings(), new Tally(ground.folder().resolve("kills.csv"))).goOn(kills);
            }
        }
    }

    private static final class Run {

        private final Site<SingleServer> site;
        private final Load load;
        private final Findings findings;
        private final Tally tally;
        private final Map<String, Deque<Node>> turns = new HashMap<>();
        private final Deque<Node> starting = new ArrayDeque<>();

        Run(Site<SingleServer> site, Load load, Findings findings, Tally tally) {
            this.site = site;
            this.load = load;
            this.findings = findings;
            this.tally = tally;
            site.nodes()
                    .forEach(node -> turns.computeIfAbsent(node.face(), absent -> new ArrayDeque<>())
                            .add(node));
        }

        void goOn(int kills) throws IOException {
            var watched = new Watched(findings, load, NAME);
            for (var done = 1; done <= kills; done++) {
                tally.add(kill(Kill.ROUND.get((done - 1) % Kill.ROUND.size())));
                if (done % SETTLED_EVERY == 0 || done == kills) {
                    awaitNodes();
                    watched.tellTime(done + " kills took");
                    Watched.settle(findings, site, load);
                }
            }
            tally.tell(findings, NAME);
        }

        private Kill kill(Kill.Of of) throws IOException {
            if (!of.isNode()) {
                awaitNodes();
            }
            awaitAnswers(load.account().readsAnswered() + ANSWERED);
            Waiting.rest(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LATER_MILLIS)));
            var reads = awaitReadUnderWay();
            var begin = System.nanoTime();
            var asMeant = strike(of);
            awaitAnswers(load.account().readsAnswered() + ANSWERED);
            return new Kill(of, reads, asMeant, Duration.ofNanos(System.nanoTime() - begin));
        }

        private boolean strike(Kill.Of of) throws IOException {
            try {
                return switch (of) {
                    case MAIN_SERVER -> strike(site.main());
                    case KEYSTORE_SERVER -> strike(site.keystore());
                    case COMMIT -> site.main().killOne("state = 'active' AND query = 'COMMIT'");
                    case SEALING -> site.main().killOne("usename = 've_sealer' AND state <> 'idle'");
                    case WORKSPACE_NODE -> strike("workspace");
                    case RESIDENT_NODE -> strike("resident");
                };
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        private static boolean strike(SingleServer server) throws IOException {
            server.kill();
            server.startAgain();
            server.awaitThere();
            return true;
        }

        private boolean strike(String face) throws IOException {
            var node = turns.get(face).remove();
            turns.get(face).add(node);
            node.kill();
            node.start();
            starting.add(node);
            return true;
        }

        private void awaitNodes() throws IOException {
            for (var node = starting.poll(); node != null; node = starting.poll()) {
                site.awaitBack(node);
            }
        }

        private void awaitAnswers(int count) {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (load.account().readsAnswered() < count) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("nobody is answered any more");
                }
                Waiting.rest(GLANCE);
            }
        }

        private int awaitReadUnderWay() {
            var underWay = load.account().readsUnderWay();
            while (underWay == 0) {
                Waiting.rest(GLANCE);
                underWay = load.account().readsUnderWay();
            }
            return underWay;
        }
    }
}
