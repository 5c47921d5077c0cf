package nl.voorelkaar.drill.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.drill.ground.Exercise;
import nl.voorelkaar.drill.ground.Ground;
import nl.voorelkaar.drill.small.Readers;
import nl.voorelkaar.drill.small.SmallSite;

/**
 * The ceremony of the keys, by its runbook: made when the site is, then the seal of a trust service provider is put in,
 * keys are replaced while both faces go on, and the disk of the custody is lost and its copy put back.
 */
public final class KeysDrill implements Exercise {

    private static final String NAME = "keys";
    private static final String PAGE = "key-ceremony.md";
    private static final String FATIMA = "P01";
    private static final String NURSE = "P13";

    private final Ground ground;

    /** @param ground where a site of its own is made */
    public KeysDrill(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run() throws IOException {
        try (var site = SmallSite.start(ground)) {
            holds("keys that three people made open dossiers, and what was shared", reads(site, true));
            site.follows(
                    PAGE,
                    "The seal of the municipality",
                    Map.of("SEAL", delivered(site).toString()));
            site.restart("resident", "workspace");
            holds("with another seal both faces start", reads(site, true));
            if (!ground.quick()) {
                // Each takes five minutes at least: custodians sit at a terminal of their own.
                together(site, "Replacing keys: residents", "Replacing keys: workspace");
                holds("after keys were replaced under running faces, everything opens", reads(site, true));
                site.restart("resident", "workspace");
                holds("and so it does after they start again", reads(site, true));
            }
            site.follows(PAGE, "The copy for the safe", Map.of());
            lost(site);
        }
    }

    private void lost(SmallSite site) throws IOException {
        site.loseCustody();
        site.follows(PAGE, "Putting the keys back", Map.of());
        site.restart("resident", "workspace");
        holds(
                "from the copy in the safe residents open their own, and nothing that is shared opens",
                reads(site, false));
        try (var home = site.residentServices();
                var work = site.workspaceServices()) {
            var fatima = site.residents(home).signIn(FATIMA);
            var nurse = site.staff(work).signIn(NURSE);
            home.get(Grants.class)
                    .stop(fatima, Readers.grantTo(nurse, home, fatima).id(), Readers.SAID);
            Readers.share(home, work, fatima, nurse, Section.GEZONDHEID);
            holds("stopped and shared anew it opens", Readers.opens(work, nurse, fatima.id(), Section.GEZONDHEID));
        }
    }

    private static boolean reads(SmallSite site, boolean shared) {
        try (var home = site.residentServices();
                var work = site.workspaceServices()) {
            var fatima = site.residents(home).signIn(FATIMA);
            return !Readers.titles(home, fatima).isEmpty()
                    && Readers.opens(work, site.staff(work).signIn(NURSE), fatima.id(), Section.GEZONDHEID) == shared;
        }
    }

    /** As a trust service provider hands it over, by its form. */
    private static Path delivered(SmallSite site) throws IOException {
        return site.makes("seal.p12", """
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 \\
                    -subj "/C=NL/O=Gemeente Voorbeeldstad/CN=Gemeente Voorbeeldstad" \\
                    -addext keyUsage=critical,digitalSignature,nonRepudiation -keyout "$MADE.key" -out "$MADE.crt"
                openssl pkcs12 -export -inkey "$MADE.key" -in "$MADE.crt" -passout "pass:$WORD" -out "$MADE"
                rm "$MADE.key" """);
    }

    /** As by several people: all at once, whatever the machine has for one program. */
    private static void together(SmallSite site, String... headings) {
        try (var terminals = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = Stream.of(headings)
                    .map(heading -> CompletableFuture.runAsync(() -> follow(site, heading), terminals))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(work).join();
        }
    }

    private static void follow(SmallSite site, String heading) {
        try {
            site.follows(PAGE, heading, Map.of());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void holds(String promise, boolean so) {
        ground.findings().check(NAME, promise, so ? "yes" : "no", so);
    }
}
