package nl.voorelkaar.drill.nodes;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.voorelkaar.drill.ground.Findings;
import nl.voorelkaar.drill.load.Guest;
import nl.voorelkaar.drill.load.Load;
import nl.voorelkaar.drill.load.Watched;
import nl.voorelkaar.drill.site.DatabasePair;
import nl.voorelkaar.drill.site.Node;
import nl.voorelkaar.drill.site.Program;
import nl.voorelkaar.drill.site.Site;
import nl.voorelkaar.drill.site.Waiting;

/** One node under load is asked to stop, and another program takes its place. */
public final class Renewal {

    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(4);
    private static final int LOOKS = 90;
    private static final String NOTICE = "Wij werken dit systeem bij";
    private static final String LED_TO = "bijgewerkt";

    private final Site<DatabasePair> site;
    private final Load load;
    private final Findings findings;

    public Renewal(Site<DatabasePair> site, Load load, Findings findings) {
        this.site = site;
        this.load = load;
        this.findings = findings;
    }

    /** Whoever is on it is told and led away, nobody is turned away, and no request fails. */
    public void of(Node node, Program next) throws IOException {
        var guests = node.face().equals("resident") ? guests(site) : Map.<Guest, String>of();
        var watched = new Watched(findings, load, "upgrade of " + node.name());
        node.askToStop();
        if (!guests.isEmpty()) {
            tell(guests, node, watched);
        }
        takesItsPlace(node, next, watched);
        watched.nothingFailed();
    }

    /** The same where the node is of a release that tells nobody: what failed is named. */
    public void ofOneThatTellsNobody(Node node, Program next) throws IOException {
        var watched = new Watched(findings, load, "upgrade of " + node.name() + " of the last release");
        node.askToStop();
        takesItsPlace(node, next, watched);
        watched.whatFailed();
    }

    private void takesItsPlace(Node node, Program next, Watched watched) throws IOException {
        node.awaitEnd(LONGEST_STOP);
        watched.tellTime("stopped after");
        node.installs(next);
        node.start();
        site.awaitBack(node);
        watched.tellTime("the node takes its part again after");
        Waiting.rest(CALM);
    }

    /** Two residents on each node. */
    static Map<Guest, String> guests(Site<DatabasePair> site) throws IOException {
        var guests = new LinkedHashMap<Guest, String>();
        for (var guest :
                Map.of("P02", "one", "P03", "one", "P07", "two", "P08", "two").entrySet()) {
            guests.put(Guest.at(site.residents(), "digid", "mijn", guest.getKey(), guest.getValue()), guest.getValue());
        }
        return guests;
    }

    /** Those on the node that stops are told, then led to where is told why; the others hear nothing. */
    private static void tell(Map<Guest, String> guests, Node node, Watched watched) throws IOException {
        var there = guests.keySet().stream()
                .filter(guest -> guests.get(guest).equals(node.place()))
                .collect(Collectors.toSet());
        var told = new HashSet<Guest>();
        var led = new HashSet<Guest>();
        for (var look = 0; look < LOOKS && !led.containsAll(there); look++) {
            for (var guest : guests.keySet()) {
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
                "%d on it, %d elsewhere: %d told, %d led"
                        .formatted(there.size(), guests.size() - there.size(), told.size(), led.size()),
                told.equals(there) && led.equals(there));
    }
}
