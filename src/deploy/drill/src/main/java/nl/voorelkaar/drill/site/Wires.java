package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From one node to the servers of one database, where nobody may make a machine of its own for it. */
record Wires(List<Relay> relays) implements Cable, AutoCloseable {

    static Wires to(Database database) throws IOException {
        var wires = new ArrayList<Relay>();
        for (var server : database.servers()) {
            wires.add(Relay.to(server));
        }
        return new Wires(wires);
    }

    /** Host and port of each. */
    List<String> entrances() {
        return relays.stream().map(relay -> "127.0.0.1:" + relay.port()).toList();
    }

    @Override
    public void cut() {
        relays.forEach(Relay::cut);
    }

    @Override
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
