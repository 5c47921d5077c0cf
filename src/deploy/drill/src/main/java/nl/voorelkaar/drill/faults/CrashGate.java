package nl.voorelkaar.drill.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.load.Load;
import nl.voorelkaar.drill.load.Watched;
import nl.voorelkaar.drill.site.Site;
import nl.voorelkaar.drill.site.Waiting;

/**
 * Nodes of the workspace are killed again and again while programs read: no read that was released is missing from the
 * log.
 */
public final class CrashGate implements Exercise {

    /** How long a node serves before it is killed, at most. */
    private static final int LONGEST_MILLIS = 3_000;

    private final Ground ground;
    private final int kills;

    /** @param kills how many */
    public CrashGate(Ground ground, int kills) {
        this.ground = ground;
        this.kills = kills;
    }

    @Override
    public void run() throws IOException {
        try (var site = Site.start(ground);
                var load = Load.ofReaders(site)) {
            var nodes = site.nodes("workspace").toList();
            var watched = new Watched(ground.findings(), load, "crash gate");
            for (var kill = 0; kill < kills; kill++) {
                var node = nodes.get(kill % nodes.size());
                site.awaitBack(node);
                Waiting.rest(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_MILLIS)));
                node.kill();
                node.start();
            }
            watched.tell("nodes killed", String.valueOf(kills));
            watched.tellTime("it took");
            for (var node : nodes) {
                site.awaitBack(node);
            }
            Watched.settle(ground.findings(), site, load);
        }
    }
}
