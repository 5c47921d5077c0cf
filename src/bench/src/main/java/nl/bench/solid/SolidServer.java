package nl.bench.solid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.bench.measure.Pause;

/**
 * Community Solid Server with its documents in memory and Web Access Control, on the loopback interface. Who asks is
 * believed to be whom the header names: that is kind to it, for nothing has to be verified.
 */
public final class SolidServer implements AutoCloseable {

    /** In bytes, of every document. */
    public static final int DOCUMENT = 4_087;

    private static final List<String> FILES = List.of("package.json", "peer.json", "loopback.js");
    private static final String SEED =
            "[{\"email\": \"eigenaar@voorbeeld.example\", \"password\": \"meten\", \"pods\": [{\"name\": \"eigenaar\"}]}]";
    private static final int START_SECONDS = 180;
    private static final int INSTALL_MINUTES = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String site;

    private SolidServer(Process process, String site) {
        this.process = process;
        this.site = site;
    }

    /**
     * Installs it with npm and starts it.
     *
     * @param folder for all of it
     * @return empty where there is no Node, or it cannot be installed
     */
    public static Optional<SolidServer> start(Path folder) {
        try {
            Files.createDirectories(folder);
            for (var file : FILES) {
                try (var content = SolidServer.class.getResourceAsStream(file)) {
                    Files.write(folder.resolve(file), content.readAllBytes());
                }
            }
            Files.writeString(folder.resolve("seed.json"), SEED);
            if (!installed(folder)) {
                return Optional.empty();
            }
            var port = freePort();
            var site = "http://localhost:" + port + "/";
            var builder = command(
                    folder,
                    "node",
                    "node_modules/@solid/community-server/bin/server.js",
                    "-c",
                    "peer.json",
                    "-p",
                    String.valueOf(port),
                    "-b",
                    site,
                    "--seedConfig",
                    "seed.json",
                    "-l",
                    "error");
            builder.environment().put("NODE_OPTIONS", "--require ./loopback.js");
            var server = new SolidServer(builder.start(), site);
            try {
                server.awaitReady();
                return Optional.of(server);
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder command(Path folder, String... command) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("solid.log").toFile()));
    }

    private static boolean installed(Path folder) throws IOException {
        if (Files.exists(folder.resolve("node_modules/@solid/community-server/bin/server.js"))) {
            return true;
        }
        try {
            var npm = command(
                            folder,
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--no-package-lock",
                            "--ignore-scripts")
                    .start();
            if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                npm.destroy();
                return false;
            }
            return npm.exitValue() == 0;
        } catch (IOException noNode) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        for (var left = START_SECONDS * 4; ; left--) {
            try {
                if (status("GET", "eigenaar/", owner(), "") == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            if (left == 0 || !process.isAlive()) {
                throw new IllegalStateException("Community Solid Server does not start");
            }
            Pause.millis(250);
        }
    }

    /** Where it is, such as {@code http://localhost:3000}. */
    public String site() {
        return site.substring(0, site.length() - 1);
    }

    /** The header of who may read, with its end of line. */
    public String readerHeader() {
        return "Authorization: " + reader() + "\r\nAccept: text/turtle\r\n";
    }

    private String owner() {
        return "WebID " + site + "eigenaar/profile/card#me";
    }

    private String reader() {
        return "WebID " + site + "lezer#me";
    }

    /**
     * Puts a document there with its own list of who may what: the owner everything, one other may read.
     *
     * @return its path
     * @throws IllegalStateException when it lets in somebody else, or not the reader
     */
    public String put(int number) throws IOException {
        var path = "eigenaar/metingen/" + number + ".ttl";
        require(201, status("PUT", path, owner(), document(number)));
        require(201, status("PUT", path + ".acl", owner(), """
                @prefix acl: <http://www.w3.org/ns/auth/acl#>.
                <#owner> a acl:Authorization; acl:agent <%1$s>; acl:accessTo <%3$s>;
                    acl:mode acl:Read, acl:Write, acl:Control.
                <#reader> a acl:Authorization; acl:agent <%2$s>; acl:accessTo <%3$s>; acl:mode acl:Read.
                """.formatted(
                        owner().substring(6), reader().substring(6), site + path)));
        require(200, status("GET", path, reader(), ""));
        require(401, status("GET", path, "", ""));
        require(403, status("GET", path, "WebID " + site + "vreemde#me", ""));
        return "/" + path;
    }

    private String document(int number) {
        var begin = "<" + site + "eigenaar/metingen/" + number + "> <http://purl.org/dc/terms/description> \"";
        return begin + "a".repeat(DOCUMENT - begin.length() - 2) + "\".";
    }

    private static void require(int wanted, int got) {
        if (wanted != got) {
            throw new IllegalStateException("Community Solid Server answers " + got + " and not " + wanted);
        }
    }

    private int status(String method, String path, String as, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "text/turtle")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, UTF_8));
        if (!as.isEmpty()) {
            request.header("Authorization", as);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it took of the processors until now. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        http.close();
    }
}
