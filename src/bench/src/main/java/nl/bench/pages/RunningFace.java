package nl.bench.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A face that runs, as Linux knows it: what it was told and what it stands on.
 *
 * @param environment with its secrets
 */
record RunningFace(long pid, Map<String, String> environment, List<Path> jars) {

    /** @throws IllegalStateException when there is none at this address */
    static RunningFace at(String address) {
        var port = String.valueOf(URI.create(address).getPort());
        return ProcessHandle.allProcesses()
                .filter(process -> port.equals(environment(process.pid()).get("SERVER_PORT")))
                .findFirst()
                .map(process -> new RunningFace(process.pid(), environment(process.pid()), jars(process.pid())))
                .orElseThrow(() -> new IllegalStateException("no face at " + address));
    }

    /** The packaged product without its libraries, which it names itself. */
    Path product() {
        return jars.getFirst();
    }

    /** The libraries of the product, in a folder of their own. */
    Path libraries() {
        return product().resolveSibling("lib");
    }

    private static Map<String, String> environment(long pid) {
        return Arrays.stream(read(pid, "environ"))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> pair.substring(pair.indexOf('=') + 1),
                        (first, second) -> first));
    }

    private static List<Path> jars(long pid) {
        var command = List.of(read(pid, "cmdline"));
        return Arrays.stream(command.get(command.indexOf("-cp") + 1).split(":"))
                .map(Path::of)
                .toList();
    }

    private static String[] read(long pid, String name) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), name), StandardCharsets.UTF_8)
                    .split("\0");
        } catch (UncheckedIOException | IOException gone) {
            return new String[0];
        }
    }

    @Override
    public String toString() {
        return "RunningFace[" + pid + "]";
    }
}
