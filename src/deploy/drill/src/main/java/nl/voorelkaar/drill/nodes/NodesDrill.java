package nl.voorelkaar.drill.nodes;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final Duration LONGEST_STOP = Duration.ofMinutes(4);
    private static final int LOOKS = 90;
    private static final String NOTICE = "Wij werken dit systeem bij";
    private static final String LED_TO = "bijgewerkt";
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
            for (var node : site.nodes()) {
                renew(site, node, load);
            }
            Watched.settle(findings, site, load);
        }
    }

    private void kill(Site site, Node node, Load load) throws IOException {
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
    private void signOut(Site site, Load load) throws IOException {
        var guests = guests(site);
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

    /** As for an upgrade: one node at a time, asked to stop, and nobody is turned away. */
    private void renew(Site site, Node node, Load load) throws IOException {
        var guests = node.face().equals("resident") ? guests(site) : List.<Guest>of();
        var watched = new Watched(findings, load, "upgrade of " + node.name());
        node.askToStop();
        if (!guests.isEmpty()) {
            tell(guests, watched);
        }
        node.awaitEnd(LONGEST_STOP);
        watched.tellTime("stopped after");
        node.start();
        site.awaitBack(node);
        Waiting.rest(CALM);
        watched.nothingFailed();
    }

    /** Enough that somebody is on each node. */
    private static List<Guest> guests(Site site) throws IOException {
        var guests = new ArrayList<Guest>();
        for (var persona : List.of("P02", "P03", "P07", "P08")) {
            guests.add(Guest.at(site.residents(), "digid", "mijn", persona));
        }
        return guests;
    }

    /** Those on the node that stops are told, then led to where is told why; the others hear nothing. */
    private static void tell(List<Guest> guests, Watched watched) throws IOException {
        var told = new HashSet<Guest>();
        var led = new HashSet<Guest>();
        for (var look = 0; look < LOOKS && (led.isEmpty() || led.size() < told.size()); look++) {
            for (var guest : guests) {
                var heard = led.contains(guest) ? "" : guest.hear();
                if (heard.contains(NOTICE)) {
                    told.add(guest);
                    watched.tellOnce("the notice is on the page after");
                }
                if (heard.contains(LED_TO)) {
                    led.add(guest);
                    watched.tellOnce("the page is led to where is told why after");
                }
            }
            Waiting.rest(Duration.ofSeconds(1));
        }
        watched.check(
                "who is on it is told, and led away at the end; who is not hears nothing",
                "%d of %d told, %d led".formatted(told.size(), guests.size(), led.size()),
                !told.isEmpty() && told.equals(led) && told.size() < guests.size());
    }
}
