package nl.voorelkaar.drill.nodes;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Findings;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.load.Guest;
import nl.voorelkaar.drill.load.Load;
import nl.voorelkaar.drill.load.Watched;
import nl.voorelkaar.drill.site.DatabasePair;
import nl.voorelkaar.drill.site.Node;
import nl.voorelkaar.drill.site.Site;
import nl.voorelkaar.drill.site.Waiting;

/**
 * Two of everything, under load: each node is killed, then the first server of each database, then each node is stopped
 * and started as for an upgrade. Nothing that was acknowledged is lost, every read has its line, the log is what was
 * sealed, and somebody serves again within thirty seconds.
 */
public final class NodesDrill implements Exercise {

    private static final Duration CALM = Duration.ofSeconds(5);
    private static final int LOOKS = 90;
    private static final String SIGNED_OUT = "elders";
    private static final List<String> BOTH = List.of("resident", "workspace");

    private final Ground ground;
    private final Findings findings;
    private final int rounds;

    public NodesDrill(Ground ground) {
        this.ground = ground;
        this.findings = ground.findings();
        this.rounds = ground.quick() ? 1 : 5;
    }

    @Override
    public void run() throws IOException {
        try (var site = Site.start(ground);
                var load = Load.start(site)) {
            Waiting.rest(CALM);
            for (var round = 0; round < rounds; round++) {
                lose("the main database", site.main(), load);
                lose("the keystore", site.keystore(), load);
                for (var node : site.nodes()) {
                    kill(site, node, load);
                }
            }
            signOut(site, load);
            var renewal = new Renewal(site, load, findings);
            for (var node : site.nodes()) {
                renewal.of(node, site.program());
            }
            Watched.settle(findings, site, load);
        }
    }

    private void kill(Site<DatabasePair> site, Node node, Load load) throws IOException {
        var watched = new Watched(findings, load, "kill -9 of " + node.name());
        node.kill();
        node.start();
        site.awaitBack(node);
        watched.tellTime("the node takes its part again after");
        Waiting.rest(CALM);
        watched.served(List.of(node.face()));
    }

    private void lose(String database, DatabasePair pair, Load load) throws IOException {
        pair.awaitBoth();
        var lost = pair.primary();
        var watched = new Watched(findings, load, "the first server of " + database + " is gone");
        lost.kill();
        pair.awaitOther(lost);
        watched.tellTime("the other server is the first after");
        Waiting.rest(Watched.SOON);
        watched.served(BOTH);
        lost.startAgain();
        pair.awaitBoth();
        watched.tellTime("both servers have everything after");
    }

    /** The provider says once that everybody signed out; whoever is on either node is led away. */
    private void signOut(Site<DatabasePair> site, Load load) throws IOException {
        var guests = Renewal.guests(site).keySet();
        var watched = new Watched(findings, load, "the identity provider signs everybody out");
        site.signEverybodyOut();
        var led = new HashSet<Guest>();
        for (var look = 0; look < LOOKS && led.size() < guests.size(); look++) {
            for (var guest : guests) {
                if (!led.contains(guest) && guest.hear().contains(SIGNED_OUT)) {
                    led.add(guest);
                }
            }
            Waiting.rest(Duration.ofMillis(200));
        }
        watched.tellTime("the last page is led away after");
        watched.check(
                "people on both nodes are led away",
                "%d of %d".formatted(led.size(), guests.size()),
                led.size() == guests.size());
    }
}
