package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Signals that Java itself does not send. */
final class Signals {

    private Signals() {}

    /** @param name without SIG in front */
    static void send(String name, ProcessHandle to) {
        send(name, Stream.of(to));
    }

    /** To all of them at once; those that ended meanwhile are none. */
    static void send(String name, Stream<ProcessHandle> to) {
        try {
            var command = Stream.concat(Stream.of("kill", "-" + name), to.map(each -> String.valueOf(each.pid())));
            new ProcessBuilder(command.toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
