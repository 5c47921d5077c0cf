package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import nl.devservices.identity.Relying;
import nl.devservices.local.EnvironmentProcess;
import nl.devservices.local.ProductFiles;
import nl.devservices.local.ProgramKey;
import nl.devservices.local.Secrets;
import nl.devservices.local.Surroundings;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.postgres.Roles;
import nl.devservices.standin.StandIn;
import nl.voorelkaar.drill.ground.Ground;

/**
 * Two nodes of each face behind HAProxy, and two servers for each of the two databases under Patroni with three members
 * of etcd, with the configuration that an operator uses. One machine for all, and stand-ins for what others deliver.
 */
public final class Site<D extends Database> implements AutoCloseable {

    /**
     * How a face reaches a database that is on two servers: see {@code README.md} in {@code src/deploy}, which must say
     * the same.
     */
    static final String DATABASE_OPTIONS =
            "?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=3&loginTimeout=10&socketTimeout=10"
                    + "&tcpKeepAlive=true&sslmode=require";

    private static final Duration EXAMPLES = Duration.ofMinutes(10);
    private static final Duration BACK = Duration.ofMinutes(1);

    /** In megabytes: what a fresh database and some minutes of load need, and no more. */
    private static final int SMALL = 768;

    private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();
    private final Path folder;
    private final List<Node> nodes = new ArrayList<>();
    private final Secrets secrets;
    private final Map<String, String> custody;
    private ProductFiles product;
    private Program program;
    private Optional<Network> network = Optional.empty();
    private D main;
    private D keystore;
    private StandIn standIn;
    private Proxy proxy;
    private Cable cable;
    private SmallDisk smallDisk;
    private final int[] fronts = EnvironmentProcess.freePorts(8);

    private Site(Path folder) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        this.folder = folder;
        this.secrets = new Secrets(folder.resolve("secrets.properties"));
        this.custody = Surroundings.custody(folder.resolve("custody"), secrets.of("custody"));
    }

    /** Returns when everything is ready and the example dossiers are there. */
    public static Site<DatabasePair> start(Ground ground) throws IOException {
        return started(ground, Site::pairs);
    }

    /** The same, where the first server of the main database has little room. */
    public static Site<DatabasePair> startOnSmallDisk(Ground ground) throws IOException {
        return started(ground, (site, files) -> {
            site.smallDisk =
                    site.kept(SmallDisk.at(site.folder.resolve("postgres").resolve("voorelkaar-1"), SMALL));
            return pairs(site, files);
        });
    }

    /** The same on one machine, where each database is on one server that nobody minds. */
    public static Site<SingleServer> startOnSingleServers(Ground ground) throws IOException {
        return started(ground, (site, files) -> {
            site.network = Optional.of(Network.together());
            return new SingleServers(site.folder.resolve("postgres"), site.folder.resolve("tls"), site.administrator());
        });
    }

    /** The same, with nodes of another build on the schema of today. */
    public static Site<DatabasePair> startOf(Build build, Ground ground) throws IOException {
        return started(ground, new Plan<>() {
            @Override
            public Databases<DatabasePair> databases(Site<DatabasePair> site, Path files) throws IOException {
                return pairs(site, files);
            }

            @Override
            public Build build(Ground unused) {
                return build;
            }
        });
    }

    private interface Plan<D extends Database> {

        Databases<D> databases(Site<D> site, Path files) throws IOException;

        /** What its nodes run at first. */
        default Build build(Ground ground) {
            return Build.ofToday(ground);
        }
    }

    private static <D extends Database> Site<D> started(Ground ground, Plan<D> plan) throws IOException {
        delete(ground.folder());
        Files.createDirectories(ground.folder());
        var site = new Site<D>(ground.folder());
        try {
            site.begin(ground, plan);
            return site;
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static Databases<DatabasePair> pairs(Site<DatabasePair> site, Path files) throws IOException {
        return new PairedServers(
                files,
                site.folder.resolve("postgres"),
                site.folder.resolve("tls"),
                site.administrator(),
                site.network());
    }

    /** Made when it is first asked for, where that is permitted. */
    private Network network() throws IOException {
        if (network.isEmpty()) {
            network = Optional.of(kept(Network.isPossible() ? Network.apart() : Network.together()));
        }
        return network.get();
    }

    private String administrator() throws IOException {
        return secrets.database().get(PostgresServer.SUPERUSER);
    }

    private void begin(Ground ground, Plan<D> plan) throws IOException {
        var certificate = Certificate.in(folder.resolve("tls"));
        certificate.trust();
        databases(ground.files(), kept(plan.databases(this, ground.files())));
        var keys = ProgramKey.in(folder.resolve("programma.jwk"));
        var residents = Relying.springClient("voorelkaar-inwoners", secrets.of("client.resident"), residents(), "digid")
                .with(ProgramKey.program("kluis", keys));
        var staff = Relying.springClient(
                        "voorelkaar-werkplek", secrets.of("client.workspace"), workspace(), "medewerker")
                .with(ProgramKey.program("zorgplan", keys));
        standIn = kept(
                StandIn.start(fronts[2], folder.resolve("stand-in"), List.of(residents), List.of(staff), Map.of()));
        product = ProductFiles.of(ground.product(), folder.resolve("app"), logs());
        program = plan.build(ground).unpacked(folder, logs());
        task("make-keys", custody);
        task(
                "migrate",
                Surroundings.owners(
                        main.address(PostgresServer.MAIN),
                        keystore.address(PostgresServer.KEYSTORE),
                        secrets.database()));
        nodes(residents, staff);
        proxy = kept(new Proxy(
                ground.files().resolve("haproxy"),
                folder,
                Map.of(
                        "PLAIN_BIND", "127.0.0.1:" + fronts[3],
                        "RESIDENT_BIND", "127.0.0.1:" + fronts[0],
                        "WORKSPACE_BIND", "127.0.0.1:" + fronts[1],
                        "TLS", certificate.pem().toString(),
                        "RESIDENT_1", nodes.get(0).address(),
                        "WORKSPACE_1", nodes.get(1).address(),
                        "RESIDENT_2", nodes.get(2).address(),
                        "WORKSPACE_2", nodes.get(3).address())));
        Waiting.until(
                "the example dossiers",
                EXAMPLES,
                () -> Files.exists(folder.resolve("demo").resolve("done")));
    }

    private void databases(Path files, Databases<D> databases) throws IOException {
        main = kept(databases.start("voorelkaar", PostgresServer.MAIN));
        keystore = kept(databases.start("voorelkaar-sleutels", PostgresServer.KEYSTORE));
        var passwords = secrets.database();
        main.run(
                files.resolve("roles.sql"),
                Map.of(
                        "owner_password", passwords.get(Roles.OWNER),
                        "resident_password", passwords.get(Roles.RESIDENT_FACE),
                        "workspace_password", passwords.get(Roles.WORKSPACE_FACE),
                        "sealer_password", passwords.get(Roles.SEALER),
                        "auditor_password", passwords.get(Roles.AUDITOR)));
        keystore.run(
                files.resolve("roles-keystore.sql"),
                Map.of(
                        "keys_owner_password", passwords.get(Roles.KEYS_OWNER),
                        "broker_password", passwords.get(Roles.BROKER)));
    }

    private void nodes(Relying residents, Relying staff) throws IOException {
        var here = Machine.here();
        node("resident", "one", here, main.address(PostgresServer.MAIN), residents);
        node("workspace", "one", here, main.address(PostgresServer.MAIN), staff);
        node("resident", "two", here, main.address(PostgresServer.MAIN), residents);
        if (network().machine() instanceof Network.Apart apart) {
            cable = apart;
            kept(Relay.ofLoopback(network().address(), fronts[2]));
            node("workspace", "two", apart, main.address(PostgresServer.MAIN), staff);
        } else {
            var wires = kept(Wires.to(main));
            cable = wires;
            node("workspace", "two", here, main.address(PostgresServer.MAIN, wires), staff);
        }
        for (var node : nodes) {
            node.start();
            running.push(node::close);
        }
        for (var node : nodes) {
            node.awaitReady();
        }
    }

    /** @param mainDatabase how it reaches that */
    private void node(String face, String place, Machine machine, String mainDatabase, Relying client)
            throws IOException {
        var port = fronts[4 + nodes.size()];
        var around = new Surroundings(
                standIn, mainDatabase, keystore.address(PostgresServer.KEYSTORE), secrets.database(), custody);
        var settings = new HashMap<>(
                face.equals("resident")
                        ? around.resident(residents(), port, client)
                        : around.workspace(workspace(), port, client));
        settings.put("SERVER_ADDRESS", machine.address());
        settings.put("VOORELKAAR_DRAIN", "1m");
        settings.put("SERVER_FORWARDHEADERSSTRATEGY", "native");
        settings.put(
                "SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES",
                "127.0.0.1/32," + network().address() + "/32");
        if (place.equals("one")) {
            // One node of each face makes the example dossiers.
            settings.put("VOORELKAAR_LOCAL_FOLDER", folder.resolve("demo").toString());
        }
        nodes.add(new Node(face, place, machine, port, program, settings, logs()));
    }

    private void task(String name, Map<String, String> environment) throws IOException {
        product.task(name, environment, logs().resolve(name + ".log"));
    }

    /** What its nodes ran at first. */
    public Program program() {
        return program;
    }

    /** To replace it by. */
    public Program program(Build build) throws IOException {
        return build.unpacked(folder, logs());
    }

    /** Returns when the node is ready and the proxy sends people to it. */
    public void awaitBack(Node node) throws IOException {
        node.awaitReady();
        Waiting.until(
                node.name() + " at the proxy", BACK, () -> proxy.stateOf(node).startsWith("UP"));
    }

    /** Looks at the whole log. @return what the task says at its end; it throws when something was changed */
    public String audit() throws IOException {
        var passwords = secrets.database();
        task(
                "audit",
                Map.of(
                        "VOORELKAAR_AUDITOR_URL", main.address(PostgresServer.MAIN),
                        "VOORELKAAR_AUDITOR_USERNAME", Roles.AUDITOR,
                        "VOORELKAAR_AUDITOR_PASSWORD", passwords.get(Roles.AUDITOR),
                        "VOORELKAAR_CUSTODY_DIRECTORY",
                                folder.resolve("custody").toString()));
        try (var lines = Files.lines(logs().resolve("audit.log"))) {
            return lines.filter(line -> line.contains("lines checked"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public String residents() {
        return "https://localhost:" + fronts[0];
    }

    public String workspace() {
        return "https://localhost:" + fronts[1];
    }

    public StandIn standIn() {
        return standIn;
    }

    public Path programKey() {
        return folder.resolve("programma.jwk");
    }

    public List<Node> nodes() {
        return nodes;
    }

    public Stream<Node> nodes(String face) {
        return nodes.stream().filter(node -> node.face().equals(face));
    }

    public D main() {
        return main;
    }

    public D keystore() {
        return keystore;
    }

    /** Of the first server of the main database. */
    public SmallDisk smallDisk() {
        return smallDisk;
    }

    /** Whether every server of the databases and the second workspace node has a machine of its own. */
    public boolean isOnMachinesApart() throws IOException {
        return network().isApart();
    }

    /** Of the second workspace node: to everything, or where nobody may make a machine for it, to the main database. */
    public Cable cable() {
        return cable;
    }

    /** Each node from now on starts from what the JVM learned at an earlier start. */
    public void learn() throws IOException {
        for (var node : nodes) {
            if (node.place().equals("two")) {
                node.kill();
                node.learn();
                node.start();
                awaitBack(node);
            }
        }
    }

    public Proxy proxy() {
        return proxy;
    }

    /** Both providers tell their face, over the proxy. */
    public void signEverybodyOut() throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(standIn.address() + "/alles-uitloggen"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void moveClock(Duration by) {
        standIn.clock().set(standIn.clock().instant().plus(by));
    }

    /** All keys are away, for who starts now, or there again. */
    public void takeCustodyAway(boolean away) throws IOException {
        var there = folder.resolve("custody");
        var elsewhere = folder.resolve("custody-away");
        Files.move(away ? there : elsewhere, away ? elsewhere : there);
    }

    private Path logs() {
        return folder.resolve("log");
    }

    private <T extends AutoCloseable> T kept(T part) {
        running.push(part);
        return part;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Also when it is interrupted: what was started last stops first. */
    @Override
    public void close() {
        for (var part = running.poll(); part != null; part = running.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("Could not stop one part: " + e);
            }
        }
    }
}
