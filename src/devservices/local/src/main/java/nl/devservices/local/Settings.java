package nl.devservices.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one can set from outside, all with a default.
 *
 * @param folder everything that the environment keeps
 * @param reset whether to begin without what was kept
 * @param product the packaged product
 * @param programs how many programs of care providers there are
 * @param faceOptions for the JVM of each face, with blanks between
 * @param faceClasses what faces have on their class path besides, with separators between; usually nothing
 */
record Settings(
        int residentPort,
        int workspacePort,
        int localPort,
        int databasePort,
        Path folder,
        boolean reset,
        Path product,
        int programs,
        String faceOptions,
        String faceClasses) {

    static final String RESIDENT_PORT = "VE_RESIDENT_PORT";
    static final String WORKSPACE_PORT = "VE_WORKSPACE_PORT";
    static final String LOCAL_PORT = "VE_LOCAL_PORT";
    static final String DATABASE_PORT = "VE_DB_PORT";
    static final String FOLDER = "VE_LOCAL_FOLDER";
    static final String PROGRAMS = "VE_PROGRAMS";
    static final String FACE_OPTIONS = "VE_FACE_OPTIONS";
    static final String FACE_CLASSES = "VE_FACE_CLASSES";

    /**
     * Compiled once and quickly: a face that somebody tries lives for minutes, and what it would gain by compiling
     * again it would not earn back.
     */
    static final String TRYING = "-Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private static final String PRODUCT = "voorelkaar-portal-*-exec.jar";

    /** @throws CannotStart when a value is not fit, or the product is not packaged */
    static Settings from(Map<String, String> environment) throws IOException {
        return new Settings(
                port(environment, RESIDENT_PORT, 8080),
                port(environment, WORKSPACE_PORT, 8081),
                port(environment, LOCAL_PORT, 9000),
                port(environment, DATABASE_PORT, 15432),
                Path.of(environment.getOrDefault(FOLDER, ".local"))
                        .toAbsolutePath()
                        .normalize(),
                List.of("1", "true", "yes", "ja").contains(environment.getOrDefault("RESET", "")),
                product(environment),
                Integer.parseInt(environment.getOrDefault(PROGRAMS, "1")),
                environment.getOrDefault(FACE_OPTIONS, TRYING),
                environment.getOrDefault(FACE_CLASSES, ""));
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        var text = environment.getOrDefault(name, "");
        try {
            var port = text.isBlank() ? usual : Integer.parseInt(text.strip());
            if (port < 1 || port > 65_535) {
                throw new NumberFormatException();
            }
            return port;
        } catch (NumberFormatException e) {
            throw new CannotStart(name + " must be a port number from 1 to 65535, such as " + usual + ".");
        }
    }

    private static Path product(Map<String, String> environment) throws IOException {
        var named = environment.getOrDefault("VE_PRODUCT_JAR", "");
        if (!named.isBlank()) {
            var jar = Path.of(named).toAbsolutePath();
            if (!Files.isRegularFile(jar)) {
                throw new CannotStart("VE_PRODUCT_JAR names a file that is not there: " + jar);
            }
            return jar;
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var target = folder.resolve("portal/target");
            if (Files.isDirectory(target)) {
                try (var jars = Files.newDirectoryStream(target, PRODUCT)) {
                    var found = new ArrayList<Path>();
                    jars.forEach(found::add);
                    if (found.size() == 1) {
                        return found.getFirst();
                    }
                }
            }
        }
        throw new CannotStart("The product is not packaged yet: run make package, or name the jar in VE_PRODUCT_JAR.");
    }

    String resident() {
        return "http://localhost:" + residentPort;
    }

    String workspace() {
        return "http://localhost:" + workspacePort;
    }

    String local() {
        return "http://localhost:" + localPort;
    }

    Path logs() {
        return folder.resolve("log");
    }
}
