package nl.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What a figure was measured on. */
public final class Machine {

    private Machine() {}

    public static Map<String, String> of(RunningProduct product) throws IOException {
        var machine = new LinkedHashMap<String, String>();
        machine.put("processor", line("/proc/cpuinfo", "model name"));
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("memory", line("/proc/meminfo", "MemTotal"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put(
                "load before the end",
                Files.readString(Path.of("/proc/loadavg")).strip());
        machine.put("java", System.getProperty("java.vm.version"));
        machine.put("postgresql", product.setting("server_version"));
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "shared_buffers"}) {
            machine.put(setting, product.setting(setting));
        }
        return machine;
    }

    private static String line(String file, String name) throws IOException {
        Predicate<String> named = line -> line.startsWith(name);
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(named)
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        }
    }
}
