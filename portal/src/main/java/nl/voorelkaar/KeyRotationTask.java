package nl.voorelkaar;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.dossier.vault.KeyRotation;
import nl.voorelkaar.dossier.vault.custody.Kek;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * {@code rotate-keys <kek> <level>}: replaces keys while the faces go on, with the settings of a face that holds the
 * KEK. Tells how far it is. May be stopped and started again; it goes on where it was.
 */
final class KeyRotationTask {

    /** How long to wait before looking again whether nodes still write under the old version. */
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private KeyRotationTask() {}

    static void run(List<String> arguments) throws InterruptedException {
        if (arguments.size() < 2) {
            throw new IllegalArgumentException(
                    "say which key and which level, for instance: rotate-keys municipal kek, or rotate-keys own branch");
        }
        var kek = Kek.valueOf(arguments.get(0).toUpperCase(Locale.ROOT));
        var level = KeyRotation.Level.valueOf(arguments.get(1).toUpperCase(Locale.ROOT));
        try (var context = start(arguments.subList(2, arguments.size()))) {
            rotate(context.getBean(KeyRotation.class), kek, level, System.out);
        }
    }

    static ConfigurableApplicationContext start(List<String> settings) {
        var application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.flyway.enabled",
                "false",
                "spring.jpa.open-in-view",
                "false",
                "spring.main.banner-mode",
                "off",
                // The settings of a face name parts of its health that are not here.
                "management.endpoint.health.validate-group-membership",
                "false"));
        return application.run(settings.toArray(String[]::new));
    }

    private static void rotate(KeyRotation rotation, Kek kek, KeyRotation.Level level, PrintStream out)
            throws InterruptedException {
        var progress = rotation.start(kek, level);
        while (!progress.finished()) {
            var before = progress.done();
            progress = rotation.step(kek, level);
            out.printf(
                    "%s %s, version %d: %d of %d%n",
                    kek, level, progress.toVersion(), progress.done(), progress.total());
            if (!progress.finished() && progress.done() == before) {
                Thread.sleep(PAUSE);
            }
        }
        out.printf("%s %s, version %d: finished%n", kek, level, progress.toVersion());
    }

    /** Consent and dossier, without a portal. */
    @EnableAutoConfiguration(
            excludeName = {
                "com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "com.vaadin.flow.spring.SpringSecurityAutoConfiguration"
            })
    @ComponentScan({"nl.voorelkaar.consent", "nl.voorelkaar.dossier"})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
