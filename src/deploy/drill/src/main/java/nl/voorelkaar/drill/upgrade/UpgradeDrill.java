package nl.voorelkaar.drill.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.load.Guest;
import nl.voorelkaar.drill.load.Load;
import nl.voorelkaar.drill.load.Watched;
import nl.voorelkaar.drill.nodes.Renewal;
import nl.voorelkaar.drill.site.Build;
import nl.voorelkaar.drill.site.Site;
import nl.voorelkaar.drill.small.SmallSite;

/**
 * The program of the last release on the schema of today. Once on a schema that was never anything else, on which the
 * old program lives through the whole example: writing, sharing, asking, deciding. And once as in a roll-out: data of
 * the old release, the schema brought up under its running faces, which are then started again, and replaced one at a
 * time. And once with two nodes of each face under load, each in turn replaced, and each in turn put back.
 *
 * <p>The last release is packaged from its own sources by {@code releases/package}, which takes minutes, unless
 * {@code PREVIOUS} in the environment names a folder where that was done.
 */
public final class UpgradeDrill implements Exercise {

    private static final String NAME = "upgrade";
    private static final String FATIMA = "P01";
    private static final String MANAGER = "P14";
    private static final List<String> FACES = List.of("resident", "workspace");

    private final Ground ground;
    private final Build today;

    /** @param ground where both sites are made */
    public UpgradeDrill(Ground ground) {
        this.ground = ground;
        this.today = Build.ofToday(ground);
    }

    @Override
    public void run() throws IOException {
        var last = last();
        underLoad(last);
        try (var site = SmallSite.start(ground.in("fresh"), last, today)) {
            holds("the last release lives through the example on the schema of today", works(site));
        }
        try (var site = SmallSite.start(ground.in("rolling"), last, last)) {
            site.migrate(today);
            holds("its faces go on when the schema is brought up under them", works(site));
            site.restart("resident", "workspace");
            holds("and start again on it", works(site));
            for (var face : FACES) {
                site.installs(face, today);
                site.restart(face);
                holds("beside it: the new " + face + " face", works(site));
            }
            try (var home = site.residentServices()) {
                var fatima = site.residents(home).signIn(FATIMA);
                holds(
                        "what the last release wrote opens",
                        home.get(Dossiers.class).open(fatima, fatima.id()).sections().stream()
                                .anyMatch(section -> !section.entries().isEmpty()));
            }
            for (var face : FACES) {
                site.installs(face, last);
                site.restart(face);
            }
            holds("and the way back is open", works(site));
        }
    }

    /** Two nodes of each face, one after the other, there and back. */
    private void underLoad(Build last) throws IOException {
        try (var site = Site.startOf(last, ground.in("two"));
                var load = Load.start(site)) {
            var renewal = new Renewal(site, load, ground.findings());
            var next = site.program(today);
            for (var node : site.nodes()) {
                renewal.ofOneThatTellsNobody(node, next);
            }
            Watched.settle(ground.findings(), site, load);
            for (var node : site.nodes()) {
                renewal.of(node, site.program());
            }
            Watched.settle(ground.findings(), site, load);
        }
    }

    private Build last() throws IOException {
        var named = System.getenv().getOrDefault("PREVIOUS", "");
        var folder = Path.of(named.isBlank() ? packaged() : named).toAbsolutePath();
        return new Build(
                only(folder.resolve("portal/target"), "voorelkaar-portal-*-exec.jar"),
                Optional.of(only(folder.resolve("src/devservices/local/target"), "voorelkaar-local-*.jar")));
    }

    private String packaged() throws IOException {
        var process = new ProcessBuilder(
                        ground.files().resolve("releases/package").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            return said.lines().reduce((first, last) -> last).orElseThrow();
        }
    }

    private static Path only(Path folder, String name) throws IOException {
        try (var found = Files.newDirectoryStream(folder, name)) {
            return found.iterator().next();
        }
    }

    /** Whether people of both faces sign in and have a page begin. */
    private static boolean works(SmallSite site) {
        try {
            Guest.at(site.resident(), "digid", "", FATIMA, "");
            Guest.at(site.workspace(), "medewerker", "", MANAGER, "");
            return true;
        } catch (IOException | RuntimeException no) {
            return false;
        }
    }

    private void holds(String promise, boolean so) {
        ground.findings().check(NAME, promise, so ? "yes" : "no", so);
    }
}
