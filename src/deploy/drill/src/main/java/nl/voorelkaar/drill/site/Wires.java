package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.util.List;

/** From one node to the servers of one database. */
public record Wires(List<Relay> relays) implements AutoCloseable {

    List<Integer> ports() {
        return relays.stream().map(Relay::port).toList();
    }

    public void cut() {
        relays.forEach(Relay::cut);
    }

    public void mend() {
        relays.forEach(Relay::mend);
    }

    @Override
    public void close() throws IOException {
        for (var relay : relays) {
            relay.close();
        }
    }
}
