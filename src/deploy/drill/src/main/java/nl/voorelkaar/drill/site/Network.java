package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What machines are on. Apart, each is a network namespace with a cable of its own to a bridge, at which the machine
 * that we are on is too: only an administrator of a Linux machine can make that. Together, all are that one machine.
 */
final class Network implements AutoCloseable {

    /** Where {@code ip netns exec} finds what a namespace has instead of files in {@code /etc}. */
    private static final Path FILES = Path.of("/etc/netns");

    private final boolean apart;
    private final String name;
    private final String addresses;
    private final List<Apart> machines = new ArrayList<>();

    private Network(boolean apart) {
        this.apart = apart;
        var number = ProcessHandle.current().pid();
        name = "vd" + number;
        addresses = "10.213." + number % 250 + ".";
    }

    static boolean isPossible() {
        return System.getProperty("user.name").equals("root") && Files.exists(Path.of("/sbin/ip"));
    }

    static Network together() {
        return new Network(false);
    }

    static Network apart() throws IOException {
        var network = new Network(true);
        ip("link", "add", network.name, "type", "bridge");
        ip("addr", "add", network.address() + "/24", "dev", network.name);
        ip("link", "set", network.name, "up");
        return network;
    }

    boolean isApart() {
        return apart;
    }

    /** Of the machine that we are on. */
    String address() {
        return apart ? addresses + "1" : Machine.here().address();
    }

    /** One more. What its programs call {@code localhost} is the machine that we are on. */
    Machine machine() throws IOException {
        return apart ? another() : Machine.here();
    }

    private Apart another() throws IOException {
        var machine = new Apart(name + "-" + machines.size(), addresses + (10 + machines.size()));
        machines.add(machine);
        ip("netns", "add", machine.name);
        ip("link", "add", machine.name, "type", "veth", "peer", "name", "eth0", "netns", machine.name);
        ip("link", "set", machine.name, "master", name);
        ip("-n", machine.name, "addr", "add", machine.address + "/24", "dev", "eth0");
        ip("-n", machine.name, "link", "set", "eth0", "up");
        ip("-n", machine.name, "link", "set", "lo", "up");
        machine.mend();
        Files.createDirectories(FILES.resolve(machine.name));
        Files.writeString(FILES.resolve(machine.name).resolve("hosts"), address() + " localhost\n");
        return machine;
    }

    private static void ip(String... words) throws IOException {
        var command = new ArrayList<>(List.of("/sbin/ip"));
        command.addAll(List.of(words));
        Daemon.run(command, Map.of());
    }

    /** One of them. Its cable has its name. */
    record Apart(String name, String address) implements Machine, Cable {

        @Override
        public List<String> inside(List<String> command) {
            var all = new ArrayList<>(List.of("/sbin/ip", "netns", "exec", name));
            all.addAll(command);
            return all;
        }

        @Override
        public void cut() throws IOException {
            ip("link", "set", name, "down");
        }

        @Override
        public void mend() throws IOException {
            ip("link", "set", name, "up");
        }
    }

    /** After everything that ran on its machines has ended. */
    @Override
    public void close() throws IOException {
        if (!apart) {
            return;
        }
        for (var machine : machines) {
            ip("netns", "del", machine.name);
            Files.deleteIfExists(FILES.resolve(machine.name).resolve("hosts"));
            Files.deleteIfExists(FILES.resolve(machine.name));
        }
        ip("link", "del", name);
    }
}
