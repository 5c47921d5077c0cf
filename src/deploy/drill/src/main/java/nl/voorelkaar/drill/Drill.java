package nl.voorelkaar.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.devservices.local.LocalEnvironment;
import nl.voorelkaar.drill.crash.CrashGate;
import nl.voorelkaar.drill.faults.FaultsDrill;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Findings;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.keys.KeysDrill;
import nl.voorelkaar.drill.nodes.NodesDrill;
import nl.voorelkaar.drill.restore.RestoreDrill;
import nl.voorelkaar.drill.upgrade.UpgradeDrill;

/**
 * All drills, or those that {@code ONLY} in the environment names, with commas between; {@code QUICK} does each fewer
 * times, {@code KILLS} says how many kills the crash gate has (1 000, or 20). Ends with status 1 when a promise does
 * not hold.
 *
 * <p>Arguments: the class path of the local environment, the packaged product, the folder {@code src/deploy}, and the
 * folder for what the drills keep.
 */
public final class Drill {

    private Drill() {}

    public static void main(String[] arguments) throws IOException {
        LocalEnvironment.quiet();
        var findings = new Findings();
        var ground = new Ground(
                Path.of(arguments[3]).toAbsolutePath(),
                Path.of(arguments[2]).toAbsolutePath(),
                Path.of(arguments[1]).toAbsolutePath(),
                arguments[0],
                !System.getenv().getOrDefault("QUICK", "").isBlank(),
                findings);
        for (var drill : chosen(all()).entrySet()) {
            System.out.println(drill.getKey());
            try {
                drill.getValue().apply(ground.in(drill.getKey())).run();
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
                findings.check(
                        drill.getKey(),
                        "is done to its end",
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                        false);
            }
        }
        System.out.println(findings.table());
        System.out.println(findings.writeTo(ground.folder().resolve("findings.md")));
        System.exit(findings.allHold() ? 0 : 1);
    }

    private static Map<String, Function<Ground, Exercise>> all() {
        var all = new LinkedHashMap<String, Function<Ground, Exercise>>();
        all.put("nodes", NodesDrill::new);
        all.put("faults", FaultsDrill::new);
        all.put("crash", ground -> new CrashGate(ground, kills(ground)));
        all.put("restore", RestoreDrill::new);
        all.put("keys", KeysDrill::new);
        all.put("upgrade", UpgradeDrill::new);
        return all;
    }

    private static int kills(Ground ground) {
        var said = System.getenv().getOrDefault("KILLS", "");
        return said.isBlank() ? ground.quick() ? 20 : 1_000 : Integer.parseInt(said);
    }

    private static Map<String, Function<Ground, Exercise>> chosen(Map<String, Function<Ground, Exercise>> all) {
        var only = System.getenv().getOrDefault("ONLY", "");
        if (!only.isBlank()) {
            all.keySet().retainAll(Set.of(only.split(",")));
        }
        return all;
    }
}
