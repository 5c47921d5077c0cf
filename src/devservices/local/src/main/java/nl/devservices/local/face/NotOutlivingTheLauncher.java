package nl.devservices.local.face;

import java.io.IOException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends this process when the launcher is gone, also when that was killed: standard input is a pipe from the launcher,
 * and it ends with it.
 */
final class NotOutlivingTheLauncher implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().containsProperty("voorelkaar.local.stand-in")) {
            Thread.ofPlatform().daemon().name("launcher-watch").start(NotOutlivingTheLauncher::watch);
        }
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        Runtime.getRuntime().halt(1);
    }
}
