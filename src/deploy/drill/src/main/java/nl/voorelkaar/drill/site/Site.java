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
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
public final class Site implements AutoCloseable {

    /**
     * How a face reaches a database that is on two servers: see {@code README.md} in {@code src/deploy}, which must say
     * the same.
     */
    static final String DATABASE_OPTIONS =
            "?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=3&loginTimeout=10&socketTimeout=20"
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
    private DatabasePair main;
    private DatabasePair keystore;
    private StandIn standIn;
    private Proxy proxy;
    private Wires wires;
    private SmallDisk smallDisk;
    private int[] fronts;

    private Site(Path folder) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        this.folder = folder;
        this.secrets = new Secrets(folder.resolve("secrets.properties"));
        this.custody = Surroundings.custody(folder.resolve("custody"), secrets.of("custody"));
    }

    /** Returns when everything is ready and the example dossiers are there. */
    public static Site start(Ground ground) throws IOException {
        delete(ground.folder());
        Files.createDirectories(ground.folder());
        return start(ground, new Site(ground.folder()));
    }

    /** The same, where the first server of the main database has little room. */
    public static Site startOnSmallDisk(Ground ground) throws IOException {
        delete(ground.folder());
        Files.createDirectories(ground.folder());
        var site = new Site(ground.folder());
        site.smallDisk = site.kept(SmallDisk.at(site.folder.resolve("postgres").resolve("voorelkaar-1"), SMALL));
        return start(ground, site);
    }

    private static Site start(Ground ground, Site site) throws IOException {
        try {
            site.begin(ground);
            return site;
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private void begin(Ground ground) throws IOException {
        var ports = EnvironmentProcess.freePorts(Etcd.portsNeeded() + 2 * DatabasePair.portsNeeded() + 8);
        var certificate = Certificate.in(folder.resolve("tls"));
        certificate.trust();
        databases(ground.files(), ports);
        fronts = Arrays.copyOfRange(ports, 14, ports.length);
        var keys = ProgramKey.in(folder.resolve("programma.jwk"));
        var residents = Relying.springClient("voorelkaar-inwoners", secrets.of("client.resident"), residents(), "digid")
                .with(ProgramKey.program("kluis", keys));
        var staff = Relying.springClient(
                        "voorelkaar-werkplek", secrets.of("client.workspace"), workspace(), "medewerker")
                .with(ProgramKey.program("zorgplan", keys));
        standIn = kept(
                StandIn.start(fronts[2], folder.resolve("stand-in"), List.of(residents), List.of(staff), Map.of()));
        product = ProductFiles.of(ground.product(), ground.folder().resolve("app"), logs());
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
                        "RESIDENT_1", "127.0.0.1:" + fronts[4],
                        "RESIDENT_2", "127.0.0.1:" + fronts[5],
                        "WORKSPACE_1", "127.0.0.1:" + fronts[6],
                        "WORKSPACE_2", "127.0.0.1:" + fronts[7])));
        Waiting.until(
                "the example dossiers",
                EXAMPLES,
                () -> Files.exists(folder.resolve("demo").resolve("done")));
    }

    private void databases(Path files, int[] ports) throws IOException {
        var settings = DatabasePair.settings(files.resolve("patroni").resolve("patroni.yml"), folder.resolve("tls"));
        var etcd = kept(
                new Etcd(files.resolve("etcd").resolve("etcd.env"), folder.resolve("etcd"), Arrays.copyOf(ports, 6)));
        var passwords = secrets.database();
        var administrator = passwords.get(PostgresServer.SUPERUSER);
        main = kept(new DatabasePair(
                "voorelkaar",
                PostgresServer.MAIN,
                settings,
                folder.resolve("postgres"),
                etcd.hosts(),
                administrator,
                Arrays.copyOfRange(ports, 6, 10)));
        keystore = kept(new DatabasePair(
                "voorelkaar-sleutels",
                PostgresServer.KEYSTORE,
                settings,
                folder.resolve("postgres"),
                etcd.hosts(),
                administrator,
                Arrays.copyOfRange(ports, 10, 14)));
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
        var around = around(main.address(PostgresServer.MAIN));
        wires = kept(main.wires());
        for (var node = 0; node < 2; node++) {
            var place = node == 0 ? "one" : "two";
            var behind = behindProxy(node == 0);
            var resident = new HashMap<>(around.resident(residents(), fronts[4 + node], residents));
            resident.putAll(behind);
            nodes.add(new Node("resident", place, fronts[4 + node], product, resident, logs()));
            var reached = node == 0 ? around(main.address(PostgresServer.MAIN, wires)) : around;
            var workspace = new HashMap<>(reached.workspace(workspace(), fronts[6 + node], staff));
            workspace.putAll(behind);
            nodes.add(new Node("workspace", place, fronts[6 + node], product, workspace, logs()));
        }
        for (var node : nodes) {
            node.start();
            running.push(node::close);
        }
        for (var node : nodes) {
            node.awaitReady();
        }
    }

    private Surroundings around(String mainDatabase) throws IOException {
        return new Surroundings(
                standIn, mainDatabase, keystore.address(PostgresServer.KEYSTORE), secrets.database(), custody);
    }

    /** @param examples whether it makes the example dossiers, which one node of each face does */
    private Map<String, String> behindProxy(boolean examples) {
        var settings = new HashMap<String, String>();
        settings.put("VOORELKAAR_DRAIN", "1m");
        settings.put("SERVER_FORWARDHEADERSSTRATEGY", "native");
        settings.put("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES", "127.0.0.1/32");
        if (examples) {
            settings.put("VOORELKAAR_LOCAL_FOLDER", folder.resolve("demo").toString());
        }
        return settings;
    }

    private void task(String name, Map<String, String> environment) throws IOException {
        product.task(name, environment, logs().resolve(name + ".log"));
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

    public DatabasePair main() {
        return main;
    }

    public DatabasePair keystore() {
        return keystore;
    }

    /** Of the first server of the main database. */
    public SmallDisk smallDisk() {
        return smallDisk;
    }

    /** Between the first workspace node and the main database. */
    public Wires wires() {
        return wires;
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
