package nl.voorelkaar.drill.small;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.devservices.identity.Relying;
import nl.devservices.local.EnvironmentProcess;
import nl.devservices.local.Secrets;
import nl.devservices.local.Surroundings;
import nl.devservices.local.demo.DemoLogin;
import nl.devservices.local.demo.ResidentPersonas;
import nl.devservices.local.demo.StaffPersonas;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.postgres.Roles;
import nl.devservices.standin.StandIn;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.vault.GranteeKeys;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.site.Build;
import nl.voorelkaar.drill.site.Waiting;

/**
 * The smallest that a municipality runs: one server for each of the two databases, one node of each face, keys in files
 * with a password of its own for each, and copies of both databases. Set up by the runbooks themselves.
 */
public final class SmallSite implements AutoCloseable {

    /** What each person of the key ceremony types at the question to them. */
    private static final Map<String, String> PASSWORDS = Map.of(
            "First custodian", "eerste bewaarder",
            "Second custodian", "tweede bewaarder",
            "Third", "voor het log",
            "Password of the file", "zegel");

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final Duration EXAMPLES = Duration.ofMinutes(8);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Ground ground;
    private final Path folder;
    private final int[] ports = EnvironmentProcess.freePorts(7);
    private final Secrets secrets;
    private final Map<String, String> residentSettings;
    private final Map<String, String> workspaceSettings;
    private final StandIn standIn;
    private final Units units;
    private final Operator operator;

    private SmallSite(Ground ground, Build build) throws IOException {
        this.ground = ground;
        // Copies of PostgreSQL keep the place where they were made: a new place for each run.
        folder = Files.createTempDirectory(Files.createDirectories(ground.folder()), "site");
        secrets = new Secrets(folder.resolve("secrets.properties"));
        var residents = Relying.springClient("voorelkaar-inwoners", secrets.of("client.resident"), resident(), "digid");
        var staff =
                Relying.springClient("voorelkaar-werkplek", secrets.of("client.workspace"), workspace(), "medewerker");
        standIn = StandIn.start(ports[2], folder.resolve("stand-in"), List.of(residents), List.of(staff), Map.of());
        running.push(standIn);
        var around = new Surroundings(
                standIn,
                url(ports[3], PostgresServer.MAIN),
                url(ports[4], PostgresServer.KEYSTORE),
                secrets.database(),
                Surroundings.custody(folder.resolve("custody"), "each face has its own"));
        residentSettings = around.resident(resident(), ports[0], residents);
        residentSettings.put("VOORELKAAR_CUSTODY_PASSWORD", PASSWORDS.get("First custodian"));
        residentSettings.put("VOORELKAAR_CUSTODY_SEALERPASSWORD", PASSWORDS.get("Third"));
        residentSettings.put("VOORELKAAR_SEALER_CHECKPOINTEVERY", "PT1S");
        workspaceSettings = around.workspace(workspace(), ports[1], staff);
        workspaceSettings.put("VOORELKAAR_CUSTODY_PASSWORD", PASSWORDS.get("Second custodian"));
        units = new Units(folder.resolve("bin"));
        running.push(units);
        installs("resident", build);
        installs("workspace", build);
        operator = new Operator(folder.resolve("log"), names(build));
        running.push(this::stopDatabases);
    }

    /**
     * Returns when the keys are made, copies are being made, both faces are ready and the example dossiers are there.
     */
    public static SmallSite start(Ground ground) throws IOException {
        var today = Build.ofToday(ground);
        return start(ground, today, today);
    }

    /** The same with faces of one build on the schema of another. */
    public static SmallSite start(Ground ground, Build build, Build schema) throws IOException {
        var site = new SmallSite(ground, build);
        try {
            site.databases();
            site.follows("key-ceremony.md", "Making the keys", Map.of());
            site.settingsOfTasks();
            site.migrate(schema);
            site.follows("backup.md", "Once: the main database", Map.of());
            site.follows("backup.md", "Once: the keystore", Map.of());
            site.restart("resident", "workspace");
            Waiting.until("the example dossiers", EXAMPLES, () -> Files.exists(site.folder.resolve("demo/done")));
            return site;
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /** Brings the schemas up to those of this build, whatever runs. */
    public void migrate(Build build) throws IOException {
        does("voorelkaar", "migrate", Map.of("JAR", build.product().toString()), """
                set -a; . "$ETC/owner.env"; set +a
                java -jar "$JAR" migrate""");
    }

    /** The next start of this face is of this build. */
    public void installs(String face, Build build) throws IOException {
        var settings = face.equals("resident") ? residentSettings : workspaceSettings;
        var environment = new HashMap<>(settings);
        environment.put("VOORELKAAR_LOCAL_FOLDER", folder.resolve("demo").toString());
        var program = build.unpacked(ground.folder(), folder.resolve("log"));
        units.knows("voorelkaar@" + face, new Units.Unit(program.face(""), environment, log(face)));
    }

    /** Stops these faces if they run, starts them, and returns when they are ready. */
    public void restart(String... faces) throws IOException {
        for (var face : faces) {
            units.start("voorelkaar@" + face);
        }
        for (var face : faces) {
            units.awaitReady("voorelkaar@" + face, face.equals("resident") ? resident() : workspace());
        }
    }

    private Map<String, String> names(Build build) {
        return Map.ofEntries(
                Map.entry(
                        "PATH",
                        folder.resolve("bin") + ":" + Path.of(System.getProperty("java.home"), "bin") + ":"
                                + System.getenv("PATH")),
                Map.entry("PGHOST", folder.toString()),
                Map.entry("PGUSER", PostgresServer.SUPERUSER),
                Map.entry("PG_BIN", PROGRAMS.toString()),
                Map.entry("MAIN_DATA", folder.resolve("main").toString()),
                Map.entry("MAIN_PORT", String.valueOf(ports[3])),
                Map.entry("KEYS_DATA", folder.resolve("keystore").toString()),
                Map.entry("KEYS_PORT", String.valueOf(ports[4])),
                Map.entry("MAIN_COPIES", folder.resolve("main.conf").toString()),
                Map.entry("KEYS_COPIES", folder.resolve("keystore.conf").toString()),
                Map.entry("RESTORED_DATA", folder.resolve("restored").toString()),
                Map.entry("RESTORED_PORT", String.valueOf(ports[5])),
                Map.entry("NEWEST_DATA", folder.resolve("newest").toString()),
                Map.entry("NEWEST_PORT", String.valueOf(ports[6])),
                Map.entry("ETC", folder.resolve("etc").toString()),
                Map.entry("JAR", build.product().toString()),
                Map.entry("CUSTODY", folder.resolve("custody").toString()),
                Map.entry("SAFE", folder.resolve("safe").toString()),
                Map.entry("MUNICIPALITY", "Gemeente Voorbeeldstad"),
                Map.entry("RESIDENT", resident()),
                Map.entry("WORKSPACE", workspace()));
    }

    private void databases() throws IOException {
        for (var stanza : List.of("main", "keystore")) {
            var settings = Files.readString(ground.files().resolve("backup/pgbackrest-" + stanza + ".conf"))
                            .replace("REPLACE-" + stanza, secrets.of("copies." + stanza))
                            .replace(
                                    "/var/lib/postgresql/15/" + stanza,
                                    folder.resolve(stanza).toString())
                            .replace("5432", String.valueOf(ports[3]))
                            .replace("5433", String.valueOf(ports[4]))
                            .replaceAll("(?m)^(?!pg1)(.+=)(/var|/run)/", "$1" + folder.resolve("copies") + "/")
                    + "pg1-socket-path=" + folder + "\npg1-user=" + PostgresServer.SUPERUSER + "\n";
            Files.writeString(folder.resolve(stanza + ".conf"), settings);
        }
        for (var place : List.of(
                "lib/pgbackrest/main",
                "lib/pgbackrest/keystore",
                "log/pgbackrest",
                "spool/pgbackrest",
                "lock/pgbackrest-main",
                "lock/pgbackrest-keystore")) {
            Files.createDirectories(folder.resolve("copies").resolve(place));
        }
        server("MAIN", ground.files().resolve("roles.sql"));
        server("KEYS", ground.files().resolve("roles-keystore.sql"));
    }

    private void server(String name, Path roles) throws IOException {
        var passwords = secrets.database();
        var variables = passwords.entrySet().stream()
                .map(role -> "-v %s_password=%s".formatted(role.getKey().replaceFirst("^ve_", ""), role.getValue()))
                .collect(Collectors.joining(" "));
        does("postgres", "server " + name, Map.of(), """
                "$PG_BIN/initdb" -D "$%1$s_DATA" -U "$PGUSER" --auth-local=trust --auth-host=scram-sha-256 \\
                    --encoding=UTF8 --locale=C.UTF-8 --data-checksums
                printf '%%s\\n' "listen_addresses = 'localhost'" "unix_socket_directories = '$PGHOST'" \\
                    'max_connections = 200' >>"$%1$s_DATA/postgresql.conf"
                "$PG_BIN/pg_ctl" -D "$%1$s_DATA" -w -o "-p $%1$s_PORT" -l "$%1$s_DATA/server.log" start
                psql -X -q -v ON_ERROR_STOP=1 -p "$%1$s_PORT" %2$s -f "%3$s" postgres
                psql -X -q -p "$%1$s_PORT" -c "ALTER ROLE $PGUSER PASSWORD '%4$s'" postgres""".formatted(
                        name, variables, roles, passwords.get(PostgresServer.SUPERUSER)));
    }

    /** What lies in {@code /etc/voorelkaar} for tasks that an operator starts. */
    private void settingsOfTasks() throws IOException {
        var etc = Files.createDirectories(folder.resolve("etc"));
        var passwords = secrets.database();
        var owners = Surroundings.owners(
                url(ports[3], PostgresServer.MAIN), url(ports[4], PostgresServer.KEYSTORE), passwords);
        write(etc.resolve("owner.env"), owners);
        write(etc.resolve("resident.env"), residentSettings);
        write(etc.resolve("workspace.env"), workspaceSettings);
        write(
                etc.resolve("audit.env"),
                Map.of(
                        "VOORELKAAR_AUDITOR_URL", url(ports[3], PostgresServer.MAIN),
                        "VOORELKAAR_AUDITOR_USERNAME", Roles.AUDITOR,
                        "VOORELKAAR_AUDITOR_PASSWORD", passwords.get(Roles.AUDITOR),
                        "VOORELKAAR_AUDITOR_KEYS",
                                folder.resolve("custody/log.pub").toString()));
    }

    private static void write(Path file, Map<String, String> settings) throws IOException {
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "='" + setting.getValue() + "'\n")
                        .collect(Collectors.joining()));
    }

    private void does(String by, String what, Map<String, String> names, String script) throws IOException {
        operator.runs(List.of(new Runbook.Command(what, by, script)), names, Map.of());
    }

    /**
     * Does what a page says under a heading.
     *
     * @param names that the page uses beside those of this site
     * @return how long each step took
     */
    public Map<String, Duration> follows(String page, String heading, Map<String, String> names) throws IOException {
        return operator.runs(
                Runbook.read(ground.files().resolve("runbooks").resolve(page)).under(heading), names, PASSWORDS);
    }

    /**
     * A file that somebody else would deliver.
     *
     * @param script makes it at {@code $MADE}, with {@code $WORD} as its password
     */
    public Path makes(String name, String script) throws IOException {
        var made = folder.resolve(name);
        does(
                "voorelkaar",
                name,
                Map.of("MADE", made.toString(), "WORD", PASSWORDS.get("Password of the file")),
                script);
        return made;
    }

    /** The disk of the custody is gone, and the faces with it. */
    public void loseCustody() throws IOException {
        does("root", "lose the custody", Map.of(), """
                systemctl stop voorelkaar@resident voorelkaar@workspace
                rm -r "$CUSTODY" """);
    }

    /** For what residents do. */
    public Services residentServices() {
        return new Services(residentSettings, standIn.clock());
    }

    /** For what professionals do. */
    public Services workspaceServices() {
        return new Services(workspaceSettings, standIn.clock());
    }

    public ResidentPersonas residents(Services services) {
        return new ResidentPersonas(
                login(standIn.residentIssuer(), residentSettings, resident()), services.get(Residents.class));
    }

    public StaffPersonas staff(Services services) {
        return new StaffPersonas(
                login(standIn.staffIssuer(), workspaceSettings, workspace()),
                services.get(Parties.class),
                services.get(GranteeKeys.class),
                services.get(Residents.class));
    }

    private static DemoLogin login(String issuer, Map<String, String> settings, String address) {
        return new DemoLogin(
                issuer,
                settings.get("VOORELKAAR_IDENTITY_CLIENTID"),
                settings.get("VOORELKAAR_IDENTITY_CLIENTSECRET"),
                address);
    }

    /** As the administrator of the main database. */
    public String asks(String query) {
        return asks(ports[3], PostgresServer.MAIN, query);
    }

    private String asks(int port, String database, String query) {
        try (var connection = connect(port, database);
                var statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                return String.valueOf(statement.getUpdateCount());
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(int port, String database) throws SQLException {
        try {
            return DriverManager.getConnection(
                    url(port, database), PostgresServer.SUPERUSER, secrets.of("database." + PostgresServer.SUPERUSER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this node said since its last start. */
    public String said(String face) throws IOException {
        return Files.readString(log(face));
    }

    private Path log(String face) {
        return folder.resolve("log").resolve(face + ".log");
    }

    public String resident() {
        return "http://localhost:" + ports[0];
    }

    public String workspace() {
        return "http://localhost:" + ports[1];
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private void stopDatabases() throws IOException {
        does("postgres", "stop", Map.of(), """
                for data in "$MAIN_DATA" "$KEYS_DATA" "$RESTORED_DATA" "$NEWEST_DATA"; do
                    if [ -e "$data/postmaster.pid" ]; then "$PG_BIN/pg_ctl" -D "$data" -m immediate -w stop; fi
                done""");
    }

    @Override
    public void close() {
        running.forEach(part -> {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("Could not stop one part: " + e);
            }
        });
    }
}
