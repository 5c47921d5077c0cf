package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java itself does not send. */
final class Signals {

    private Signals() {}

    /** @param name without SIG in front */
    static void send(String name, ProcessHandle to) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(to.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
