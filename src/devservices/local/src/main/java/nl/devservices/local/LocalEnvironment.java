package nl.devservices.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import nl.devservices.identity.Program;
import nl.devservices.identity.Relying;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.standin.StandIn;
import org.slf4j.LoggerFactory;

/**
 * The whole product on one machine: database, stand-ins for what production gets from others, and both faces of the
 * packaged jar. Keeps its data in one folder. Stops everything that it started when it is stopped; what it cannot stop
 * because it was killed, ends by itself or is recovered at the next start.
 */
public final class LocalEnvironment implements AutoCloseable {

    // Held here, because the JDK forgets the level of a logger that nobody holds.
    private static final Logger APACHE = Logger.getLogger("org.apache");

    private final Settings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<FaceProcess> faces = new ArrayList<>();
    private volatile boolean stopping;

    private LocalEnvironment(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws IOException {
        quiet();
        var begin = System.nanoTime();
        try {
            var environment = new LocalEnvironment(Settings.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(environment::stopAndSay, "stop"));
            environment.start();
            System.out.println(Overview.of(environment.settings, Duration.ofNanos(System.nanoTime() - begin)));
            environment.awaitEnd();
        } catch (CannotStart e) {
            System.err.println();
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Only what somebody must know reaches the screen: also from Tomcat, which logs in its own way. */
    public static void quiet() {
        System.setProperty("logback.configurationFile", "nl/devservices/local/logback.xml");
        LoggerFactory.getILoggerFactory();
        APACHE.setLevel(Level.WARNING);
    }

    private void start() throws IOException {
        Files.createDirectories(settings.folder());
        lock();
        PostgresServer.stopLeftBehind(settings.folder().resolve("postgres"));
        Ports.requireFree(settings);
        if (settings.reset()) {
            reset();
        }
        var folder = settings.folder();
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        var programs = ProgramKey.in(folder.resolve("programma.jwk"));
        var resident = Relying.springClient(
                        "voorelkaar-inwoners", secrets.of("client.resident"), settings.resident(), "digid")
                .with(ProgramKey.program("kluis", programs));
        var workspace = Relying.springClient(
                        "voorelkaar-werkplek", secrets.of("client.workspace"), settings.workspace(), "medewerker")
                .with(IntStream.rangeClosed(1, settings.programs())
                        .mapToObj(
                                number -> ProgramKey.program(number == 1 ? "zorgplan" : "zorgplan-" + number, programs))
                        .toArray(Program[]::new));

        say("Starting the database, the stand-ins and the product.");
        var passwords = secrets.database();
        var database =
                begin(() -> kept(PostgresServer.start(folder.resolve("postgres"), settings.databasePort(), passwords)));
        var product = begin(() -> ProductFiles.of(settings.product(), folder.resolve("app"), settings.logs()));
        var standIn = begin(() -> kept(StandIn.start(
                settings.localPort(),
                folder.resolve("stand-in"),
                List.of(resident),
                List.of(workspace),
                Overview.addresses(settings))));

        var custody = Surroundings.custody(folder.resolve("custody"), secrets.of("custody"));
        var files = end(product);
        var keys = begin(() -> task(files, "make-keys", custody));
        end(database);
        migrate(files, passwords);
        end(keys);
        var web = end(standIn);

        say("Starting both faces.");
        var around = new Surroundings(web, url(PostgresServer.MAIN), url(PostgresServer.KEYSTORE), passwords, custody);
        face(
                files,
                "resident face",
                "resident",
                around.resident(settings.resident(), settings.residentPort(), resident));
        face(
                files,
                "workspace face",
                "workspace",
                around.workspace(settings.workspace(), settings.workspacePort(), workspace));
        try (var http = HttpClient.newHttpClient()) {
            faces.get(0).awaitReady(http, settings.resident());
            faces.get(1).awaitReady(http, settings.workspace());
        }
    }

    private void migrate(ProductFiles files, Map<String, String> passwords) throws IOException {
        try {
            task(
                    files,
                    "migrate",
                    Surroundings.owners(url(PostgresServer.MAIN), url(PostgresServer.KEYSTORE), passwords));
        } catch (CannotStart e) {
            throw new CannotStart(e.getMessage() + "\n\nThe data in " + settings.folder()
                    + " may be of another version of the product. Starting over with make run RESET=1 helps then.");
        }
    }

    private Void task(ProductFiles files, String name, Map<String, String> environment) throws IOException {
        files.task(name, environment, settings.logs().resolve(name + ".log"));
        return null;
    }

    private void face(ProductFiles files, String name, String face, Map<String, String> environment)
            throws IOException {
        environment.put(
                "VOORELKAAR_LOCAL_FOLDER", settings.folder().resolve("demo").toString());
        faces.add(kept(FaceProcess.start(
                name, files.face(settings), environment, settings.logs().resolve(face + ".log"))));
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + settings.databasePort() + "/" + database;
    }

    /**
     * Two environments on one folder would destroy each other's data. The operating system frees the lock of a dead
     * one.
     */
    private void lock() throws IOException {
        var channel = FileChannel.open(
                settings.folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStart("The local environment runs already, with its data in " + settings.folder()
                    + ". Stop it first, or choose another folder with VE_LOCAL_FOLDER.");
        }
        kept(channel);
    }

    private void reset() throws IOException {
        say("Starting over: what was kept in " + settings.folder() + " goes.");
        for (var name : List.of("postgres/data", "stand-in", "custody", "demo", "log", "secrets.properties")) {
            ProductFiles.delete(settings.folder().resolve(name));
        }
    }

    private static <T> FutureTask<T> begin(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static <T> T end(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CannotStart problem -> throw problem;
                case IOException problem -> throw new CannotStart(problem.getMessage());
                case RuntimeException problem -> throw problem;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped while starting.");
        }
    }

    private <T extends AutoCloseable> T kept(T part) {
        synchronized (running) {
            if (!stopping) {
                running.push(part);
                return part;
            }
        }
        close(part);
        throw new CannotStart("Stopped while starting.");
    }

    /** Returns when a face has ended by itself, which it should not. */
    private void awaitEnd() throws IOException {
        var ended = CompletableFuture.anyOf(
                faces.stream().map(face -> face.handle().onExit()).toArray(CompletableFuture[]::new));
        try {
            ended.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e);
        }
        if (!stopping) {
            for (var face : faces) {
                if (!face.handle().isAlive()) {
                    throw new CannotStart(
                            "The " + face.name() + " stopped by itself.\n" + ProductFiles.tail(face.log()));
                }
            }
        }
    }

    private void stopAndSay() {
        var any = !faces.isEmpty();
        if (any) {
            say("\nStopping.");
        }
        close();
        if (any) {
            say("Stopped. The data are kept in " + settings.folder() + ".");
        }
    }

    /** Faces first and at the same time, then what they stand on. */
    @Override
    public void close() {
        stopping = true;
        List<AutoCloseable> rest;
        synchronized (running) {
            rest = new ArrayList<>(running);
            running.clear();
        }
        var stops = faces.stream()
                .map(face -> Thread.ofPlatform().start(face::close))
                .toList();
        for (var stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        rest.removeAll(faces);
        rest.forEach(LocalEnvironment::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("Could not stop one part: " + e);
        }
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
